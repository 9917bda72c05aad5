package io.accountmigration.usersync;

import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** Stands for the engine's instances: kept in the same database, part of the same transactions, never two of one. */
class Instances implements UserSyncWorkflow {

    private final JdbcTemplate database;

    Instances(JdbcTemplate database) {
        this.database = database;
        database.execute("create table if not exists running_instance (publisher_id varchar(100) primary key)");
    }

    @Override
    public void wake(String publisherId) {
        if (!isRunning(publisherId)) {
            database.update("insert into running_instance values (?)", publisherId);
        }
    }

    @Override
    public Optional<Work> workOn(String publisherId) {
        return isRunning(publisherId) ? Optional.of(new Work(publisherId, false)) : Optional.empty();
    }

    boolean isRunning(String publisherId) {
        return database.queryForObject(
                        "select count(*) from running_instance where publisher_id = ?", Long.class, publisherId)
                > 0;
    }

    void end(String publisherId) {
        database.update("delete from running_instance where publisher_id = ?", publisherId);
    }
}
