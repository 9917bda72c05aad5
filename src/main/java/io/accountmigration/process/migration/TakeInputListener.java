package io.accountmigration.process.migration;

import static io.accountmigration.process.migration.AccountMigrationModel.INPUTS;
import static io.accountmigration.process.migration.AccountMigrationModel.SHOWN;

import io.accountmigration.migration.MigrationRefused;
import io.accountmigration.migration.Refusal;
import io.accountmigration.migration.owners.NoteActingOwner;
import io.accountmigration.migration.owners.RequireActiveOwner;
import io.accountmigration.process.engine.Variable;
import io.accountmigration.publisher.EmailAddress;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Lets in what a task asks for and nothing else, from the person it is assigned to and nobody else. */
@Component
class TakeInputListener implements TaskListener {

    private final RequireActiveOwner requireActiveOwner;
    private final NoteActingOwner noteActingOwner;
    private final IdentityService identityService;

    TakeInputListener(
            RequireActiveOwner requireActiveOwner,
            NoteActingOwner noteActingOwner,
            @Lazy IdentityService identityService) {
        this.requireActiveOwner = requireActiveOwner;
        this.noteActingOwner = noteActingOwner;
        this.identityService = identityService;
    }

    @Override
    public void notify(DelegateTask task) {
        requireAssignee(task);
        requireActiveOwner(task);
        var inputs = INPUTS.get(task.getTaskDefinitionKey());
        for (var name : Set.copyOf(task.getVariableNames())) {
            if (inputs.contains(name) || SHOWN.contains(name)) {
                requireStorableText(task, name);
            } else {
                Variable.removeEverywhere(task, name);
            }
        }
        noteActingOwner.note(task.getProcessInstanceId(), task.getAssignee());
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

    private static void requireStorableText(DelegateTask task, String name) {
        var value = task.getVariableTyped(name, false);
        if (value.getType() == ValueType.NULL) {
            return;
        }
        if (value.getType() != ValueType.STRING) {
            throw MigrationRefused.because(Refusal.INPUT_MALFORMED, name);
        }
        var text = (String) value.getValue();
        if (text != null && text.length() > EmailAddress.MAX_LENGTH) {
            throw MigrationRefused.because(Refusal.INPUT_TOO_LONG, name);
        }
    }
}
