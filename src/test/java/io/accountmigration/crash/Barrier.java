package io.accountmigration.crash;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/**
 * Stops every transaction that moves a process instance on, when it has done everything and before it commits: this one
 * holds the rows that they all have to write.
 */
final class Barrier implements AutoCloseable {

    private final Connection connection;
    private final Database database;
    private final int session;

    Barrier(Database database, String instance) throws SQLException {
        this.database = database;
        connection = DriverManager.getConnection(database.urlFor("barrier"), Database.USER, "");
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            session = row.getInt(1);
        }
        try (var statement =
                connection.prepareStatement("select id_ from act_ru_execution where proc_inst_id_ = ? for update")) {
            statement.setString(1, instance);
            statement.executeQuery().close();
        }
    }

    /** The sessions that stand before it, directly or behind one another. */
    List<Integer> stopped() {
        return new ArrayList<>(database.look()
                .queryForList(
                        "select pid from pg_stat_activity where ? = any(pg_blocking_pids(pid))"
                                + " or exists (select 1 from unnest(pg_blocking_pids(pid)) as other"
                                + " where ? = any(pg_blocking_pids(other)))",
                        Integer.class,
                        session,
                        session));
    }

    List<Integer> awaitStopped(Duration patience) {
        return Awaitility.await("a transaction comes to its end")
                .dontCatchUncaughtExceptions()
                .atMost(patience)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(this::stopped, stopped -> !stopped.isEmpty());
    }

    @Override
    public void close() {
        try {
            connection.rollback();
            connection.close();
        } catch (SQLException gone) {
            // The database was restarted, and with it went what was held.
        }
    }
}
