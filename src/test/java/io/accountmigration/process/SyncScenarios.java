package io.accountmigration.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import io.accountmigration.partner.PartnerCenterUnavailable;
import io.accountmigration.process.usersync.UserBackSyncModel;
import io.accountmigration.publisher.CloudPartnerPortalUnavailable;
import io.accountmigration.usersync.ChangeOperation;
import io.accountmigration.usersync.operations.RequestReconciliation;
import io.accountmigration.usersync.operations.UserSyncView.State;
import io.accountmigration.usersync.operations.ViewUserSync;
import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** After the move: users follow Partner Center. */
abstract class SyncScenarios extends Scenario {

    @Autowired
    RequestReconciliation requestReconciliation;

    @Autowired
    ViewUserSync viewUserSync;

    @BeforeEach
    void move() {
        startAndProvide(OWNER);
        assertThat(theCase().state().name()).isEqualTo("MIGRATED");
    }

    @Test
    void aMovedAccountIsComparedWithWhatItsVerificationHasRead() {
        verify(partnerCenter, never()).rosterOf(any());
        var view = viewUserSync.of(publisherId).orElseThrow();
        assertThat(view.parity().equal()).isTrue();
        assertThat(view.state()).isEqualTo(State.IN_STEP);
        assertThat(usersReadByVerification()).isNull();
    }

    @Test
    void anAccountIsComparedInFullAndTheWorkEnds() {
        advance(Duration.ofSeconds(1));
        requestReconciliation.ofAll(publisherId);
        var sync = sync();
        runJobs();

        assertThat(sync)
                .isEnded()
                .hasPassedInOrder(
                        "startEvent_changesPending",
                        "serviceTask_validateChanges",
                        "serviceTask_mapRoles",
                        "serviceTask_applyChanges",
                        "serviceTask_recordOutcome",
                        "serviceTask_reconcileUsers",
                        "serviceTask_recordOutcome",
                        "endEvent_usersInStep")
                .hasNotPassed("event_removalsSettled", "endEvent_comparedLater");
        assertThat(viewUserSync.of(publisherId).orElseThrow().parity().equal()).isTrue();
        assertThat(sync()).isNull();
    }

    @Test
    void moreChangesThanOneRunTakesAreAppliedInTheNextRun() {
        for (var name : new String[] {"a", "b", "c"}) {
            push(name, ChangeOperation.ADD, "Developer");
        }
        var sync = sync();
        assertThat(sync).isWaitingAt("serviceTask_validateChanges");
        runJobs();

        assertThat(portal.usersOf(publisherId)).hasSize(4);
        assertThat(sync)
                .isEnded()
                .hasPassedInOrder("serviceTask_applyChanges", "serviceTask_applyChanges", "endEvent_usersInStep")
                .hasNotPassed("serviceTask_reconcileUsers", "event_removalsSettled");
    }

    @Test
    void aRemovalWaitsAMomentForOthers() {
        push("a", ChangeOperation.ADD, "Developer");
        runJobs();
        advance(Duration.ofSeconds(1));
        push("a", ChangeOperation.REMOVE);
        var sync = sync();
        var pushed = clock.instant();
        runJobs();
        assertThat(sync).isWaitingAt("event_removalsSettled").hasPassed("serviceTask_recordOutcome");
        assertThat(jobOf(sync)).hasDueDate(Date.from(pushed.plusSeconds(2)));
        pass(Duration.ofSeconds(3));

        assertThat(sync)
                .isEnded()
                .hasPassedInOrder(
                        "event_removalsSettled",
                        "serviceTask_readFeed",
                        "serviceTask_applyChanges",
                        "endEvent_usersInStep");
        assertThat(portal.usersOf(publisherId)).anySatisfy(user -> {
            assertThat(user.userId()).isEqualTo("a");
            assertThat(user.active()).isFalse();
        });
    }

    @Test
    void aComparisonThatCannotBeMadeIsMadeLater() {
        willThrow(new PartnerCenterUnavailable("down", null, null))
                .given(partnerCenter)
                .rosterOf(any());
        advance(Duration.ofSeconds(1));
        requestReconciliation.ofAll(publisherId);
        var sync = sync();
        runJobs();

        assertThat(sync)
                .isEnded()
                .hasPassedInOrder("serviceTask_reconcileUsers", "endEvent_comparedLater")
                .hasNotPassed("endEvent_usersInStep");
        assertThat(viewUserSync.of(publisherId).orElseThrow().reconciliationDue())
                .isNotNull();
    }

    @Test
    void whatIsPushedWhileTheWorkIsSuspendedIsDoneOnceItIsActivated() {
        push("a", ChangeOperation.ADD, "Developer");
        var work = sync();
        runtimeService.suspendProcessInstanceById(work.getId());
        push("b", ChangeOperation.ADD, "Developer");
        runJobs();
        assertThat(work).isSuspended().isWaitingAt("serviceTask_validateChanges");
        assertThat(portal.usersOf(publisherId)).hasSize(1);
        assertThat(viewUserSync.of(publisherId).orElseThrow().state()).isEqualTo(State.STUCK);

        runtimeService.activateProcessInstanceById(work.getId());
        runJobs();

        assertThat(work).isEnded().hasPassed("endEvent_usersInStep");
        assertThat(portal.usersOf(publisherId)).hasSize(3);
        assertThat(viewUserSync.of(publisherId).orElseThrow().state()).isEqualTo(State.IN_STEP);
    }

    @Test
    void aPortalThatIsDownEndsTheRunAndLosesNothing() {
        willThrow(new CloudPartnerPortalUnavailable("down", null, null))
                .given(portal)
                .rosterOf(any());
        push("a", ChangeOperation.ADD, "Developer");
        var sync = sync();
        runJobs();

        assertThat(sync)
                .isEnded()
                .hasPassedInOrder("serviceTask_applyChanges", "serviceTask_recordOutcome", "endEvent_usersInStep");
        var view = viewUserSync.of(publisherId).orElseThrow();
        assertThat(view.pending()).isOne();
        assertThat(view.state()).isEqualTo(State.WORKING);
    }

    @Test
    void aPortalThatAsksToBeLeftAloneIsLeftAlone() {
        willThrow(new CloudPartnerPortalUnavailable("throttled", Duration.ofSeconds(57), null))
                .willCallRealMethod()
                .given(portal)
                .rosterOf(any());
        push("a", ChangeOperation.ADD, "Developer");
        var sync = sync();
        runJobs();
        pass(Duration.ofSeconds(56));
        assertThat(portal.usersOf(publisherId)).hasSize(1);
        pass(Duration.ofSeconds(2));

        assertThat(portal.usersOf(publisherId)).hasSize(2);
    }

    @Test
    void workThatFailsOverAnErrorOfOursIsShownAsStuckUntilItIsRetried() {
        untilAnOperatorRetries(new IllegalStateException("a bug")).given(portal).rosterOf(any());
        push("a", ChangeOperation.ADD, "Developer");
        var sync = sync();
        runJobs();
        waitOutTheRetries();
        expectFailures(IllegalStateException.class);

        var stuck = viewUserSync.of(publisherId).orElseThrow();
        assertThat(stuck.state()).isEqualTo(State.STUCK);
        assertThat(stuck.processInstanceId()).isEqualTo(sync.getId());
        assertThat(sync).isWaitingAt("serviceTask_validateChanges");
        assertThat(jobOf(sync)).hasRetries(0).hasExceptionMessage();
        managementService.setJobRetries(jobOf(sync).getId(), 1);
        runJobs();
        assertThat(sync).isEnded().hasPassed("endEvent_usersInStep");

        assertThat(viewUserSync.of(publisherId).orElseThrow().state()).isEqualTo(State.IN_STEP);
    }

    private Object usersReadByVerification() {
        return database.queryForMap(
                        "select users_read from verification_report where migration_id = ?",
                        theCase().id())
                .get("users_read");
    }

    private ProcessInstance sync() {
        return living(UserBackSyncModel.PROCESS_ID, publisherId);
    }
}
