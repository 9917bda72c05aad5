package io.accountmigration.usersync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.accountmigration.publisher.PublisherRole;
import io.accountmigration.usersync.UserLink.NoCounterpart;
import io.accountmigration.usersync.comparison.Drift;
import io.accountmigration.usersync.comparison.DriftAction;
import io.accountmigration.usersync.operations.UserSyncView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two entries of the portal with one address are one person of Partner Center: one is kept in step, the other listed. */
class TwinsTest extends SyncTest {

    @BeforeEach
    void haveAnOwnerOnBothSides() {
        haveAnOwner();
    }

    @ParameterizedTest
    @CsvSource({
        "OWNER,       CONTRIBUTOR, Manager,   u-1, u-2",
        "CONTRIBUTOR, OWNER,       Manager,   u-2, u-1",
        "CONTRIBUTOR, CONTRIBUTOR, Developer, u-1, u-2"
    })
    void theEntryWithTheRightRoleIsKeptAndTheOtherOneListed(
            PublisherRole first, PublisherRole second, String role, String kept, String twin) {
        for (var listed : new boolean[] {false, true}) {
            publisherId = publisherId + (listed ? "-listed" : "");
            haveAnOwner();
            haveTwins(first, second, role);
            startUserSync.startFor(
                    publisherId,
                    publisherId,
                    clock.instant(),
                    listed ? List.of(new ListedUser(twin, "bob@example.com", NoCounterpart.TWIN)) : List.of(),
                    Optional.empty());
            work();
            compareAgain();

            assertThat(entry(kept).active()).isTrue();
            assertThat(entry(twin).active()).isTrue();
            assertThat(view().unmapped())
                    .extracting(Drift::portalUserId, Drift::action, Drift::detail)
                    .containsExactly(tuple(twin, DriftAction.REMOVE_TWIN, "TWIN"));
            assertThat(view().state()).isEqualTo(UserSyncView.State.IN_STEP);
            assertThat(view().parity().equal()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Developer"})
    void whoLosesSomethingDoesNotKeepItByTheOtherEntryWithoutAnOperatorBeingAsked(String left) {
        haveTwins(PublisherRole.OWNER, PublisherRole.OWNER, "Manager");
        begin();
        compareAgain();
        if (left.isEmpty()) {
            remove("bob");
        } else {
            add("bob", left);
        }
        poll();
        work();

        assertThat(view().stagedRemovals()).singleElement().satisfies(staged -> assertThat(staged.reason())
                .isEqualTo("TWIN_REMAINS"));
        assertThat(alerts.told).containsExactly(publisherId + " staged 1");
        decideRemovals.approve(publisherId, Instant.MAX, "operator", "has left");
        work();
        requireEqual();
    }

    @Test
    void aTwinIsNoOwnerWhoCouldRemain() {
        haveTwins(PublisherRole.OWNER, PublisherRole.OWNER, "Manager");
        begin();
        remove("boss");
        poll();
        work();
        clock.advance(Duration.ofSeconds(1));
        remove("bob");
        poll();
        work();

        assertThat(view().held()).hasSize(1);
        assertThat(entry("u-1").isActiveOwner()).isTrue();
    }

    private void haveTwins(PublisherRole first, PublisherRole second, String role) {
        portal.edit(publisherId, "u-1", "Bob@example.com", first);
        portal.edit(publisherId, "u-2", "bob@Example.com", second);
        partnerCenter.put(publisherId, "bob", "bob@example.com", Set.of(role), Duration.ZERO);
        clock.advance(Duration.ofSeconds(1));
    }

    private void compareAgain() {
        requestReconciliation.ofAll(publisherId);
        work();
        clock.advance(Duration.ofSeconds(1));
    }
}
