package io.accountmigration.process;

import static io.accountmigration.process.AccountMigrationModel.OWNER_GONE;
import static io.accountmigration.process.AccountMigrationModel.WORK_EMAIL;

import io.accountmigration.migration.LockPublisher;
import io.accountmigration.migration.MoveOutcome;
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
            throw new BpmnError(OWNER_GONE, "who gave the answers is no owner any more");
        }
        GivenUp.unlessDone(outcome);
    }
}
