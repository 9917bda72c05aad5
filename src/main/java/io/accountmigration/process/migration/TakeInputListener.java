package io.accountmigration.process.migration;

import static io.accountmigration.process.migration.AccountMigrationModel.INPUTS;
import static io.accountmigration.process.migration.AccountMigrationModel.SHOWN;

import io.accountmigration.migration.MigrationRefused;
import io.accountmigration.migration.Refusal;
import io.accountmigration.migration.owners.RecordActingOwner;
import io.accountmigration.migration.owners.RequireActiveOwner;
import io.accountmigration.process.engine.TaskInput;
import io.accountmigration.publisher.EmailAddress;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Lets in what a task asks for and nothing else, from the person it is assigned to and nobody else. */
@Component
class TakeInputListener implements TaskListener {

    private final RequireActiveOwner requireActiveOwner;
    private final RecordActingOwner recordActingOwner;
    private final IdentityService identityService;

    TakeInputListener(
            RequireActiveOwner requireActiveOwner,
            RecordActingOwner recordActingOwner,
            @Lazy IdentityService identityService) {
        this.requireActiveOwner = requireActiveOwner;
        this.recordActingOwner = recordActingOwner;
        this.identityService = identityService;
    }

    @Override
    public void notify(DelegateTask task) {
        requireAssignee(task);
        requireActiveOwner(task);
        var inputs = INPUTS.get(task.getTaskDefinitionKey());
        TaskInput.keepOnly(task, name -> inputs.contains(name) || SHOWN.contains(name));
        task.getVariableNames().forEach(name -> TaskInput.text(task, name, EmailAddress.MAX_LENGTH));
        recordActingOwner.record(task.getProcessInstanceId(), task.getAssignee());
    }

    private void requireAssignee(DelegateTask task) {
        var authentication = identityService.getCurrentAuthentication();
        if (authentication != null && !authentication.getUserId().equals(task.getAssignee())) {
            throw MigrationRefused.inFavourOfTheCaseOf(
                    task.getExecution().getProcessBusinessKey(), Refusal.TASK_OF_SOMEBODY_ELSE);
        }
    }

    private void requireActiveOwner(DelegateTask task) {
        if (identityService.getCurrentAuthentication() != null) {
            requireActiveOwner.toComplete(task.getProcessInstanceId(), task.getAssignee());
        }
    }
}
