package io.accountmigration.usersync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Operators get one mail for what needs them, and not another one until somebody has decided. */
class AlertsTest extends SyncTest {

    private static final int USERS = 40;

    @BeforeEach
    void haveManyUsers() {
        haveAnOwner();
        for (var number = 0; number < USERS; number++) {
            add("user" + number, "Developer");
        }
        begin();
        pollAndWork();
        clock.advance(Duration.ofSeconds(1));
    }

    @Test
    void removalsThatComeOneByOneAreToldOnceWithTheNumberOfAllThatWait() {
        removeOneByOne(0, USERS / 2);
        var waiting = view().stagedRemovals().size();

        assertThat(waiting).isGreaterThan(1);
        assertThat(alerts.told).hasSize(1);
        assertThat(alerts.told.get(0)).startsWith(publisherId + " staged ");

        decideRemovals.reject(publisherId, Instant.MAX, "operator", "nobody has left");
        removeOneByOne(USERS / 2, USERS / 2 + 2);
        assertThat(alerts.told).hasSize(2);
    }

    @Test
    void oneMailNamesAllThatWaitWhateverTheirReasonIs() {
        portal.edit(publisherId, "zoe", "zoe@example.com", io.accountmigration.publisher.PublisherRole.CONTRIBUTOR);
        requestReconciliation.ofAll(publisherId);
        work();
        assertThat(alerts.told).containsExactly(publisherId + " staged 1");
        clock.advance(Duration.ofSeconds(1));
        for (var number = 0; number < USERS / 2; number++) {
            remove("user" + number);
        }
        pollAndWork();

        assertThat(alerts.told).containsExactly(publisherId + " staged 1", publisherId + " staged " + (USERS / 2 + 1));
    }

    @Test
    void aLastOwnerWhoIsHeldIsToldOnce() {
        remove("boss");
        pollAndWork();
        assertThat(alerts.told).containsExactly(publisherId + " held");

        for (var time = 0; time < 3; time++) {
            clock.advance(Duration.ofSeconds(1));
            requestReconciliation.ofAll(publisherId);
            work();
        }
        assertThat(entry("u-boss").isActiveOwner()).isTrue();
        assertThat(alerts.told).hasSize(1);
    }

    @Test
    void anOwnerWhoIsReplacedInTheSameRunIsNotTold() {
        add("user1", "Manager");
        remove("boss");
        pollAndWork();

        assertThat(entry("u-boss").active()).isFalse();
        assertThat(alerts.told).isEmpty();
    }

    private void removeOneByOne(int from, int to) {
        for (var number = from; number < to; number++) {
            remove("user" + number);
            pollAndWork();
            clock.advance(Duration.ofSeconds(1));
        }
    }
}
