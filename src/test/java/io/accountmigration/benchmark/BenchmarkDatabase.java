package io.accountmigration.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.springframework.jdbc.core.JdbcTemplate;

/** A PostgreSQL server for one contender, so that what is written there is his alone. Commits are durable. */
final class BenchmarkDatabase implements AutoCloseable {

    static final String USER = "postgres";

    private final EmbeddedPostgres server;
    private final HikariDataSource pool = new HikariDataSource();
    private final JdbcTemplate look = new JdbcTemplate(pool);

    private BenchmarkDatabase(EmbeddedPostgres server) {
        this.server = server;
        pool.setJdbcUrl(url());
        pool.setUsername(USER);
        pool.setMaximumPoolSize(2);
    }

    static BenchmarkDatabase start() {
        try {
            return new BenchmarkDatabase(EmbeddedPostgres.builder()
                    .setRegisterShutdownHook(false)
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("shared_buffers", "256MB")
                    // Images of whole pages depend on when the last checkpoint was, not on what a case writes.
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("max_wal_size", "4GB")
                    .start());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    String url() {
        return server.getJdbcUrl(USER, "postgres");
    }

    /** Looks in from beside the contender. */
    JdbcTemplate look() {
        return look;
    }

    long walBytes() {
        return look.queryForObject("select pg_current_wal_lsn() - '0/0'", Long.class);
    }

    /** Without what is only not yet tidied up. */
    long bytes() {
        look.execute("vacuum");
        return look.queryForObject("select pg_database_size(current_database())", Long.class);
    }

    long cpuMillis() {
        var postmaster = ProcessHandle.of(look.queryForObject("select pg_backend_pid()", Long.class))
                .flatMap(ProcessHandle::parent)
                .orElseThrow();
        return postmaster
                .descendants()
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .mapToLong(Duration::toMillis)
                .sum();
    }

    @Override
    public void close() {
        pool.close();
        try {
            server.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
