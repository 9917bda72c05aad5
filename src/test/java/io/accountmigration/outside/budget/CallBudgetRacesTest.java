package io.accountmigration.outside.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.accountmigration.outside.budget.BudgetSettings.Rate;
import io.accountmigration.publisher.CallPriority;
import io.accountmigration.publisher.OutsideCallScope;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two nodes with real threads on one database, against a system that counts what arrives. */
class CallBudgetRacesTest {

    private static final Logger LOG = LoggerFactory.getLogger(CallBudgetRacesTest.class);
    private static final String SYSTEM = "partner-center";
    private static final Rate RATE = new Rate(200, Duration.ofSeconds(2));
    private static final int THREADS = 8;
    private static final int ENOUGH = 1000;

    private static EmbeddedPostgres postgres;

    private final Clock clock = Clock.systemUTC();
    private final Deque<Instant> arrived = new ArrayDeque<>();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger calls = new AtomicInteger();
    private final Map<CallPriority, Integer> made = new EnumMap<>(CallPriority.class);

    /** One node, its thread and its scope. */
    private record Node(CallBudget budget, OutsideCallScope scope) {}

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
        new JdbcTemplate(postgres.getPostgresDatabase())
                .execute("create table outside_rate (system varchar(30) primary key,"
                        + " ledger varchar(200000) default '{}' not null, down boolean default false not null)");
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Test
    void sixteenThreadsOnTwoNodesNeverCallMoreOftenThanIsAllowed() throws Exception {
        var nodes = List.of(node(), node());
        var threads = Executors.newFixedThreadPool(2 * THREADS);
        try {
            var running = new ArrayList<Future<Void>>();
            for (var i = 0; i < 2 * THREADS; i++) {
                var node = nodes.get(i % 2);
                var priority = CallPriority.values()[i / 2 % 4];
                running.add(threads.submit(work(node, priority)));
            }
            for (var each : running) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
            nodes.forEach(node -> node.budget().destroy());
        }
        LOG.info("{} calls on two nodes, by purpose {}, refused {}", calls, made, refused);
        assertThat(refused).hasValue(0);
        assertThat(calls.get()).isGreaterThanOrEqualTo(ENOUGH);
        assertThat(made.get(CallPriority.MOVE))
                .isEqualTo(made.values().stream().max(Integer::compare).orElseThrow());
    }

    private Callable<Void> work(Node node, CallPriority priority) {
        return () -> {
            while (calls.get() < ENOUGH) {
                var wait = node.scope().inJob(() -> {
                    node.scope().beginStep("step-" + priority, null, priority);
                    for (var call = 0; call < 3; call++) {
                        var permit = node.budget().ask(SYSTEM);
                        if (permit instanceof CallPermit.Postponed postponed) {
                            return postponed.pause();
                        }
                        if (permit instanceof CallPermit.Down down) {
                            return down.pause();
                        }
                        if (permit instanceof CallPermit.Suspended suspended) {
                            return suspended.pause();
                        }
                        arrive(priority);
                        node.budget().ended(SYSTEM, CallOutcome.ANSWERED);
                    }
                    return Duration.ZERO;
                });
                // A thread of the test stands for a queue of jobs: it takes up another one.
                LockSupport.parkNanos(Math.min(wait.toNanos(), 20_000_000));
            }
            return null;
        };
    }

    private synchronized void arrive(CallPriority priority) {
        var now = clock.instant();
        while (!arrived.isEmpty() && !arrived.peekFirst().plus(RATE.per()).isAfter(now)) {
            arrived.removeFirst();
        }
        if (arrived.size() >= RATE.calls()) {
            refused.incrementAndGet();
            return;
        }
        arrived.addLast(now);
        calls.incrementAndGet();
        made.merge(priority, 1, Integer::sum);
    }

    private Node node() {
        var scope = new OutsideCallScope(clock);
        var source = postgres.getPostgresDatabase();
        var rows = new JdbcLedgerRows(
                new JdbcTemplate(source), new TransactionTemplate(new DataSourceTransactionManager(source)));
        return new Node(
                new CallBudget(
                        scope,
                        CallBudgets.settings(Map.of(SYSTEM, RATE)),
                        rows,
                        Executors.newSingleThreadExecutor(),
                        change -> {},
                        new SimpleMeterRegistry(),
                        clock),
                scope);
    }
}
