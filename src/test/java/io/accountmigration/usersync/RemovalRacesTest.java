package io.accountmigration.usersync;

import static org.assertj.core.api.Assertions.assertThat;

import io.accountmigration.publisher.PublisherRole;
import io.accountmigration.publisher.PublisherUser;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.test.context.TestPropertySource;

/** The cap on removals at all publishers together holds when they are decided on at the same moment, on PostgreSQL. */
@TestPropertySource(
        properties = {
            "user-sync.settle=PT2S",
            "user-sync.removals.everywhere.max-count=" + RemovalRacesTest.CAP,
            "user-sync.removals.everywhere.max-count-per-day=" + RemovalRacesTest.CAP,
        })
class RemovalRacesTest extends SyncTest {

    static final int CAP = 6;
    private static final int AT_ONCE = 4;
    private static final int REMOVED_AT_EACH = 3;
    private static final int USERS = 9;
    private static final int MOST_ROUNDS = 40;

    @RepeatedTest(5)
    void removalsThatAreDecidedOnTogetherKeepToTheCap() throws Exception {
        clock.advance(Duration.ofDays(2));
        var publishers = IntStream.range(0, AT_ONCE)
                .mapToObj(number -> publisherId + "-" + number)
                .toList();
        publishers.forEach(this::haveRemovals);
        clock.advance(Duration.ofSeconds(3));

        atTheSameMoment(publishers);
        for (var round = 0; publishers.stream().anyMatch(instances::isRunning); round++) {
            assertThat(round).isLessThan(MOST_ROUNDS);
            clock.advance(Duration.ofSeconds(3));
            publishers.stream().filter(instances::isRunning).forEach(this::go);
        }

        var removed = publishers.stream().mapToLong(this::disabledAt).sum();
        var staged = publishers.stream()
                .mapToLong(publisher -> viewUserSync
                        .of(publisher)
                        .orElseThrow()
                        .stagedRemovals()
                        .size())
                .sum();
        assertThat(removed).isBetween(1L, (long) CAP);
        assertThat(removed + staged).isEqualTo(AT_ONCE * REMOVED_AT_EACH);
    }

    private void haveRemovals(String publisher) {
        publisherId = publisher;
        portal.edit(publisher, "u-boss", "boss@example.com", PublisherRole.OWNER);
        partnerCenter.put(publisher, "boss", "boss@example.com", Set.of("Manager"), Duration.ZERO);
        IntStream.range(0, USERS).forEach(user -> add("user" + user, "Developer"));
        begin();
        IntStream.range(0, REMOVED_AT_EACH).forEach(user -> push(remove("user" + user)));
    }

    private long disabledAt(String publisher) {
        return portal.users(publisher).values().stream()
                .filter(user -> !user.active())
                .map(PublisherUser::userId)
                .distinct()
                .count();
    }

    /** One job of each, in a thread of its own, and none before all are ready. */
    private void atTheSameMoment(List<String> publishers) throws Exception {
        var ready = new CyclicBarrier(publishers.size());
        var threads = Executors.newFixedThreadPool(publishers.size());
        try {
            var done = publishers.stream()
                    .map(publisher -> threads.submit(() -> {
                        ready.await(2, TimeUnit.MINUTES);
                        go(publisher);
                        return null;
                    }))
                    .toList();
            for (var each : done) {
                each.get(2, TimeUnit.MINUTES);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
