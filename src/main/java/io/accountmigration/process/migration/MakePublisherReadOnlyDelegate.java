package io.accountmigration.process.migration;

import static io.accountmigration.process.migration.AccountMigrationModel.CONTENT_UNCHANGED;

import io.accountmigration.migration.move.MakePublisherReadOnly;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Runs the step "Make publisher read-only". */
@Component
class MakePublisherReadOnlyDelegate implements JavaDelegate {

    private final MakePublisherReadOnly makePublisherReadOnly;

    MakePublisherReadOnlyDelegate(MakePublisherReadOnly makePublisherReadOnly) {
        this.makePublisherReadOnly = makePublisherReadOnly;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CONTENT_UNCHANGED.set(execution, makePublisherReadOnly.switchOver(execution.getProcessInstanceId()));
    }
}
