package io.accountmigration.process.migration;

import io.accountmigration.migration.move.LockPublisher;
import io.accountmigration.migration.move.MoveOutcome;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Runs the step "Lock publisher". */
@Component
class LockPublisherDelegate implements JavaDelegate {

    private final LockPublisher lockPublisher;
    private final LeaveMove leaveMove;

    LockPublisherDelegate(LockPublisher lockPublisher, LeaveMove leaveMove) {
        this.lockPublisher = lockPublisher;
        this.leaveMove = leaveMove;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var outcome = lockPublisher.lock(execution.getProcessInstanceId());
        if (outcome == MoveOutcome.OWNER_GONE) {
            leaveMove.from(execution);
        }
        MoveGivenUpError.unlessDone(outcome);
    }
}
