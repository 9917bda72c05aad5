package io.accountmigration.process.migration;

import static io.accountmigration.process.migration.AccountMigrationModel.OWNER_GONE;
import static io.accountmigration.process.migration.AccountMigrationModel.WORK_EMAIL;

import io.accountmigration.migration.move.LockPublisher;
import io.accountmigration.migration.move.MoveOutcome;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Runs the step "Lock publisher". */
@Component
class LockPublisherDelegate implements JavaDelegate {

    private final LockPublisher lockPublisher;

    LockPublisherDelegate(LockPublisher lockPublisher) {
        this.lockPublisher = lockPublisher;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var outcome = lockPublisher.lock(execution.getProcessInstanceId());
        if (outcome == MoveOutcome.OWNER_GONE) {
            WORK_EMAIL.removeFrom(execution);
            throw new BpmnError(OWNER_GONE, "the person who gave the answers is no longer an owner");
        }
        MoveGivenUpError.unlessDone(outcome);
    }
}
