package io.accountmigration.process.migration;

import io.accountmigration.migration.followup.RemindOwners;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Runs the step "Remind owners". */
@Component
class RemindOwnersDelegate implements JavaDelegate {

    private final RemindOwners remindOwners;

    RemindOwnersDelegate(RemindOwners remindOwners) {
        this.remindOwners = remindOwners;
    }

    @Override
    public void execute(DelegateExecution execution) {
        remindOwners.remind(execution.getProcessInstanceId());
    }
}
