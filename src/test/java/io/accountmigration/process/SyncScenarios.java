package io.accountmigration.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.willThrow;

import io.accountmigration.partner.PartnerCenterUnavailable;
import io.accountmigration.process.usersync.UserBackSyncModel;
import io.accountmigration.publisher.CloudPartnerPortalUnavailable;
import io.accountmigration.usersync.AcceptUserChange;
import io.accountmigration.usersync.ChangeOperation;
import io.accountmigration.usersync.IncomingChange;
import io.accountmigration.usersync.operations.RequestReconciliation;
import io.accountmigration.usersync.operations.UserSyncView.State;
import io.accountmigration.usersync.operations.ViewUserSync;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** After the move: users follow Partner Center. */
abstract class SyncScenarios extends Scenario {

    @Autowired
    AcceptUserChange acceptUserChange;

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
    void aMovedAccountIsComparedOnceAndTheWorkEnds() {
        assertThat(lastEnd()).isEqualTo("endEvent_usersInStep");
        assertThat(viewUserSync.of(publisherId).orElseThrow().parity().equal()).isTrue();
        assertThat(syncInstances()).isZero();
    }

    @Test
    void changesBeyondOneGoAreWorkedOffInTheNext() {
        for (var name : new String[] {"a", "b", "c"}) {
            push(name, ChangeOperation.ADD, "Developer");
        }
        assertThat(syncInstances()).isOne();
        runJobs();

        assertThat(portal.usersOf(publisherId)).hasSize(4);
        assertThat(syncInstances()).isZero();
    }

    @Test
    void aRemovalWaitsAMomentForOthers() {
        push("a", ChangeOperation.ADD, "Developer");
        runJobs();
        advance(Duration.ofSeconds(1));
        push("a", ChangeOperation.REMOVE);
        runJobs();
        assertThat(syncInstances()).isOne();
        pass(Duration.ofSeconds(3));

        assertThat(syncInstances()).isZero();
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
        runJobs();

        assertThat(lastEnd()).isEqualTo("endEvent_comparedLater");
        assertThat(viewUserSync.of(publisherId).orElseThrow().reconciliationDue())
                .isNotNull();
    }

    @Test
    void whatIsPushedWhileTheWorkIsSuspendedIsDoneOnceItIsActivated() {
        push("a", ChangeOperation.ADD, "Developer");
        var work = runtimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(publisherId, UserBackSyncModel.PROCESS_ID)
                .singleResult();
        runtimeService.suspendProcessInstanceById(work.getId());
        push("b", ChangeOperation.ADD, "Developer");
        runJobs();
        assertThat(portal.usersOf(publisherId)).hasSize(1);
        assertThat(viewUserSync.of(publisherId).orElseThrow().state()).isEqualTo(State.STUCK);

        runtimeService.activateProcessInstanceById(work.getId());
        runJobs();

        assertThat(portal.usersOf(publisherId)).hasSize(3);
        assertThat(viewUserSync.of(publisherId).orElseThrow().state()).isEqualTo(State.IN_STEP);
    }

    @Test
    void aPortalThatIsDownEndsTheGoAndLosesNothing() {
        willThrow(new CloudPartnerPortalUnavailable("down", null, null))
                .given(portal)
                .rosterOf(any());
        push("a", ChangeOperation.ADD, "Developer");
        runJobs();

        assertThat(syncInstances()).isZero();
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
        runJobs();
        waitOutTheRetries();
        expectFailures(IllegalStateException.class);

        var stuck = viewUserSync.of(publisherId).orElseThrow();
        assertThat(stuck.state()).isEqualTo(State.STUCK);
        assertThat(stuck.processInstanceId()).isNotNull();
        var job = managementService
                .createJobQuery()
                .processInstanceId(stuck.processInstanceId())
                .singleResult();
        managementService.setJobRetries(job.getId(), 1);
        runJobs();

        assertThat(viewUserSync.of(publisherId).orElseThrow().state()).isEqualTo(State.IN_STEP);
    }

    private void push(String userId, ChangeOperation operation, String... roles) {
        advance(Duration.ofSeconds(1));
        var change = new IncomingChange(
                userId + operation,
                clock.instant(),
                userId,
                userId + "@contoso.com",
                userId,
                operation,
                operation.name(),
                Set.of(roles));
        acceptUserChange.accept(publisherId, change);
    }

    private long syncInstances() {
        return runtimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(publisherId, UserBackSyncModel.PROCESS_ID)
                .count();
    }

    private String lastEnd() {
        return takenFlows
                .passed()
                .filter(step -> publisherId.equals(step.businessKey())
                        && step.activityId().startsWith("endEvent_"))
                .map(TakenFlows.Passed::activityId)
                .reduce((earlier, later) -> later)
                .orElse("none");
    }
}
