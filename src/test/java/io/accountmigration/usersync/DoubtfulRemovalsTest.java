package io.accountmigration.usersync;

import static org.assertj.core.api.Assertions.assertThat;

import io.accountmigration.publisher.PublisherRole;
import io.accountmigration.usersync.comparison.Drift;
import io.accountmigration.usersync.comparison.DriftAction;
import io.accountmigration.usersync.operations.UserSyncView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever is missing from a list may have been left out: now from Partner Center's, or from the portal's at the move. */
class DoubtfulRemovalsTest extends SyncTest {

    @BeforeEach
    void haveAnOwnerOnBothSides() {
        haveAnOwner();
    }

    @Nested
    class NeverInPartnerCenter {

        @ParameterizedTest
        @EnumSource(PublisherRole.class)
        void staysUntilAnOperatorDecides(PublisherRole role) {
            beginWithout("zoe", role);
            compareManyTimes();

            assertThat(entry("zoe").active()).isTrue();
            assertThat(view().state()).isEqualTo(UserSyncView.State.REMOVALS_STAGED);
            assertThat(view().stagedRemovals()).singleElement().satisfies(staged -> assertThat(staged.reason())
                    .isEqualTo("NEVER_IN_PARTNER_CENTER"));
            assertThat(drifts()).extracting(Drift::action).containsExactly(DriftAction.WAITS_FOR_OPERATOR);
            assertThat(view().parity().equal()).isFalse();
            assertThat(alerts.told).containsExactly(publisherId + " staged 1");

            decideRemovals.approve(publisherId, Instant.MAX, "operator", "left the company");
            work();
            assertThat(entry("zoe").active()).isFalse();
            requireEqual();
        }

        @Test
        void staysListedWhenAnOperatorSaysSo() {
            beginWithout("zoe", PublisherRole.CONTRIBUTOR);
            decideRemovals.reject(publisherId, Instant.MAX, "operator", "belongs here");
            compareManyTimes();

            assertThat(entry("zoe").active()).isTrue();
            assertThat(drifts()).extracting(Drift::action).containsExactly(DriftAction.KEPT_BY_OPERATOR);
        }

        @Test
        void isKnownOncePartnerCenterHasThePerson() {
            beginWithout("zoe", PublisherRole.CONTRIBUTOR);
            add("zoe", "Developer");
            poll();
            work();
            compareManyTimes();

            assertThat(view().stagedRemovals()).isEmpty();
            assertThat(portal.users(publisherId)).hasSize(2);
            requireEqual();
        }

        @Test
        void keepsNoRemovalOfOthersWaiting() {
            add("ann", "Developer");
            beginWithout("zoe", PublisherRole.CONTRIBUTOR);
            remove("ann");
            poll();
            work();

            assertThat(entry("ann").active()).isFalse();
            assertThat(entry("zoe").active()).isTrue();
        }

        private void beginWithout(String name, PublisherRole role) {
            begin();
            portal.edit(publisherId, name, name + "@example.com", role);
            requestReconciliation.ofAll(publisherId);
            work();
            clock.advance(Duration.ofSeconds(1));
        }
    }

    @Nested
    class OwnersWhomListsLeaveOut {

        @Test
        void stayUntilTheListsShowThemAgain() {
            beginWith("chief");
            partnerCenter.hide("chief");
            compareManyTimes();

            assertThat(entry("chief").active()).isTrue();
            assertThat(view().stagedRemovals()).singleElement().satisfies(staged -> assertThat(staged.reason())
                    .isEqualTo("OWNER_ONLY_MISSING_IN_LISTS"));
            assertThat(alerts.told).containsExactly(publisherId + " staged 1");

            partnerCenter.hide();
            compareManyTimes();
            assertThat(view().stagedRemovals()).isEmpty();
            requireEqual();
        }

        @Test
        void areRemovedWhenTheFeedTellsSo() {
            beginWith("chief");
            partnerCenter.hide("chief");
            compareManyTimes();
            partnerCenter.hide();
            remove("chief");
            requireRemovedByTheFeed();
        }

        @Test
        void areRemovedWhenTheFeedToldSoBefore() {
            beginWith("chief");
            partnerCenter.remove(publisherId, "chief", Duration.ofMinutes(5));
            compareManyTimes();
            assertThat(view().stagedRemovals()).hasSize(1);
            clock.advance(Duration.ofMinutes(5));
            requireRemovedByTheFeed();
        }

        private void requireRemovedByTheFeed() {
            poll();
            work();

            assertThat(entry("chief").active()).isFalse();
            assertThat(view().stagedRemovals()).isEmpty();
            requireEqual();
        }

        @Test
        void stayWhenTheyWereRemovedOnceAndHaveComeBack() {
            beginWith("chief");
            remove("chief");
            poll();
            work();
            beginWith("chief");
            partnerCenter.hide("chief");
            compareManyTimes();

            assertThat(entry("chief").active()).isTrue();
        }

        @Test
        void stayWhenAnOperatorLooksOneUp() {
            beginWith("chief");
            partnerCenter.hide("chief");

            assertThat(lookUp("chief@example.com").state()).isEqualTo(ChangeState.STAGED);
            assertThat(entry("chief").active()).isTrue();
        }

        private void beginWith(String owner) {
            add(owner, "Manager");
            begin();
            poll();
            work();
            assertThat(entry(owner).isActiveOwner()).isTrue();
            clock.advance(Duration.ofSeconds(1));
        }
    }

    private void compareManyTimes() {
        for (var time = 0; time < 3; time++) {
            requestReconciliation.ofAll(publisherId);
            work();
            clock.advance(Duration.ofSeconds(1));
        }
    }

    private List<Drift> drifts() {
        return viewUserSync.driftOf(publisherId).orElseThrow().drifts();
    }
}
