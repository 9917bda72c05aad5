package io.accountmigration.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.willAnswer;

import com.zaxxer.hikari.HikariDataSource;
import io.accountmigration.migration.Caller;
import io.accountmigration.migration.MigrationRefused;
import io.accountmigration.migration.MigrationState;
import io.accountmigration.migration.Refusal;
import io.accountmigration.migration.start.StartMigration;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Starts wait for the old portal without a connection to the database, on PostgreSQL with a small pool. */
@TestPropertySource(properties = "spring.datasource.hikari.maximum-pool-size=3")
class StartConnectionsTest extends PostgresScenario {

    private static final int CLICKS = 20;
    private static final int READERS = 4;

    @Autowired
    private StartMigration startMigration;

    @Autowired
    private DataSource dataSource;

    @Test
    void manySlowStartsLeaveThePoolToJobs() throws Exception {
        start();
        var publishers =
                IntStream.range(0, CLICKS).mapToObj(n -> "Clicked." + n).toList();
        publishers.forEach(publisher -> portal.add(publisher, Optional.of(PARTNER_ID), OWNER));
        var reading = new CountDownLatch(READERS);
        var answered = new CountDownLatch(1);
        willAnswer(call -> {
                    if (Thread.currentThread().getName().startsWith("publisher-reader-")) {
                        reading.countDown();
                        assertThat(answered.await(1, TimeUnit.MINUTES)).isTrue();
                    }
                    return call.callRealMethod();
                })
                .given(portal)
                .find(any());
        var clicks = Executors.newFixedThreadPool(CLICKS);
        try {
            var starts = publishers.stream()
                    .map(publisher -> clicks.submit(() -> begin(publisher)))
                    .toList();
            assertThat(reading.await(1, TimeUnit.MINUTES)).isTrue();

            assertThat(connectionsInUse()).isZero();
            provide(OWNER);
            assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);

            answered.countDown();
            for (var start : starts) {
                assertThat(failureOf(start)).isIn("none", "CloudPartnerPortalUnavailable");
            }
        } finally {
            answered.countDown();
            clicks.shutdown();
        }
    }

    @Test
    void aPublisherThatMovesBetweenTheReadAndTheClaimIsNotClaimedAgain() {
        start();
        var first = theCase();
        var read = portal.find(publisherId).orElseThrow();
        provide(OWNER);
        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
        var reads = new ConcurrentLinkedQueue<>(List.of(read));
        willAnswer(call -> {
                    var old = reads.poll();
                    return old == null ? call.callRealMethod() : Optional.of(old);
                })
                .given(portal)
                .find(any());

        assertThat(catchThrowable(
                        () -> startMigration.start(publisherId, Optional.of(OWNER), OPERATOR, Optional.empty())))
                .isInstanceOfSatisfying(MigrationRefused.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(Refusal.ALREADY_MIGRATED));
        assertThat(theCase().id()).isEqualTo(first.id());
    }

    private String begin(String publisher) {
        return startMigration
                .start(publisher, Optional.of(OWNER), Caller.PROGRAM, Optional.empty())
                .publisherId();
    }

    /** A start that has waited too long for the portal is refused for now. */
    private static String failureOf(Future<?> start) {
        var failure = catchThrowable(() -> start.get(1, TimeUnit.MINUTES));
        return failure == null ? "none" : failure.getCause().getClass().getSimpleName();
    }

    private int connectionsInUse() throws SQLException {
        return dataSource.unwrap(HikariDataSource.class).getHikariPoolMXBean().getActiveConnections();
    }
}
