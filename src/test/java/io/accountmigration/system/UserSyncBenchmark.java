package io.accountmigration.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.accountmigration.benchmark.CountedDatabase;
import io.accountmigration.benchmark.Counts;
import io.accountmigration.benchmark.Counts.Statement;
import io.accountmigration.benchmark.Tally;
import io.accountmigration.usersync.PollUserChanges;
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
 * Changes for each of many publishers, pushed or ({@code -Dbenchmark.feed=true}) read from the feed, on PostgreSQL, with
 * the sandbox on loopback: prints how fast they drain to parity and what a change costs in statements. The sandbox's own
 * database is not counted.
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
    private static final int CHANGES_OF_EACH = Integer.getInteger("benchmark.changes", 1);
    private static final int CHANGES = PUBLISHERS * CHANGES_OF_EACH;
    private static final int CALLERS = 4;
    private static final boolean FROM_FEED = Boolean.getBoolean("benchmark.feed");
    private static final String OF_THIS_RUN =
            "publisher_key like 'bench-%' and user_principal_name like 'new%' and operation = 'ADD'";

    private static final Tally STATEMENTS = new Tally();

    /** Counts what goes to the program's own database. */
    @TestConfiguration
    static class CountedStatements {

        @Bean
        static BeanPostProcessor countStatementsOfChanges() {
            return new CountedDatabase(STATEMENTS);
        }
    }

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private PollUserChanges pollUserChanges;

    @Test
    void changesOfManyPublishersDrainToParity() throws Exception {
        inParallel(PUBLISHERS, this::createMovedPublisher);
        await(
                PUBLISHERS,
                "adopted and compared",
                "select count(*) from user_sync where publisher_key like 'bench-%'"
                        + " and equal_to_partner_center and reconciled_at is not null");
        awaitRest();
        inParallel(CHANGES, this::addUser);

        var before = STATEMENTS.counts();
        var begin = Instant.now();
        if (FROM_FEED) {
            inParallel(PUBLISHERS, this::poll);
        } else {
            inParallel(CHANGES, this::push);
        }
        var accepted = Duration.between(begin, Instant.now());
        await(CHANGES, "decided", "select count(*) from user_change where state = 'APPLIED' and " + OF_THIS_RUN);
        awaitRest();
        var drained = Duration.between(begin, Instant.now());

        report(STATEMENTS.counts().since(before), accepted, drained);
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

    /** Neighbouring changes are of different publishers. */
    private static int publisherOf(int change) {
        return (change - 1) % PUBLISHERS + 1;
    }

    private static String userOf(int change) {
        return "new" + (change - 1) / PUBLISHERS;
    }

    private static String addressOf(int change) {
        return userOf(change) + "@bench-" + publisherOf(change) + ".example";
    }

    private Object addUser(int change) {
        return as("admin")
                .put(
                        "/sandbox/accounts/bench-" + publisherOf(change) + "/partner-center/users/" + userOf(change),
                        Map.of("address", addressOf(change), "roles", List.of("Developer")))
                .succeeded();
    }

    /** What the schedule does for one publisher after the other. */
    private Object poll(int publisher) {
        pollUserChanges.poll("bench-" + publisher);
        return publisher;
    }

    private Object push(int number) {
        return as("service")
                .post(
                        "/api/publishers/bench-" + publisherOf(number) + "/user-changes",
                        Map.of(
                                "changeId",
                                "pushed-" + number,
                                "occurredAt",
                                Instant.now().toString(),
                                "userId",
                                userOf(number),
                                "userPrincipalName",
                                addressOf(number),
                                "operation",
                                "ADD",
                                "roles",
                                List.of("Developer")))
                .succeeded();
    }

    private void report(Counts counts, Duration accepted, Duration drained) throws IOException {
        var lag = database.queryForMap("select"
                + " percentile_cont(0.5) within group (order by extract(epoch from decided_at - received_at)) p50,"
                + " percentile_cont(0.95) within group (order by extract(epoch from decided_at - received_at)) p95,"
                + " percentile_cont(0.99) within group (order by extract(epoch from decided_at - received_at)) p99"
                + " from user_change where " + OF_THIS_RUN);
        var figures = new LinkedHashMap<String, Object>();
        figures.put("source", FROM_FEED ? "feed" : "push");
        figures.put("publishers", PUBLISHERS);
        figures.put("changes", CHANGES);
        figures.put("secondsInAll", round(drained.toMillis() / 1000.0));
        figures.put("acceptedPerSecond", perSecond(accepted));
        figures.put("changesPerSecond", perSecond(drained));
        var statements = counts.total(Statement::executions);
        var ofEngine = counts.ofEngine(Statement::executions);
        figures.put("statementsPerChange", round(statements / (double) CHANGES));
        figures.put("statementsPerChangeBesideTheEngine", round((statements - ofEngine) / (double) CHANGES));
        figures.put("commitsPerChange", round(counts.commits() / (double) CHANGES));
        lag.forEach((name, seconds) -> figures.put("secondsToEffect_" + name, round(((Number) seconds).doubleValue())));
        System.out.println("User sync: " + figures);
        var file = Path.of("target", "benchmarks", "user-sync.json");
        Files.createDirectories(file.getParent());
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), figures);
        Files.write(file.resolveSibling("user-sync.txt"), counts.perCase(CHANGES));
    }

    private static double perSecond(Duration time) {
        return round(CHANGES * 1000.0 / time.toMillis());
    }

    private static double round(double figure) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.2f", figure));
    }

    private void await(int expected, String what, String count) {
        Cases.patiently(expected + " " + what)
                .atMost(Duration.ofMinutes(20))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> count(count) == expected);
    }

    private void awaitRest() {
        Cases.patiently("every instance has ended")
                .atMost(Duration.ofMinutes(20))
                .until(() -> count("select count(*) from act_ru_execution where parent_id_ is null") == 0);
    }

    private long count(String query) {
        return database.queryForObject(query, Long.class);
    }

    private static void inParallel(int count, IntFunction<Object> work) throws Exception {
        var callers = Executors.newFixedThreadPool(CALLERS);
        try {
            var calls = new ArrayList<Callable<Object>>();
            IntStream.rangeClosed(1, count).forEach(number -> calls.add(() -> work.apply(number)));
            for (var call : callers.invokeAll(calls)) {
                call.get();
            }
        } finally {
            callers.shutdownNow();
        }
    }
}
