package io.accountmigration.process.usersync;

import io.accountmigration.usersync.cycle.ApplyChanges;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Runs the step "Apply changes". */
@Component
class ApplyChangesDelegate implements JavaDelegate {

    private final ApplyChanges applyChanges;

    ApplyChangesDelegate(ApplyChanges applyChanges) {
        this.applyChanges = applyChanges;
    }

    @Override
    public void execute(DelegateExecution execution) {
        applyChanges.apply(SyncCycleHolder.get());
    }
}
