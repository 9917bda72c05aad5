package io.accountmigration.usersync;

import static org.assertj.core.api.Assertions.assertThat;

import io.accountmigration.usersync.comparison.DriftAction;
import io.accountmigration.usersync.operations.UserSyncView;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The guard counts what was removed, over an hour and over a day, and forgets a question that has answered itself. */
class RemovalGuardTest extends SyncTest {

    @BeforeEach
    void haveFiftyUsers() {
        haveAnOwner();
        for (var number = 1; number < 50; number++) {
            add("user" + number, "Developer");
        }
        begin();
        pollAndWork();
        assertThat(inPortal()).hasSize(50);
    }

    @Test
    void removalsThatDripOverADayAreTooManyAsWell() {
        for (var number = 1; number <= 40; number++) {
            clock.advance(Duration.ofMinutes(12));
            push(remove("user" + number));
            work();
        }

        assertThat(inPortal()).hasSize(38);
        assertThat(view().stagedRemovals()).hasSize(28);
    }

    @Test
    void rolesThatLeaveNoAccessDripAway() {
        for (var number = 1; number <= 40; number++) {
            clock.advance(Duration.ofMinutes(12));
            push(add("user" + number, "Marketer"));
            work();
        }

        assertThat(inPortal()).hasSize(38);
        assertThat(view().stagedRemovals()).hasSize(28);
    }

    @Test
    void whoComesBackAndGoesAgainIsRemovedTwice() {
        for (var number = 1; number <= 40; number++) {
            clock.advance(Duration.ofMinutes(12));
            push(remove("user1"));
            work();
            push(add("user1", "Developer"));
            work();
        }

        assertThat(view().latest())
                .anyMatch(change ->
                        "TOO_MANY_REMOVALS".equals(change.reason()) || change.state() == ChangeState.SUPERSEDED);
        assertThat(inPortal()).hasSize(50);
    }

    @Test
    void theDayAfterItIsAnotherDay() {
        for (var number = 1; number <= 12; number++) {
            clock.advance(Duration.ofMinutes(30));
            push(remove("user" + number));
            work();
        }
        assertThat(view().stagedRemovals()).isEmpty();
        clock.advance(Duration.ofDays(1));
        push(remove("user13"));
        work();

        assertThat(view().stagedRemovals()).isEmpty();
        assertThat(inPortal()).hasSize(37);
    }

    @Test
    void stagedRemovalsThatAComparisonDisprovesAreDropped() {
        for (var number = 1; number <= 20; number++) {
            remove("user" + number);
        }
        pollAndWork();
        assertThat(view().stagedRemovals()).hasSize(20);
        // Somebody puts fifteen of them back, and the feed loses that.
        for (var number = 1; number <= 15; number++) {
            partnerCenter.put(
                    publisherId,
                    "user" + number,
                    "user" + number + "@example.com",
                    Set.of("Developer"),
                    Duration.ofDays(100));
        }
        requestReconciliation.ofAll(publisherId);
        work();

        assertThat(view().stagedRemovals()).hasSize(5);
        assertThat(view().latest())
                .filteredOn(change -> "DISPROVED_BY_COMPARISON".equals(change.reason()))
                .hasSize(15)
                .allMatch(change -> change.state() == ChangeState.SUPERSEDED);
        decideRemovals.approve(publisherId, java.time.Instant.MAX, "operator", "they left");
        work();
        requireEqual();
    }

    @Test
    void aRemovalThatWasDoneByHandIsNoQuestionAnyMore() {
        for (var number = 1; number <= 20; number++) {
            remove("user" + number);
        }
        pollAndWork();
        for (var number = 1; number <= 20; number++) {
            portal.disable(publisherId, "user" + number);
        }
        requestReconciliation.ofAll(publisherId);
        work();

        assertThat(view().stagedRemovals()).isEmpty();
        requireEqual();
    }

    @Test
    void theRemovalOfTheLastOwnerIsDroppedWhenAComparisonDisprovesIt() {
        remove("boss");
        pollAndWork();
        assertThat(view().held()).hasSize(1);
        partnerCenter.put(publisherId, "boss", "boss@example.com", Set.of("Manager"), Duration.ofDays(100));
        requestReconciliation.ofAll(publisherId);
        work();

        assertThat(view().held()).isEmpty();
        assertThat(view().state()).isEqualTo(UserSyncView.State.IN_STEP);
    }

    @Test
    void whatIsStagedStaysShownAsADifference() {
        for (var number = 1; number <= 20; number++) {
            remove("user" + number);
        }
        pollAndWork();
        requestReconciliation.ofAll(publisherId);
        work();

        assertThat(viewUserSync.driftOf(publisherId).orElseThrow().drifts())
                .filteredOn(drift -> drift.action() == DriftAction.WAITS_FOR_OPERATOR)
                .hasSize(20);
        assertThat(view().stagedRemovals()).hasSize(20);
    }
}
