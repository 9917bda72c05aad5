package io.accountmigration.usersync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Removals that are few at each publisher are many together; and none of them is put off for ever by the next one. */
@TestPropertySource(
        properties = {
            "user-sync.settle=PT2S",
            "user-sync.removals.everywhere.max-count=6",
            "user-sync.removals.everywhere.max-count-per-day=9",
        })
class RemovalsEverywhereTest extends SyncTest {

    private List<String> haveThePublishers(int count) {
        clock.advance(Duration.ofDays(2));
        var first = publisherId;
        return IntStream.range(0, count)
                .mapToObj(number -> {
                    publisherId = first + "-" + number;
                    haveAnOwner();
                    for (var user = 0; user < 9; user++) {
                        add("user" + user, "Developer");
                    }
                    begin();
                    return publisherId;
                })
                .toList();
    }

    @Test
    void oneRemovalAtEachOfManyPublishersIsAMassRemoval() {
        var publishers = haveThePublishers(20);
        for (var each : publishers) {
            publisherId = each;
            push(remove("user1"));
        }
        var staged = 0;
        for (var each : publishers) {
            publisherId = each;
            settled();
            staged += view().stagedRemovals().size();
        }

        assertThat(staged).isEqualTo(20);
        assertThat(alerts.told).containsExactly("everywhere");
    }

    @Test
    void removalsThatDripOverManyPublishersAreCountedTogether() {
        var publishers = haveThePublishers(20);
        var removed = 0;
        for (var each : publishers) {
            publisherId = each;
            push(remove("user1"));
            settled();
            removed += view().stagedRemovals().isEmpty() ? 1 : 0;
        }

        assertThat(removed).isEqualTo(6);
        assertThat(view().stagedRemovals()).singleElement().satisfies(removal -> assertThat(removal.reason())
                .isEqualTo("TOO_MANY_REMOVALS_EVERYWHERE"));
    }

    @Test
    void removalsThatDripOverADayAreCountedTogether() {
        var publishers = haveThePublishers(20);
        var removed = 0;
        for (var each : publishers) {
            publisherId = each;
            clock.advance(Duration.ofMinutes(20));
            push(remove("user1"));
            settled();
            removed += view().stagedRemovals().isEmpty() ? 1 : 0;
        }

        assertThat(removed).isEqualTo(9);
    }

    @Test
    void manyRemovalsOfOnePublisherStopNoOther() {
        var publishers = haveThePublishers(2);
        publisherId = publishers.get(0);
        for (var user = 0; user < 9; user++) {
            push(remove("user" + user));
        }
        settled();
        assertThat(view().stagedRemovals()).hasSize(9);
        publisherId = publishers.get(1);
        push(remove("user1"));
        settled();

        assertThat(view().stagedRemovals()).isEmpty();
        assertThat(entry("user1").active()).isFalse();
    }

    @Test
    void removalsThatGoOnComingPutOffNoEarlierOne() {
        haveThePublishers(1);
        for (var user = 10; user < 30; user++) {
            add("user" + user, "Developer");
        }
        poll();
        settled();
        push(remove("user1"));
        for (var user = 11; user < 14; user++) {
            clock.advance(Duration.ofMillis(1500));
            push(remove("user" + user));
            go();
        }

        assertThat(entry("user1").active()).isFalse();
    }

    /** Lets the removals settle, and the instance run to its end. */
    private void settled() {
        clock.advance(Duration.ofSeconds(3));
        work();
    }
}
