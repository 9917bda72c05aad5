package io.accountmigration.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.startsWith;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.BDDMockito.willReturn;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import io.accountmigration.migration.MigrationState;
import io.accountmigration.migration.StepToBeContinued;
import io.accountmigration.migration.UserLeftBehind;
import io.accountmigration.partner.AddUserResult;
import io.accountmigration.partner.PartnerCenterUnavailable;
import io.accountmigration.ports.InMemoryPartnerCenter;
import io.accountmigration.publisher.LockResult;
import io.accountmigration.publisher.OutsideCallScope;
import io.accountmigration.publisher.PublisherRole;
import io.accountmigration.publisher.RequestKey;
import io.accountmigration.publisher.SettingsArea;
import io.accountmigration.publisher.UserType;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.stubbing.Answer;
import org.springframework.beans.factory.annotation.Autowired;

/** The move of a prepared account, up to the point of no return. */
abstract class MoveScenarios extends Scenario {

    @Autowired
    OutsideCallScope calls;

    private static final UUID ANOTHER_CASE = new UUID(0, 1);

    @ParameterizedTest
    @EnumSource
    void aStepThatFailsIsAnIncidentThatAnOperatorRetriesToTheGoodEnd(MoveFault fault) {
        fault.strike(this, Scenario::untilAnOperatorRetries);

        startAndProvide(OWNER);
        waitOutTheRetries();

        assertThat(incident().getActivityId()).isEqualTo(fault.activityId());
        assertThat(theCase().state()).isEqualTo(MigrationState.MOVING);

        retryAsAnOperator();

        assertThat(isOver()).isTrue();
        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
    }

    @ParameterizedTest
    @EnumSource
    void aStepWhoseAnswerIsLostIsRepeatedWithoutASecondEffect(MoveFault fault) {
        fault.strike(this, Scenario::answersLostUntilAnOperatorRetries);

        startAndProvide(OWNER);
        waitOutTheRetries();
        retryAsAnOperator();

        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
        assertThat(partnerCenter.principalsOf(publisherId)).containsExactly("MANAGER " + OWNER);
    }

    @Test
    void aSystemThatAsksToBeLeftAloneIsLeftAloneAtNoCostOfARetry() {
        var throttled = new PartnerCenterUnavailable("throttled", Duration.ofMinutes(2), null);
        willThrow(throttled, throttled, throttled, throttled, throttled, throttled)
                .willCallRealMethod()
                .given(partnerCenter)
                .open(any(), any(), any(), any());

        startAndProvide(OWNER);
        var retries = job().getRetries();
        pass(Duration.ofSeconds(119));

        assertThat(job().getRetries()).isEqualTo(retries);
        assertThat(job().getDuedate()).isEqualTo(Date.from(clock.instant().plusSeconds(1)));

        for (var wait = 1; wait <= 6; wait++) {
            pass(Duration.ofMinutes(2));
        }

        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
    }

    @Test
    void everyTryToLockAsksForTheSameEnd() {
        MoveFault.LOCK.strike(this, Scenario::answersLostUntilAnOperatorRetries);
        var end = clock.instant().plus(Duration.ofHours(20));

        startAndProvide(OWNER);
        waitOutTheRetries();
        retryAsAnOperator();

        verify(portal, times(5)).lock(any(), eq(end), any());
    }

    @Test
    void aLockOfAnotherCaseIsAnIncidentUntilItIsGone() {
        start();
        portal.lockFor(publisherId, ANOTHER_CASE.toString());
        provide(OWNER);
        waitOutTheRetries();

        assertThat(incident().getActivityId()).isEqualTo("serviceTask_lockPublisher");

        portal.unlock(publisherId, RequestKey.of(ANOTHER_CASE, ""));
        retryAsAnOperator();

        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
    }

    @Test
    void aStraightMoveTakesItsStepsInOrder() {
        start();
        assertThat(begun).isWaitingAt("userTask_provideWorkEmail");

        provide(OWNER);

        assertThat(begun)
                .isEnded()
                .hasPassedInOrder(
                        "serviceTask_lockPublisher",
                        "serviceTask_openPartnerCenterAccount",
                        "serviceTask_transferSettings",
                        "serviceTask_transferUsers",
                        "serviceTask_verifyMove",
                        "serviceTask_makePublisherReadOnly",
                        "serviceTask_activatePartnerCenterAccount",
                        "serviceTask_startUserSync",
                        "endEvent_accountMigrated")
                .hasNotPassed("serviceTask_closePartnerCenterAccount", "serviceTask_giveUpMove");
    }

    @Test
    void allSettingsAreTransferredInOneJobHoweverLongItTakes() {
        willAnswer(call -> {
                    advance(Duration.ofSeconds(11));
                    return call.callRealMethod();
                })
                .given(partnerCenter)
                .putSettings(any(), any(), any(), any());

        startAndProvide(OWNER);

        assertThat(begun).isEnded();
        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
        assertThat(runsOf("serviceTask_transferSettings")).isEqualTo(1);
    }

    @Test
    void moreUsersThanFitIntoOneJobAreTransferredInSeveralRunsThatCostNoRetry() {
        addUsers(4);
        addingTakes(Duration.ofSeconds(6));

        startAndProvide(OWNER);

        expectFailures(StepToBeContinued.class, 2);
        assertThat(begun).isEnded();
        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
        assertThat(runsOf("serviceTask_transferUsers")).isEqualTo(1);
        assertThat(partnerCenter.principalsOf(publisherId)).hasSize(5).contains("DEVELOPER user4@contoso.com");
        verify(partnerCenter, times(5)).addUser(any(), any(), any(), any(), any());
    }

    @Test
    void aRunThatIsContinuedIsNoFailureToAnybody() {
        addUsers(4);
        addingTakes(Duration.ofSeconds(6));
        start();
        as(OWNER, () -> taskService.complete(task().getId(), Map.of("workEmail", OWNER)));
        while (!isAt("serviceTask_transferUsers")) {
            run(job());
        }
        var retries = job().getRetries();

        run(job());

        expectFailures(StepToBeContinued.class, 1);
        assertThat(begun).isWaitingAt("serviceTask_transferUsers");
        assertThat(job()).hasRetries(retries).hasDueDate(Date.from(clock.instant()));
        assertThat(job().getExceptionMessage()).isNull();
        assertThat(incident()).isNull();
    }

    /** Each costs a call, and would be asked for again and again. */
    @Test
    void usersWhoAreRefusedOneAfterTheOtherAreRememberedFromRunToRun() {
        addUsers(9);
        willAnswer(call -> {
                    advance(Duration.ofSeconds(6));
                    return new AddUserResult.Refused("banned");
                })
                .given(partnerCenter)
                .addUser(any(), any(), startsWith("user"), any(), any());

        startAndProvide(OWNER);

        expectFailures(StepToBeContinued.class, 4);
        assertThat(begun).isEnded();
        assertThat(theCase().usersLeftBehind()).hasSize(9).doesNotHaveDuplicates();
        verify(partnerCenter, times(9)).addUser(any(), any(), startsWith("user"), any(), any());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 5})
    void aPortalAndAPartnerCenterThatAreSlowAreWaitedForInSeveralJobs(int seconds) {
        addUsers(12);
        start();
        outsideTakes(Duration.ofSeconds(seconds));

        provide(OWNER);

        expectFailures(StepToBeContinued.class);
        assertThat(begun).isEnded();
        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
        assertThat(partnerCenter.principalsOf(publisherId)).hasSize(13);
        verify(partnerCenter, times(13)).addUser(any(), any(), any(), any(), any());
    }

    @Test
    void systemsThatAreTooSlowForTheLockOfAJobAreAnIncidentAndNotAskedForEver() {
        start();
        outsideTakes(Duration.ofSeconds(11));

        provide(OWNER);
        waitOutTheRetries();

        assertThat(incident().getActivityId()).isEqualTo("serviceTask_transferSettings");
        outsideTakes(Duration.ZERO);
        retryAsAnOperator();
        assertThat(begun).isEnded();
        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
    }

    /** Calls take so long, and are refused as the way out refuses them. */
    private void outsideTakes(Duration time) {
        var isWithinAnother = new AtomicBoolean();
        Answer<Object> slow = call -> {
            if (!isWithinAnother.compareAndSet(false, true)) {
                return call.callRealMethod();
            }
            try {
                if (calls.isTooLateForJob()) {
                    throw new PartnerCenterUnavailable("the job has taken too long for another call", null, null);
                }
                advance(time);
                return call.callRealMethod();
            } finally {
                isWithinAnother.set(false);
            }
        };
        willAnswer(slow).given(portal).find(any());
        willAnswer(slow).given(portal).rosterOf(any());
        willAnswer(slow).given(partnerCenter).accountOf(any());
        willAnswer(slow).given(partnerCenter).settingsOf(any(), any());
        willAnswer(slow).given(partnerCenter).putSettings(any(), any(), any(), any());
        willAnswer(slow).given(partnerCenter).usersOf(any(), any());
        willAnswer(slow).given(partnerCenter).addUser(any(), any(), any(), any(), any());
    }

    private void addUsers(int count) {
        for (var user = 1; user <= count; user++) {
            portal.addUser(publisherId, "user" + user + "@contoso.com", UserType.USER, PublisherRole.CONTRIBUTOR);
        }
    }

    private void addingTakes(Duration time) {
        willAnswer(call -> {
                    advance(time);
                    return call.callRealMethod();
                })
                .given(partnerCenter)
                .addUser(any(), any(), any(), any(), any());
    }

    @Test
    void usersWhoCannotBeCarriedAreListedWithTheReason() {
        portal.addUser(publisherId, "team@contoso.com", UserType.GROUP, PublisherRole.CONTRIBUTOR);
        portal.addUser(publisherId, "robot@contoso.com", UserType.SERVICE_PRINCIPAL, PublisherRole.CONTRIBUTOR);
        portal.addUser(publisherId, "person@outlook.com", UserType.USER, PublisherRole.CONTRIBUTOR);
        portal.addUser(publisherId, "guest@other.com", UserType.USER, PublisherRole.CONTRIBUTOR);
        portal.addUser(publisherId, "banned@contoso.com", UserType.USER, PublisherRole.CONTRIBUTOR);
        willReturn(new AddUserResult.Refused("banned"))
                .given(partnerCenter)
                .addUser(any(), any(), eq("banned@contoso.com"), any(), any());

        startAndProvide(OWNER);

        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
        assertThat(partnerCenter.principalsOf(publisherId)).containsExactly("MANAGER " + OWNER);
        assertThat(theCase().usersLeftBehind())
                .extracting(UserLeftBehind::finding)
                .extracting(finding -> finding.code().name())
                .containsExactly(
                        "USER_IS_GROUP",
                        "USER_IS_SERVICE_PRINCIPAL",
                        "USER_HAS_CONSUMER_ACCOUNT",
                        "USER_OUTSIDE_TENANT",
                        "USER_REFUSED");
    }

    @Test
    void settingsThatArriveDifferentlyStopTheMoveBeforeThePointOfNoReturn() {
        willAnswer(call -> null)
                .willCallRealMethod()
                .given(partnerCenter)
                .putSettings(any(), eq(SettingsArea.PAYOUT), any(), any());

        startAndProvide(OWNER);
        waitOutTheRetries();
        assertThat(incident().getActivityId()).isEqualTo("serviceTask_verifyMove");

        var repaired = portal.publisher(publisherId).settings().get(SettingsArea.PAYOUT);
        partnerCenter.putSettings(InMemoryPartnerCenter.idFor(publisherId), SettingsArea.PAYOUT, repaired, null);
        retryAsAnOperator();

        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
    }

    @Test
    void aPublisherThatDisappearsStopsTheMove() {
        start();
        willAnswer(call -> {
                    portal.forget(publisherId);
                    return new LockResult.Locked();
                })
                .given(portal)
                .lock(any(), any(), any());

        provide(OWNER);
        waitOutTheRetries();

        assertThat(incident().getActivityId()).isEqualTo("serviceTask_transferSettings");
    }
}
