package io.accountmigration.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.env.MockEnvironment;

class DatabaseTimeoutsTest {

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Test
    void everyWaitOfAConnectionIsBounded() {
        try (var pool = pool(calls())) {
            assertThat(setting(pool, "idle_in_transaction_session_timeout")).isEqualTo("15s");
            assertThat(setting(pool, "lock_timeout")).isEqualTo("12s");
            assertThat(setting(pool, "statement_timeout")).isEqualTo("15s");
            assertThat(setting(pool, "tcp_keepalives_idle")).isEqualTo("5");
            assertThat(pool.getDataSourceProperties())
                    .containsEntry("socketTimeout", "18")
                    .containsEntry("connectTimeout", "5")
                    .containsEntry("tcpKeepAlive", "true");
        }
    }

    @Test
    void theLimitOfIdleTransactionsFollowsFromThoseOfCalls() {
        var slow = calls().withProperty("outside.read-timeout", "PT4S");
        try (var pool = pool(slow)) {
            assertThat(setting(pool, "idle_in_transaction_session_timeout")).isEqualTo("13s");
        }
    }

    @Test
    void whatIsSetForThePoolGoesBefore() {
        var pool = unbounded();
        pool.addDataSourceProperty("socketTimeout", "60");
        pool.setConnectionInitSql("set lock_timeout = 1000");
        new DatabaseTimeouts(calls()).postProcessBeforeInitialization(pool, "dataSource");
        try (pool) {
            assertThat(pool.getDataSourceProperties()).containsEntry("socketTimeout", "60");
            assertThat(setting(pool, "lock_timeout")).isEqualTo("1s");
            assertThat(setting(pool, "statement_timeout")).isEqualTo("15s");
        }
    }

    /** A node that stands still in a transaction: it asks nothing more, and does not end it. */
    @Test
    void aNodeWaitsForOneThatStandsStillNoLongerThanForALock() throws SQLException {
        var database = new JdbcTemplate(postgres.getPostgresDatabase());
        database.execute("create table job (id int primary key, owner varchar(9))");
        database.execute("insert into job values (1, 'nobody')");
        try (var pool = pool(calls());
                var still = pool.getConnection();
                var statement = still.createStatement()) {
            still.setAutoCommit(false);
            statement.execute("update job set owner = 'still'");
            var begin = Instant.now();

            assertThatThrownBy(() -> new JdbcTemplate(pool).update("update job set owner = 'other'"))
                    .hasMessageContaining("lock timeout");
            new JdbcTemplate(pool).update("update job set owner = 'other'");

            assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(20));
            assertThatThrownBy(still::commit).isInstanceOf(SQLException.class);
        }
        assertThat(database.queryForObject("select owner from job", String.class))
                .isEqualTo("other");
    }

    @Test
    void anotherDatabaseIsLeftAlone() {
        try (var pool = new HikariDataSource()) {
            pool.setJdbcUrl("jdbc:h2:mem:left-alone");
            new DatabaseTimeouts(calls()).postProcessBeforeInitialization(pool, "dataSource");
            assertThat(pool.getDataSourceProperties()).isEmpty();
            assertThat(pool.getConnectionInitSql()).isNull();
        }
    }

    private static MockEnvironment calls() {
        return new MockEnvironment()
                .withProperty("outside.connect-timeout", "1s")
                .withProperty("outside.read-timeout", "5s");
    }

    private static HikariDataSource pool(MockEnvironment environment) {
        var pool = unbounded();
        new DatabaseTimeouts(environment).postProcessBeforeInitialization(pool, "dataSource");
        return pool;
    }

    private static HikariDataSource unbounded() {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres"));
        pool.setMaximumPoolSize(2);
        return pool;
    }

    private static String setting(HikariDataSource pool, String name) {
        return new JdbcTemplate(pool).queryForObject("show " + name, String.class);
    }
}
