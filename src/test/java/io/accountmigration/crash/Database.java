package io.accountmigration.crash;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;

/** A PostgreSQL server on a port that stays the same, so that it can be restarted under everybody who uses it. */
final class Database implements AutoCloseable {

    static final String USER = "postgres";

    private final Path directory;
    private final int port = freePort();
    private final HikariDataSource pool;
    private EmbeddedPostgres server;

    private Database(Path directory) {
        this.directory = directory;
        this.server = run();
        this.pool = pool();
    }

    private HikariDataSource pool() {
        var source = new HikariDataSource();
        source.setJdbcUrl(urlFor("test"));
        source.setUsername(USER);
        source.setMaximumPoolSize(16);
        return source;
    }

    static Database start() {
        try {
            return new Database(Files.createTempDirectory("crash-database"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The address for a user who can be distinguished by name. */
    String urlFor(String application) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?ApplicationName=" + application;
    }

    /** Stops and starts the server; every connection is cut and every open transaction lost. */
    synchronized void restart() {
        stop();
        server = run();
        pool.getHikariPoolMXBean().softEvictConnections();
    }

    /** Looks into the database as somebody who holds nothing. */
    JdbcTemplate look() {
        return new JdbcTemplate(pool);
    }

    /** The sessions of an application in which a transaction is open. */
    List<Integer> sessionsUnderWayOf(String application) {
        return look().queryForList(
                        "select pid from pg_stat_activity where application_name = ? and xact_start is not null",
                        Integer.class,
                        application);
    }

    /** Cuts connections; what they had not committed is gone. */
    void cut(List<Integer> processes) {
        processes.forEach(process -> look().queryForObject("select pg_terminate_backend(?)", Boolean.class, process));
    }

    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private EmbeddedPostgres run() {
        try {
            return EmbeddedPostgres.builder()
                    .setDataDirectory(directory)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    // It is ended and restarted, and its machine never is: nothing has to be on the disk for that.
                    .setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "off")
                    // Its own shutdown hook would take it away while programs still close.
                    .setRegisterShutdownHook(false)
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void stop() {
        try {
            server.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        pool.close();
        stop();
        FileSystemUtils.deleteRecursively(directory.toFile());
    }
}
