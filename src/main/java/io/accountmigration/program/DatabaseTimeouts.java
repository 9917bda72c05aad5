package io.accountmigration.program;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Bounds what a node that vanishes, or a database that does, can hold up. Each connection of the pool to PostgreSQL gets
 * limits on the server, which frees locks in time, and in the driver, which frees threads. What the address of the
 * database or {@code spring.datasource.hikari} say goes before.
 */
@Component
class DatabaseTimeouts implements BeanPostProcessor {

    /** Above the time that people and jobs wait for each other, and for a node that starts beside. */
    static final Duration LOCK = Duration.ofSeconds(12);

    static final Duration STATEMENT = Duration.ofSeconds(15);

    /** Longer than any statement may take, so that the server says first what was wrong. */
    static final Duration SOCKET = Duration.ofSeconds(18);

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration MARGIN = Duration.ofSeconds(3);

    /** Between two statements a request calls out twice at most: for a token, and with it. */
    private static final int CALLS_IN_A_REQUEST = 2;

    private final Environment environment;

    DatabaseTimeouts(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool && isPostgres(pool)) {
            bound(pool);
        }
        return bean;
    }

    static boolean isPostgres(HikariDataSource pool) {
        return pool.getJdbcUrl() != null && pool.getJdbcUrl().startsWith("jdbc:postgresql:");
    }

    private void bound(HikariDataSource pool) {
        var driver = pool.getDataSourceProperties();
        driver.putIfAbsent("connectTimeout", String.valueOf(CONNECT.toSeconds()));
        driver.putIfAbsent("socketTimeout", String.valueOf(SOCKET.toSeconds()));
        driver.putIfAbsent("tcpKeepAlive", "true");
        // Statements, since a pooler in between refuses to start a session with options that it does not know.
        pool.setConnectionInitSql(Stream.of(limits(), pool.getConnectionInitSql())
                .flatMap(Stream::ofNullable)
                .collect(Collectors.joining("; ")));
    }

    private String limits() {
        return Stream.of(
                        "idle_in_transaction_session_timeout = " + idle().toMillis(),
                        "lock_timeout = " + LOCK.toMillis(),
                        "statement_timeout = " + STATEMENT.toMillis(),
                        // A host that lost its power does not even say that it is gone: 5 s, then three times 3 s.
                        "tcp_keepalives_idle = 5",
                        "tcp_keepalives_interval = 3",
                        "tcp_keepalives_count = 3")
                .map("set "::concat)
                .collect(Collectors.joining("; "));
    }

    /** Follows from how long calls may take; {@link CallLimitsCheck} refuses calls that may take too long for it. */
    private Duration idle() {
        return callingOut(duration("outside.connect-timeout"), duration("outside.read-timeout"))
                .plus(MARGIN);
    }

    /** For how long a transaction may be idle while the program calls out. */
    static Duration callingOut(Duration connect, Duration read) {
        return connect.plus(read).multipliedBy(CALLS_IN_A_REQUEST);
    }

    private Duration duration(String name) {
        return DurationStyle.detectAndParse(environment.getRequiredProperty(name));
    }
}
