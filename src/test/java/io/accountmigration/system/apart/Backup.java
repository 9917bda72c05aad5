package io.accountmigration.system.apart;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * All rows of a PostgreSQL database as they were at one moment, read while others write, as {@code pg_dump} does; the
 * embedded server comes without that program.
 */
final class Backup {

    private final Map<String, byte[]> tables = new LinkedHashMap<>();

    private Backup() {}

    static Backup of(DataSource database) {
        var backup = new Backup();
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            var copies = connection.unwrap(PGConnection.class).getCopyAPI();
            for (var table : tablesOf(connection)) {
                var rows = new ByteArrayOutputStream();
                copies.copyOut("copy " + table + " to stdout", rows);
                backup.tables.put(table, rows.toByteArray());
            }
            connection.rollback();
            return backup;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Puts these rows in place of all that are there. */
    void restoreTo(DataSource database) {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            execute(connection, "set session_replication_role = replica");
            execute(connection, "truncate " + String.join(", ", tables.keySet()));
            var copies = connection.unwrap(PGConnection.class).getCopyAPI();
            for (var table : tables.entrySet()) {
                copies.copyIn("copy " + table.getKey() + " from stdin", new ByteArrayInputStream(table.getValue()));
            }
            connection.commit();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<String> tablesOf(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var names = statement.executeQuery(
                        "select quote_ident(tablename) from pg_tables where schemaname = 'public' order by tablename")) {
            var tables = new ArrayList<String>();
            while (names.next()) {
                tables.add(names.getString(1));
            }
            return tables;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
