package io.accountmigration.process.migration;

import static io.accountmigration.process.migration.AccountMigrationModel.PROBLEM_CODE;
import static io.accountmigration.process.migration.AccountMigrationModel.PROBLEM_TEXT;
import static io.accountmigration.process.migration.AccountMigrationModel.PUBLISHER_ID;
import static io.accountmigration.process.migration.AccountMigrationModel.STEP_OF_TASK;
import static io.accountmigration.process.migration.AccountMigrationModel.WORK_EMAIL;

import io.accountmigration.migration.owners.OfferToOwners;
import io.accountmigration.process.engine.Variable;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Gives a new task to the acting owner, with the co-owners as candidates and the reason it came back, if it did. */
@Component
class OfferToOwnersListener implements TaskListener {

    private final OfferToOwners offerToOwners;

    OfferToOwnersListener(OfferToOwners offerToOwners) {
        this.offerToOwners = offerToOwners;
    }

    @Override
    public void notify(DelegateTask task) {
        var step = STEP_OF_TASK.get(task.getTaskDefinitionKey());
        var offer = offerToOwners.offer(task.getProcessInstanceId(), step);
        offer.assignee().ifPresent(task::setAssignee);
        task.addCandidateUsers(offer.candidates());
        task.setDescription(offer.publisherId());
        task.setVariableLocal(PUBLISHER_ID.name(), offer.publisherId());
        var shown = task.getVariable(WORK_EMAIL.name());
        if (shown == null || !offer.keepsInput() && !shown.equals(offer.workEmail())) {
            WORK_EMAIL.set(task.getExecution().getProcessInstance(), offer.workEmail());
        }
        show(task, PROBLEM_CODE, offer.problemCode());
        show(task, PROBLEM_TEXT, offer.problemText());
    }

    private static void show(DelegateTask task, Variable<String> variable, Optional<String> value) {
        if (value.isPresent()) {
            variable.set(task.getExecution().getProcessInstance(), value.get());
        } else if (task.hasVariable(variable.name())) {
            variable.removeFrom(task);
        }
    }
}
