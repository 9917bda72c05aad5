package io.accountmigration.process.migration;

import static io.accountmigration.process.migration.AccountMigrationModel.OUTCOME_OF_END;

import io.accountmigration.migration.EndMigration;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Closes the case at one of the ends of the process. */
@Component
class EndMigrationListener implements ExecutionListener {

    private final EndMigration endMigration;

    EndMigrationListener(EndMigration endMigration) {
        this.endMigration = endMigration;
    }

    @Override
    public void notify(DelegateExecution execution) {
        endMigration.end(execution.getProcessInstanceId(), OUTCOME_OF_END.get(execution.getCurrentActivityId()));
    }
}
