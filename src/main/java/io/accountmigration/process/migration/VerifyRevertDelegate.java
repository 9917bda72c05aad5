package io.accountmigration.process.migration;

import static io.accountmigration.process.migration.AccountMigrationModel.REVERTED;

import io.accountmigration.migration.revert.VerifyRevert;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Runs the step "Verify revert". */
@Component
class VerifyRevertDelegate implements JavaDelegate {

    private final VerifyRevert verifyRevert;

    VerifyRevertDelegate(VerifyRevert verifyRevert) {
        this.verifyRevert = verifyRevert;
    }

    @Override
    public void execute(DelegateExecution execution) {
        verifyRevert.verify(execution.getProcessInstanceId());
        REVERTED.set(execution, true);
    }
}
