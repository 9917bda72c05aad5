package io.accountmigration.usersync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;

/** What is pushed counts at once, and only until Partner Center itself says otherwise. */
@TestPropertySource(properties = "user-sync.lag=PT1H")
class PushedChangesTest extends SyncTest {

    @BeforeEach
    void haveAnnAndBob() {
        haveAnOwner();
        add("ann", "Developer");
        add("bob", "Developer");
        add("cid", "Manager");
        begin();
        poll();
        work();
        assertThat(inPortal()).hasSize(4);
        clock.advance(Duration.ofHours(3));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 280})
    void aPushFromAClockThatIsAheadHidesNothingThatHappensLater(int secondsAhead) {
        push("p1", "ann", ChangeOperation.CHANGE_ROLE, Set.of("Manager"), secondsAhead);
        push("p2", "bob", ChangeOperation.REMOVE, Set.of(), secondsAhead);
        work();
        clock.advance(Duration.ofSeconds(1));
        remove("ann");
        add("bob", "Manager");
        clock.advance(Duration.ofSeconds(1));
        poll();
        work();

        assertThat(entry("ann").active()).isFalse();
        assertThat(inPortal()).contains("bob@example.com;owner");
    }

    @Test
    void aPushFromAClockThatIsAheadMayBeRepeated() {
        var told = push("p1", "ann", ChangeOperation.CHANGE_ROLE, Set.of("Manager"), 280);
        clock.advance(Duration.ofSeconds(1));
        acceptUserChange.accept(publisherId, told);
        clock.advance(Duration.ofMinutes(10));
        acceptUserChange.accept(publisherId, told);
        work();

        assertThat(inPortal()).contains("ann@example.com;owner");
    }

    @Test
    void whatTheListsDoNotConfirmIsPutRightWithoutBeingAsked() {
        push("p1", "cid", ChangeOperation.REMOVE, Set.of(), 0);
        push("p2", "ann", ChangeOperation.CHANGE_ROLE, Set.of("Manager"), 0);
        push("p3", "ghost", ChangeOperation.ADD, Set.of("Developer"), 0);
        work();
        assertThat(inPortal()).contains("ann@example.com;owner", "ghost@example.com;contributor");
        later(Duration.ofMinutes(61));

        assertThat(inPortal()).isEqualTo(inPartnerCenter());
        requireEqual();
    }

    @Test
    void whatOnlyAPushHasSaidIsNotCalledEqual() {
        push("p1", "ann", ChangeOperation.CHANGE_ROLE, Set.of("Manager"), 0);
        push("p2", "bob", ChangeOperation.REMOVE, Set.of(), 0);
        push("p3", "ghost", ChangeOperation.ADD, Set.of("Developer"), 0);
        work();

        assertThat(view().parity().portalHash()).isEqualTo(view().parity().partnerCenterHash());
        assertThat(view().parity().equal()).isFalse();
        assertThat(view().parity().unconfirmed()).isEqualTo(3);
    }

    @Test
    void whatSaysNothingNewLeavesBothSidesEqual() {
        push("p1", "ann", ChangeOperation.CHANGE_ROLE, Set.of("Developer"), 0);
        push("p2", "stranger", ChangeOperation.REMOVE, Set.of(), 0);
        work();

        assertThat(view().parity().equal()).isTrue();
    }

    @Test
    void whatTheFeedTellsTooIsEqual() {
        var removed = remove("bob");
        var promoted = add("ann", "Manager");
        push(removed);
        push(promoted);
        work();
        assertThat(view().parity().equal()).isFalse();
        poll();
        work();

        requireEqual();
    }

    @Test
    void whatTheFeedTellsBeforeThePushIsAppliedIsEqual() {
        push(add("ann", "Manager"));
        poll();
        work();

        requireEqual();
    }

    @Test
    void whatListsShowIsEqual() {
        partnerCenter.forget(publisherId, add("ann", "Manager"));
        push("p1", "ann", ChangeOperation.CHANGE_ROLE, Set.of("Manager"), 0);
        work();
        assertThat(view().parity().equal()).isFalse();
        later(Duration.ofMinutes(61));

        requireEqual();
    }

    @Test
    void anOwnerWhomOnlyAPushHasNamedDoesNotReplaceTheLastOne() {
        push("p1", "ann", ChangeOperation.CHANGE_ROLE, Set.of("Manager"), 0);
        push("p2", "boss", ChangeOperation.REMOVE, Set.of(), 0);
        push("p3", "cid", ChangeOperation.REMOVE, Set.of(), 0);
        work();

        assertThat(entry("u-boss").isActiveOwner() || entry("cid").isActiveOwner())
                .isTrue();
    }

    @Test
    void theLastOwnerGoesOnceTheFeedHasNamedTheNextOne() {
        remove("cid");
        poll();
        work();
        var named = add("ann", "Manager");
        var removed = remove("boss");
        push(named);
        push(removed);
        work();
        assertThat(entry("u-boss").isActiveOwner()).isTrue();
        poll();
        work();

        assertThat(entry("u-boss").active()).isFalse();
        requireEqual();
    }

    private IncomingChange push(
            String changeId, String userId, ChangeOperation operation, Set<String> roles, int secondsAhead) {
        var change = new IncomingChange(
                changeId,
                now().plusSeconds(secondsAhead),
                userId,
                userId + "@example.com",
                null,
                operation,
                operation.name(),
                roles);
        acceptUserChange.accept(publisherId, change);
        return change;
    }

    private Instant now() {
        return clock.instant();
    }
}
