package io.accountmigration.process.migration;

import static io.accountmigration.process.migration.AccountMigrationModel.LOCK_PUBLISHER;
import static io.accountmigration.process.migration.AccountMigrationModel.OWNER_GONE;
import static io.accountmigration.process.migration.AccountMigrationModel.PREPARE;
import static io.accountmigration.process.migration.AccountMigrationModel.WORK_EMAIL;

import io.accountmigration.migration.StepToBeContinued;
import io.accountmigration.migration.move.LockPublisher;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Leads a case whose owner is gone from the move, which has not changed anything yet, back to being prepared. */
@Component
class LeaveMove {

    private final LockPublisher lockPublisher;
    private final RuntimeService runtimeService;

    LeaveMove(LockPublisher lockPublisher, @Lazy RuntimeService runtimeService) {
        this.lockPublisher = lockPublisher;
        this.runtimeService = runtimeService;
    }

    /** The model leads back by an error; the first version of it has none, so there the instance is moved. */
    void from(DelegateExecution execution) {
        if (knowsTheError(execution)) {
            WORK_EMAIL.removeFrom(execution);
            throw new BpmnError(OWNER_GONE, "who gave the answers is no owner any more");
        }
        var instance = execution.getProcessInstanceId();
        throw new StepToBeContinued("the owner is gone", () -> move(instance));
    }

    private static boolean knowsTheError(DelegateExecution execution) {
        return execution.getBpmnModelInstance().getModelElementsByType(Error.class).stream()
                .anyMatch(error -> OWNER_GONE.equals(error.getErrorCode()));
    }

    private void move(String instance) {
        if (lockPublisher.checkAnswers(instance)) {
            return;
        }
        runtimeService.removeVariable(instance, WORK_EMAIL.name());
        runtimeService
                .createProcessInstanceModification(instance)
                .startBeforeActivity(PREPARE)
                .cancelAllForActivity(LOCK_PUBLISHER)
                .execute();
    }
}
