package io.accountmigration.process.migration;

import static io.accountmigration.process.migration.AccountMigrationModel.PROVIDE_WORK_EMAIL;
import static io.accountmigration.process.migration.AccountMigrationModel.WORK_EMAIL;

import io.accountmigration.migration.owners.RequireActiveOwner;
import io.accountmigration.process.engine.CurrentCaller;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Lets publishers' users act on a task only while they are active owners, at every endpoint. */
@Component
class RequireActiveOwnerListener implements TaskListener {

    private final RequireActiveOwner requireActiveOwner;
    private final CurrentCaller currentCaller;

    // Lazy: the engine knows its listeners before its services exist.
    RequireActiveOwnerListener(RequireActiveOwner requireActiveOwner, @Lazy CurrentCaller currentCaller) {
        this.requireActiveOwner = requireActiveOwner;
        this.currentCaller = currentCaller;
    }

    @Override
    public void notify(DelegateTask task) {
        var caller = currentCaller.current();
        if (caller.isPublisherUser()) {
            var offered = requireActiveOwner.toTake(task.getProcessInstanceId(), caller.userId());
            if (PROVIDE_WORK_EMAIL.equals(task.getTaskDefinitionKey())
                    && caller.userId().equals(task.getAssignee())) {
                WORK_EMAIL.set(task.getExecution().getProcessInstance(), offered);
            }
        }
    }
}
