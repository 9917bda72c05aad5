package io.accountmigration.usersync;

import static org.assertj.core.api.Assertions.assertThat;

import io.accountmigration.publisher.PublisherRole;
import io.accountmigration.usersync.comparison.DriftAction;
import io.accountmigration.usersync.operations.UserSyncOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;

/** Partner Center's lists may be an hour old: what they show neither undoes nor hides what is known to be newer. */
@TestPropertySource(properties = "user-sync.lag=PT1H")
class LateListsTest extends SyncTest {

    @BeforeEach
    void haveOwnersForLong() {
        haveAnOwner();
        partnerCenter.put(publisherId, "ann", "ann@example.com", Set.of("Developer"), Duration.ZERO);
        for (var number = 0; number < 5; number++) {
            add("user" + number, "Developer");
        }
        clock.advance(Duration.ofHours(3));
        begin();
        pollAndWork();
        assertThat(inPortal()).contains("ann@example.com;contributor");
        clock.advance(Duration.ofHours(3));
    }

    /** Who is missing from lists although nothing has told of a removal, and how an operator has them read. */
    enum Reading {
        COMPARED {
            @Override
            void by(LateListsTest test) {
                test.compare();
            }
        },
        LOOKED_UP {
            @Override
            void by(LateListsTest test) {
                assertThat(test.lookUp("ann"))
                        .extracting(UserSyncOutcome::state, UserSyncOutcome::reason)
                        .containsExactly(ChangeState.PENDING, "MISSING_IN_LISTS");
            }
        };

        abstract void by(LateListsTest test);
    }

    @ParameterizedTest
    @EnumSource
    void whoIsMissingFromShortListsStays(Reading reading) {
        partnerCenter.hide("ann");
        for (var minute = 0; minute < 59; minute += 20) {
            reading.by(this);
            assertThat(entry("ann").active()).isTrue();
            later(Duration.ofMinutes(15));
            assertThat(entry("ann").active()).isTrue();
        }
        partnerCenter.hide();
        later(Duration.ofMinutes(20));
        later(Duration.ofHours(2));

        assertThat(entry("ann").active()).isTrue();
        requireEqual();
    }

    @ParameterizedTest
    @EnumSource
    void whoIsMissingFromAllListsIsRemovedWhenTheyMustShowHim(Reading reading) {
        partnerCenter.hide("ann");
        reading.by(this);
        later(Duration.ofMinutes(59));
        assertThat(entry("ann").active()).isTrue();
        later(Duration.ofMinutes(2));
        assertThat(entry("ann").active()).isFalse();

        partnerCenter.hide();
        later(Duration.ofHours(2));
        assertThat(entry("ann").active()).isTrue();
        requireEqual();
    }

    @Test
    void whoIsShownInBetweenIsMissingAnewAfterwards() {
        partnerCenter.hide("ann");
        compare();
        later(Duration.ofMinutes(40));
        partnerCenter.hide();
        compare();
        partnerCenter.hide("ann");
        later(Duration.ofMinutes(30));
        compare();
        later(Duration.ofMinutes(30));

        assertThat(entry("ann").active()).isTrue();
    }

    @Test
    void whoIsMissingAndToldToBeRemovedIsRemovedAtOnce() {
        partnerCenter.hide("ann");
        compare();
        remove("ann");
        pollAndWork();

        assertThat(entry("ann").active()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 30, 60})
    void aLookUpDoesNotReviveWhoIsKnownToBeRemoved(int minutes) {
        partnerCenter.listsLag(() -> Duration.ofMinutes(minutes));
        remove("ann");
        pollAndWork();
        lookUp("ann");

        assertThat(entry("ann").active()).isFalse();
        lookUp("ann@example.com");
        assertThat(entry("ann").active()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 30, 60})
    void aLookUpDoesNotDisableWhoWasJustAdded(int minutes) {
        partnerCenter.listsLag(() -> Duration.ofMinutes(minutes));
        add("bob", "Developer");
        pollAndWork();
        lookUp("bob");

        assertThat(inPortal()).contains("bob@example.com;contributor");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 30, 60})
    void aRemovalThatIsToldAfterALookUpStillCounts(int minutes) {
        partnerCenter.listsLag(() -> Duration.ofMinutes(minutes));
        partnerCenter.remove(publisherId, "ann", Duration.ofMinutes(40));
        clock.advance(Duration.ofSeconds(20));
        lookUp("ann");
        clock.advance(Duration.ofMinutes(41));
        pollAndWork();

        assertThat(entry("ann").active()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 30, 60})
    void anAdditionThatIsToldAfterALookUpStillCounts(int minutes) {
        remove("ann");
        pollAndWork();
        clock.advance(Duration.ofHours(3));
        partnerCenter.listsLag(() -> Duration.ofMinutes(minutes));
        partnerCenter.put(publisherId, "ann", "ann@example.com", Set.of("Manager"), Duration.ofMinutes(40));
        clock.advance(Duration.ofSeconds(20));
        lookUp("ann");
        clock.advance(Duration.ofMinutes(41));
        pollAndWork();

        assertThat(inPortal()).contains("ann@example.com;owner");
    }

    @Test
    void aLookUpPutsRightWhatSomebodyEditedInThePortal() {
        partnerCenter.listsLag(() -> Duration.ofMinutes(50));
        add("ann", "Manager");
        pollAndWork();
        portal.edit(publisherId, "ann", "ann@example.com", PublisherRole.CONTRIBUTOR);
        lookUp("ann");

        assertThat(inPortal()).contains("ann@example.com;owner");
    }

    @Test
    void whoIsInThePortalAndJustAddedToPartnerCenterIsNoStranger() {
        partnerCenter.listsLag(() -> Duration.ofMinutes(50));
        portal.edit(publisherId, "u-eve", "eve@example.com", PublisherRole.CONTRIBUTOR);
        partnerCenter.put(publisherId, "eve", "eve@example.com", Set.of("Developer"), Duration.ofMinutes(55));
        clock.advance(Duration.ofSeconds(1));
        compare();
        assertThat(inPortal()).contains("eve@example.com;contributor");
        assertThat(drift("eve@example.com")).containsExactly(DriftAction.WAITS_FOR_PARTNER_CENTER);
        later(Duration.ofMinutes(70));

        assertThat(inPortal()).contains("eve@example.com;contributor");
    }

    @Test
    void anOperatorIsAskedAboutAStrangerOnceListsThatAreSurelyNewerDoNotShowHimEither() {
        portal.edit(publisherId, "u-mallory", "mallory@example.com", PublisherRole.OWNER);
        compare();
        assertThat(view().stagedRemovals()).isEmpty();
        later(Duration.ofMinutes(61));
        assertThat(entry("u-mallory").active()).isTrue();
        assertThat(view().stagedRemovals()).hasSize(1);
        decideRemovals.approve(publisherId, Instant.MAX, "operator", "not ours");
        work();

        assertThat(entry("u-mallory").active()).isFalse();
    }

    @Test
    void aListThatMayBeOlderThanAStagedRemovalDoesNotDisproveIt() {
        for (var number = 0; number < 5; number++) {
            remove("user" + number);
        }
        remove("ann");
        pollAndWork();
        assertThat(view().stagedRemovals()).hasSize(6);
        partnerCenter.listsLag(() -> Duration.ofMinutes(30));
        compare();
        assertThat(view().stagedRemovals()).hasSize(6);

        decideRemovals.approve(publisherId, Instant.MAX, "operator", "they left");
        work();
        assertThat(inPortal()).containsExactly("boss@example.com;owner");
    }

    @Test
    void aPushAndItsContradictionLeadToOneComparisonEachWhichAreMadeWhenListsShowThem() {
        var told = pushed(add("ann", "Manager"));
        acceptUserChange.accept(publisherId, withRoles(told, Set.of("Marketer")));
        work();
        var reads = partnerCenter.rosterReads();
        for (var poll = 0; poll < 100; poll++) {
            clock.advance(Duration.ofMinutes(1));
            poll();
            later(Duration.ZERO);
        }

        assertThat(partnerCenter.rosterReads() - reads).isEqualTo(2);
        assertThat(inPortal()).contains("ann@example.com;owner");
    }

    private void compare() {
        requestReconciliation.ofAll(publisherId);
        work();
    }

    private List<DriftAction> drift(String subject) {
        return viewUserSync.driftOf(publisherId).orElseThrow().drifts().stream()
                .filter(drift -> drift.subject().equals(subject))
                .map(drift -> drift.action())
                .toList();
    }
}
