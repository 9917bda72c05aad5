package io.accountmigration.usersync.cycle;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets one run at a time remove users, of all publishers and nodes, so that it sees the removals of all runs before it.
 * Nobody waits for it: a run lasts as long as the portal takes to answer.
 */
@Component
class RemovalLock {

    private static final String HOLD = "select id from removal_lock where id = 1 for update skip locked";

    private final JdbcTemplate database;

    RemovalLock(JdbcTemplate database) {
        this.database = database;
    }

    /** Whether this transaction holds the lock now, until it ends; else another one does. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean hold() {
        return !database.queryForList(HOLD, Integer.class).isEmpty();
    }
}
