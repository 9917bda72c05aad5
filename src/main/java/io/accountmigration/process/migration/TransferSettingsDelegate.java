package io.accountmigration.process.migration;

import static io.accountmigration.process.migration.AccountMigrationModel.ALL_SETTINGS_TRANSFERRED;

import io.accountmigration.migration.move.TransferSettings;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Runs the step "Transfer settings". */
@Component
class TransferSettingsDelegate implements JavaDelegate {

    private final TransferSettings transferSettings;

    TransferSettingsDelegate(TransferSettings transferSettings) {
        this.transferSettings = transferSettings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        MoveGivenUpError.unlessDone(transferSettings.transfer(execution.getProcessInstanceId()));
        ALL_SETTINGS_TRANSFERRED.set(execution, true);
    }
}
