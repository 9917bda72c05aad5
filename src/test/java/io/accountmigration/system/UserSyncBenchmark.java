package io.accountmigration.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import net.ttddyy.dsproxy.QueryCount;
import net.ttddyy.dsproxy.listener.SingleQueryCountHolder;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/**
 * One pushed change for each of many publishers, on PostgreSQL, with the sandbox on loopback: prints how fast they drain
 * to parity and what a change costs in statements. The sandbox's own database is not counted.
 */
@Tag("benchmark")
@DirtiesContext
@Import(UserSyncBenchmark.CountedStatements.class)
@ContextConfiguration(initializers = PostgresProgram.class)
@TestPropertySource(
        properties = {
            "user-sync.poll-interval=PT24H",
            "user-sync.wake-interval=PT1S",
            "user-sync.adoption-interval=PT1S",
            "user-sync.reconcile-interval=P30D",
        })
class UserSyncBenchmark extends WholeProgramTest {

    private static final int PUBLISHERS = Integer.getInteger("benchmark.publishers", 5000);
    private static final int CALLERS = 4;

    private static final SingleQueryCountHolder STATEMENTS = new SingleQueryCountHolder();

    /** Counts what goes to the program's own database. */
    @TestConfiguration
    static class CountedStatements {

        @Bean
        static BeanPostProcessor countStatements() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return name.equals("dataSource") && bean instanceof javax.sql.DataSource source
                            ? ProxyDataSourceBuilder.create(source)
                                    .name("program")
                                    .countQuery(STATEMENTS)
                                    .build()
                            : bean;
                }
            };
        }
    }

    @Autowired
    private JdbcTemplate database;

    @Test
    void oneChangeOfEachOfManyPublishersDrainsToParity() throws Exception {
        inParallel(this::createMovedPublisher);
        await(
                "adopted and compared",
                "select count(*) from user_sync where publisher_key like 'bench-%'"
                        + " and equal_to_partner_center and reconciled_at is not null");
        awaitRest();
        inParallel(number -> as("admin")
                .put(
                        "/sandbox/accounts/bench-" + number + "/partner-center/users/new",
                        Map.of("address", "new@bench-" + number + ".example", "roles", List.of("Developer")))
                .succeeded());

        STATEMENTS.clear();
        var begin = Instant.now();
        inParallel(this::push);
        var accepted = Duration.between(begin, Instant.now());
        await("decided", "select count(*) from user_change where change_id like 'pushed-%' and state = 'APPLIED'");
        awaitRest();
        var drained = Duration.between(begin, Instant.now());

        report(accepted, drained);
        assertThat(count("select count(*) from user_sync where publisher_key like 'bench-%'"
                        + " and equal_to_partner_center"))
                .isEqualTo(PUBLISHERS);
    }

    private Object createMovedPublisher(int number) {
        var id = "bench-" + number;
        var owner = "owner@" + id + ".example";
        return as("admin")
                .put(
                        "/sandbox/accounts/" + id,
                        Map.of(
                                "publisherId",
                                id,
                                "kind",
                                "woodgrove",
                                "cpp",
                                Map.of(
                                        "status",
                                        "READ_ONLY",
                                        "users",
                                        List.of(Map.of("userId", "u1", "address", owner, "role", "OWNER"))),
                                "partnerCenter",
                                Map.of(
                                        "state",
                                        "ACTIVE",
                                        "users",
                                        List.of(Map.of("userPrincipalName", owner, "roles", List.of("Manager"))))))
                .succeeded();
    }

    private Object push(int number) {
        return as("service")
                .post(
                        "/api/publishers/bench-" + number + "/user-changes",
                        Map.of(
                                "changeId",
                                "pushed-" + number,
                                "occurredAt",
                                Instant.now().toString(),
                                "userId",
                                "new",
                                "userPrincipalName",
                                "new@bench-" + number + ".example",
                                "operation",
                                "ADD",
                                "roles",
                                List.of("Developer")))
                .succeeded();
    }

    private void report(Duration accepted, Duration drained) throws IOException {
        var statements = total(STATEMENTS.getQueryCountMap());
        var lag = database.queryForMap("select"
                + " percentile_cont(0.5) within group (order by extract(epoch from decided_at - received_at)) p50,"
                + " percentile_cont(0.95) within group (order by extract(epoch from decided_at - received_at)) p95,"
                + " percentile_cont(0.99) within group (order by extract(epoch from decided_at - received_at)) p99"
                + " from user_change where change_id like 'pushed-%'");
        var figures = new LinkedHashMap<String, Object>();
        figures.put("publishers", PUBLISHERS);
        figures.put("changes", PUBLISHERS);
        figures.put("acceptedPerSecond", perSecond(accepted));
        figures.put("changesPerSecond", perSecond(drained));
        figures.put("statementsPerChange", round(statements / (double) PUBLISHERS));
        lag.forEach((name, seconds) -> figures.put("secondsToEffect_" + name, round(((Number) seconds).doubleValue())));
        System.out.println("User sync: " + figures);
        var file = Path.of("target", "benchmarks", "user-sync.json");
        Files.createDirectories(file.getParent());
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), figures);
    }

    private static long total(Map<String, QueryCount> counts) {
        return counts.values().stream().mapToLong(QueryCount::getTotal).sum();
    }

    private static double perSecond(Duration time) {
        return round(PUBLISHERS * 1000.0 / time.toMillis());
    }

    private static double round(double figure) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.2f", figure));
    }

    private void await(String what, String count) {
        Cases.patiently(PUBLISHERS + " " + what)
                .atMost(Duration.ofMinutes(20))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> count(count) == PUBLISHERS);
    }

    private void awaitRest() {
        Cases.patiently("every instance has ended")
                .atMost(Duration.ofMinutes(20))
                .until(() -> count("select count(*) from act_ru_execution where parent_id_ is null") == 0);
    }

    private long count(String query) {
        return database.queryForObject(query, Long.class);
    }

    private static void inParallel(IntFunction<Object> work) throws Exception {
        var callers = Executors.newFixedThreadPool(CALLERS);
        try {
            var calls = new ArrayList<Callable<Object>>();
            IntStream.rangeClosed(1, PUBLISHERS).forEach(number -> calls.add(() -> work.apply(number)));
            for (var call : callers.invokeAll(calls)) {
                call.get();
            }
        } finally {
            callers.shutdownNow();
        }
    }
}
