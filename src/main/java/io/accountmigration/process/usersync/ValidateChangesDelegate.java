package io.accountmigration.process.usersync;

import io.accountmigration.usersync.cycle.ValidateChanges;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Runs the step "Validate changes". */
@Component
class ValidateChangesDelegate implements JavaDelegate {

    private final ValidateChanges validateChanges;

    ValidateChangesDelegate(ValidateChanges validateChanges) {
        this.validateChanges = validateChanges;
    }

    @Override
    public void execute(DelegateExecution execution) {
        SyncCycleHolder.begin(validateChanges.validate(execution.getProcessBusinessKey()));
    }
}
