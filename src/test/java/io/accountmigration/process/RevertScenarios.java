package io.accountmigration.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.BDDMockito.willCallRealMethod;
import static org.mockito.BDDMockito.willDoNothing;

import io.accountmigration.migration.MigrationRefused;
import io.accountmigration.migration.MigrationState;
import io.accountmigration.migration.trail.MigrationEvents;
import io.accountmigration.partner.CloseAccountResult;
import io.accountmigration.partner.PartnerCenterAccount.State;
import io.accountmigration.partner.PartnerCenterUnavailable;
import io.accountmigration.process.engine.ExceptionCauses;
import io.accountmigration.process.migration.AccountMigrationModel;
import io.accountmigration.publisher.CloudPartnerPortalUnavailable;
import io.accountmigration.publisher.PublisherStatus;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mockito.BDDMockito.BDDStubber;
import org.springframework.beans.factory.annotation.Autowired;

/** A move that is given up leaves the account in the old portal as it was. */
abstract class RevertScenarios extends Scenario {

    @Autowired
    MigrationEvents events;

    @ParameterizedTest
    @EnumSource
    void aMoveThatIsGivenUpAtAFailedStepIsReverted(MoveFault fault) {
        fault.strike(this, Scenario::untilAnOperatorRetries);
        startAndProvide(OWNER);
        waitOutTheRetries();

        cancel();
        letLateEffectsSettle();

        assertNothingIsLeft();
    }

    /** Not where users are transferred: that step checks who has arrived, and continues by itself. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "USERS")
    void aMoveThatIsGivenUpIsRevertedAlsoWhenOnlyTheAnswerWasLost(MoveFault fault) {
        fault.strike(this, Scenario::answersLostUntilAnOperatorRetries);
        startAndProvide(OWNER);
        waitOutTheRetries();

        cancel();
        letLateEffectsSettle();

        assertNothingIsLeft();
    }

    @Test
    void aRevertUndoesFromTheLastToTheFirst() {
        MoveFault.USERS.strike(this, Scenario::untilAnOperatorRetries);
        startAndProvide(OWNER);
        waitOutTheRetries();

        cancel();

        assertThat(begun)
                .isWaitingAt("event_lateEffectsSettled")
                .hasPassedInOrder("serviceTask_closePartnerCenterAccount", "serviceTask_unlockPublisher");
        letLateEffectsSettle();
        assertThat(begun)
                .isEnded()
                .hasPassedInOrder(
                        "serviceTask_unlockPublisher",
                        "event_lateEffectsSettled",
                        "serviceTask_verifyRevert",
                        "endEvent_moveReverted",
                        "endEvent_migrationReverted")
                .hasNotPassed("serviceTask_verifyMove", "serviceTask_makePublisherReadOnly");
    }

    @Test
    void givingUpTwiceChangesNothing() {
        MoveFault.USERS.strike(this, Scenario::untilAnOperatorRetries);
        startAndProvide(OWNER);
        waitOutTheRetries();
        cancel();

        cancel();
        letLateEffectsSettle();

        assertNothingIsLeft();
    }

    @Test
    void aMoveThatDoesNotEndBeforeTheLockDoesIsGivenUpByItself() {
        MoveFault.OPEN.strike(this, Scenario::untilAnOperatorRetries);
        startAndProvide(OWNER);
        waitOutTheRetries();

        pass(Duration.ofHours(19));
        letLateEffectsSettle();

        assertNothingIsLeft();
    }

    @Test
    void aMoveWhoseInstanceWasDeletedShowsAsStuckAndIsRevertedWhenItIsGivenUp() {
        MoveFault.USERS.strike(this, Scenario::untilAnOperatorRetries);
        startAndProvide(OWNER);
        var deleted = instanceId();
        runtimeService.deleteProcessInstance(deleted, "an administrator was here");
        assertThat(workflow.stuck(Set.of(deleted))).containsExactly(deleted);

        cancel();
        letLateEffectsSettle();

        assertNothingIsLeft();
    }

    @Test
    void aPreparationWhoseInstanceWasDeletedIsOverWhenItIsGivenUp() {
        start();
        runtimeService.deleteProcessInstance(instanceId(), "an administrator was here");

        cancel();
        letLateEffectsSettle();

        assertNothingIsLeft();
    }

    @Test
    void nobodyButTheProgramStartsARevert() {
        start();

        assertThatThrownBy(() -> as(OWNER, () -> runtimeService
                        .createProcessInstanceByKey(AccountMigrationModel.PROCESS_ID)
                        .businessKey(publisherId)
                        .startBeforeActivity(AccountMigrationModel.REVERT)
                        .execute()))
                .satisfies(failure -> assertThat(ExceptionCauses.find(failure, MigrationRefused.class))
                        .isPresent());
        assertThat(instances()).isEqualTo(1);
    }

    @Test
    void anAccountOfSomebodyElseEndsTheMoveAndStays() {
        partnerCenter.add(publisherId, State.ACTIVE, "somebody else");

        startAndProvide(OWNER);
        letLateEffectsSettle();

        assertReverted();
        assertThat(problem()).isEqualTo("ACCOUNT_CONFLICT");
        assertThat(partnerCenter.accountOf(publisherId).orElseThrow().openedBy())
                .isEqualTo("somebody else");
    }

    @Test
    void anAccountThatAppearsLateIsClosedToo() {
        MoveFault.OPEN.strike(this, Scenario::untilAnOperatorRetries);
        startAndProvide(OWNER);
        waitOutTheRetries();
        cancel();

        partnerCenter.add(publisherId, State.PROVISIONING, theCase().id().toString());
        letLateEffectsSettle();
        letLateEffectsSettle();

        assertNothingIsLeft();
    }

    @Test
    void aLockThatStaysIsEndedAgain() {
        MoveFault.OPEN.strike(this, Scenario::untilAnOperatorRetries);
        willDoNothing().willCallRealMethod().given(portal).unlock(any(), any());
        startAndProvide(OWNER);
        waitOutTheRetries();
        cancel();

        assertThat(begun).isWaitingAt("event_lateEffectsSettled");
        letLateEffectsSettle();

        assertNothingIsLeft();
    }

    /** What the outside accepts to undo and shows all the same. */
    enum Kept {
        ACCOUNT(new CloseAccountResult.Closed()) {
            @Override
            void by(RevertScenarios scenario, BDDStubber stubber) {
                stubber.given(scenario.partnerCenter).close(any(), any());
            }
        },
        LOCK(null) {
            @Override
            void by(RevertScenarios scenario, BDDStubber stubber) {
                stubber.given(scenario.portal).unlock(any(), any());
            }
        };

        private final Object accepted;

        Kept(Object accepted) {
            this.accepted = accepted;
        }

        abstract void by(RevertScenarios scenario, BDDStubber stubber);
    }

    @ParameterizedTest
    @EnumSource
    void whatTheOutsideShowsForEverIsAnIncidentAndNoTrailWithoutEnd(Kept kept) {
        MoveFault.USERS.strike(this, Scenario::untilAnOperatorRetries);
        startAndProvide(OWNER);
        waitOutTheRetries();
        kept.by(this, willAnswer(call -> kept.accepted));
        cancel();
        letLateEffectsSettle();
        var expectedBy = theCase().expectedBy();
        var trail = events.trailOf(theCase().id()).size();

        waitOutTheRetries();

        assertThat(incident().getActivityId()).isEqualTo("serviceTask_verifyRevert");
        assertThat(incident().getIncidentMessage()).contains("still shows");
        assertThat(workflow.stuck(Set.of(instanceId()))).containsExactly(instanceId());
        assertThat(theCase().expectedBy()).isEqualTo(expectedBy);
        assertThat(events.trailOf(theCase().id())).hasSize(trail);

        kept.by(this, willCallRealMethod());
        retryAsAnOperator();

        assertNothingIsLeft();
    }

    @Test
    void closingThatFailsIsAnIncidentThatAnOperatorRetriesToTheGoodEnd() {
        MoveFault.USERS.strike(this, Scenario::untilAnOperatorRetries);
        untilAnOperatorRetries(new PartnerCenterUnavailable("down", null, null))
                .given(partnerCenter)
                .close(any(), any());
        giveUpAndRetry("serviceTask_closePartnerCenterAccount");
    }

    @Test
    void unlockingThatFailsIsAnIncidentThatAnOperatorRetriesToTheGoodEnd() {
        MoveFault.USERS.strike(this, Scenario::untilAnOperatorRetries);
        untilAnOperatorRetries(new CloudPartnerPortalUnavailable("down", null, null))
                .given(portal)
                .unlock(any(), any());
        giveUpAndRetry("serviceTask_unlockPublisher");
    }

    private void giveUpAndRetry(String activityId) {
        startAndProvide(OWNER);
        waitOutTheRetries();
        cancel();
        waitOutTheRetries();
        assertThat(incident().getActivityId()).isEqualTo(activityId);

        retryAsAnOperator();
        letLateEffectsSettle();

        assertNothingIsLeft();
    }

    private void assertNothingIsLeft() {
        assertReverted();
        assertThat(partnerCenter.accountOf(publisherId)).isEmpty();
    }

    private void assertReverted() {
        assertThat(isOver()).isTrue();
        assertThat(begun).isEnded();
        assertThat(theCase().state()).isEqualTo(MigrationState.REVERTED);
        assertThat(portal.publisher(publisherId).status()).isEqualTo(PublisherStatus.ACTIVE);
        assertThat(portal.publisher(publisherId).lockedBy()).isEmpty();
    }
}
