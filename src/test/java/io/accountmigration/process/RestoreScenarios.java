package io.accountmigration.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.never;

import io.accountmigration.eligibility.FindingCode;
import io.accountmigration.migration.CaseView;
import io.accountmigration.migration.MigrationRefused;
import io.accountmigration.migration.MigrationState;
import io.accountmigration.migration.Refusal;
import io.accountmigration.migration.UserLeftBehind;
import io.accountmigration.migration.ViewMigrations;
import io.accountmigration.migration.move.ResumeMovedCases;
import io.accountmigration.partner.PartnerCenterAccount.State;
import io.accountmigration.partner.PartnerRole;
import io.accountmigration.partner.Vetting;
import io.accountmigration.ports.InMemoryPartnerCenter;
import io.accountmigration.publisher.PublisherRole;
import io.accountmigration.publisher.PublisherStatus;
import io.accountmigration.publisher.UserType;
import io.accountmigration.usersync.StartUserSync;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The database is restored from a backup, and the account has moved since. */
abstract class RestoreScenarios extends Scenario {

    /** Where the case stood when the backup was made. */
    enum At {
        WORK_EMAIL(Scenario::start),
        CODE(scenario -> scenario.startAndProvide("colleague@contoso.com")),
        ENROLMENT(scenario -> {
            scenario.portal.add(scenario.publisherId, Optional.empty(), OWNER);
            scenario.startAndProvide(OWNER);
        }),
        PENDING(scenario -> {
            scenario.partnerNetwork.add(PARTNER_ID, Vetting.PENDING, CONTOSO);
            scenario.startAndProvide(OWNER);
        }),
        LOCK(scenario -> scenario.stopAt(MoveFault.LOCK)),
        OPEN(scenario -> scenario.stopAt(MoveFault.OPEN)),
        SETTINGS(scenario -> scenario.stopAt(MoveFault.SETTINGS)),
        USERS(scenario -> scenario.stopAt(MoveFault.USERS)),
        VERIFY(scenario -> scenario.stopAt(MoveFault.VERIFY)),
        INSTANCE_GONE(scenario -> {
            scenario.start();
            scenario.runtimeService.deleteProcessInstance(scenario.instanceId(), "an administrator was here");
        });

        private final Consumer<RestoreScenarios> way;

        At(Consumer<RestoreScenarios> way) {
            this.way = way;
        }
    }

    @Autowired
    private ResumeMovedCases resumeMovedCases;

    @Autowired
    private StartUserSync startUserSync;

    @Autowired
    private ViewMigrations viewMigrations;

    @ParameterizedTest
    @EnumSource
    void aCaseWhoseAccountHasMovedMeanwhileIsAdoptedWhereverItStood(At at) {
        restoreAt(at, State.ACTIVE);

        look();

        assertAdopted();
    }

    @ParameterizedTest
    @EnumSource
    void anAccountThatWasSwitchedAndNotYetActiveIsActivated(At at) {
        restoreAt(at, State.PROVISIONING);

        look();

        assertAdopted();
    }

    @ParameterizedTest
    @EnumSource(names = {"WORK_EMAIL", "USERS"})
    void anAccountThatALaterCaseOpenedIsAdoptedToo(At at) {
        restoreAt(at, State.ACTIVE);
        partnerCenter.add(publisherId, State.ACTIVE, UUID.randomUUID().toString());

        look();

        assertAdopted();
    }

    @Test
    void anOwnerWhoIsFasterThanTheLookIsNotAskedForMore() {
        restoreAt(At.WORK_EMAIL, State.ACTIVE);

        provide(OWNER);

        assertAdopted();
    }

    @Test
    void anOwnerWhoIsNoneAnyMoreDoesNotUndoIt() {
        restoreAt(At.WORK_EMAIL, State.ACTIVE);
        portal.put(portal.publisher(publisherId), java.util.List.of());
        portal.addUser(publisherId, CO_OWNER, UserType.USER, PublisherRole.OWNER);

        look();

        assertAdopted();
    }

    @ParameterizedTest
    @EnumSource(names = {"LOCK", "OPEN", "SETTINGS", "USERS", "VERIFY"})
    void givingUpRemovesNoAccountThatIsNotProvisional(At at) {
        restoreAt(at, State.ACTIVE);
        cancel();
        waitOutTheRetries();
        assertThat(incident().getIncidentMessage()).contains("nothing is undone");

        look();

        assertAdopted();
    }

    @ParameterizedTest
    @EnumSource(names = {"OPEN", "USERS"})
    void anActiveAccountStaysAlsoWhereTheOldPortalWasNotSwitched(At at) {
        at.way.accept(this);
        partnerCenter.add(publisherId, State.ACTIVE, theCase().id().toString());
        cancel();
        waitOutTheRetries();

        assertThat(incident().getIncidentMessage()).contains("is active and is not closed");
        assertThat(partnerCenter.accountOf(publisherId)).isPresent();
    }

    @ParameterizedTest
    @EnumSource(names = {"OPEN", "USERS"})
    void anActiveAccountOfTheCaseIsNotWrittenToAndTheOldPortalSwitched(At at) {
        at.way.accept(this);
        partnerCenter.add(publisherId, State.ACTIVE, theCase().id().toString());
        partnerCenter.addMember(publisherId, PartnerRole.MANAGER, OWNER);
        clearInvocations(partnerCenter);
        letterbox.clear();

        retryAsAnOperator();

        assertAdopted();
    }

    @Test
    void twoPortalsThatNameDifferentAccountsAreForAnOperator() {
        restoreAt(At.WORK_EMAIL, State.ACTIVE);
        portal.moved(publisherId, "another account");

        look();
        waitOutTheRetries();

        assertThat(incident().getActivityId()).isEqualTo("serviceTask_lockPublisher");
        assertThat(incident().getIncidentMessage()).contains("has moved to account another account");
        assertThat(theCase().state()).isEqualTo(MigrationState.MOVING);
        then(partnerCenter).should(never()).close(any(), any());
    }

    @Test
    void everybodyWhoIsNotThereIsListedAndNobodyIsBroughtBack() {
        start();
        portal.addUser(publisherId, "team@contoso.com", UserType.GROUP, PublisherRole.CONTRIBUTOR);
        portal.addUser(publisherId, "removed@contoso.com", UserType.USER, PublisherRole.CONTRIBUTOR);
        moveMeanwhile(State.ACTIVE);

        look();

        assertAdopted();
        assertThat(theCase().usersLeftBehind())
                .extracting(UserLeftBehind::userId, left -> left.finding().code())
                .containsExactlyInAnyOrder(
                        tuple("u-team@contoso.com", FindingCode.USER_IS_GROUP),
                        tuple("u-removed@contoso.com", FindingCode.USER_NOT_ARRIVED));
        assertThat(partnerCenter.principalsOf(publisherId)).containsExactly("MANAGER " + OWNER);
    }

    @Test
    void aSuspendedCaseIsLeftToWhoSuspendedIt() {
        restoreAt(At.WORK_EMAIL, State.ACTIVE);
        runtimeService.suspendProcessInstanceById(instanceId());

        look();
        assertThat(theCase().state()).isEqualTo(MigrationState.ACTION_REQUIRED);

        runtimeService.activateProcessInstanceById(instanceId());
        look();
        assertAdopted();
    }

    @Test
    void aCaseThatMovesIsLeftAlone() {
        stopAt(MoveFault.SETTINGS);
        var other = publisherId;

        look();

        assertThat(portal.publisher(other).status()).isEqualTo(PublisherStatus.LOCKED);
        assertThat(incident().getActivityId()).isEqualTo("serviceTask_transferSettings");
    }

    @Test
    void aStartOfAPublisherWhoseAccountHasMovedIsRefusedAsMigrated() {
        portal.moved(publisherId, InMemoryPartnerCenter.idFor(publisherId));

        assertThatThrownBy(this::start)
                .isInstanceOfSatisfying(MigrationRefused.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(Refusal.ALREADY_MIGRATED));
    }

    /** The case that moved it began after the backup, and is lost; the newest that is known had been given up. */
    @Test
    void anAccountWhoseNewestKnownCaseHadEndedIsSaidToHaveMovedSince() {
        start();
        cancel();
        assertThat(theCase().state()).isEqualTo(MigrationState.CANCELLED);
        assertThat(viewMigrations.latest(publisherId, OPERATOR).situation()).isEqualTo(CaseView.Situation.CANCELLED);
        moveMeanwhile(State.ACTIVE);

        look();
        portal.movedPublishersAfter("", 1000).forEach(startUserSync::adopt);
        runJobs();

        var view = viewMigrations.latest(publisherId, OPERATOR);
        assertThat(view.situation()).isEqualTo(CaseView.Situation.MOVED_SINCE);
        assertThat(view.problem()).contains(FindingCode.ALREADY_MIGRATED.naming(publisherId));
        assertThat(view.actors()).isEmpty();
    }

    @Test
    void lookingTwiceChangesNothing() {
        restoreAt(At.WORK_EMAIL, State.ACTIVE);

        look();
        look();

        assertAdopted();
    }

    void stopAt(MoveFault fault) {
        fault.strike(this, Scenario::untilAnOperatorRetries);
        startAndProvide(OWNER);
        waitOutTheRetries();
    }

    private void restoreAt(At at, State state) {
        at.way.accept(this);
        moveMeanwhile(state);
    }

    private void moveMeanwhile(State state) {
        partnerCenter.add(publisherId, state, theCase().id().toString());
        partnerCenter.addMember(publisherId, PartnerRole.MANAGER, OWNER);
        portal.moved(publisherId, InMemoryPartnerCenter.idFor(publisherId));
        clearInvocations(partnerCenter);
        letterbox.clear();
        pass(Duration.ofSeconds(1));
    }

    private void look() {
        resumeMovedCases.find(portal.movedPublishersAfter("", 1000)).forEach(resumeMovedCases::resume);
        runJobs();
    }

    private void assertAdopted() {
        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
        assertThat(isOver()).isTrue();
        assertThat(partnerCenter.accountOf(publisherId).orElseThrow().state()).isEqualTo(State.ACTIVE);
        assertThat(portal.publisher(publisherId).status()).isEqualTo(PublisherStatus.READ_ONLY);
        then(partnerCenter).should(never()).close(any(), any());
        then(partnerCenter).should(never()).putSettings(any(), any(), any(), any());
        then(partnerCenter).should(never()).addUser(any(), any(), any(), any(), any());
        // Owners are told how it ended, and asked for nothing.
        assertThat(letterbox.letters())
                .allSatisfy(letter -> assertThat(letter.subject()).contains("has moved"));
    }
}
