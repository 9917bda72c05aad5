package io.accountmigration.process.migration;

import static io.accountmigration.process.migration.AccountMigrationModel.CONFIRMATION;
import static io.accountmigration.process.migration.AccountMigrationModel.CONFIRMATION_CODE;
import static io.accountmigration.process.migration.AccountMigrationModel.NEXT_STEP;

import io.accountmigration.migration.preparation.CheckConfirmationCode;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Runs the step "Check confirmation code". */
@Component
class CheckConfirmationCodeDelegate implements JavaDelegate {

    private final CheckConfirmationCode checkConfirmationCode;

    CheckConfirmationCodeDelegate(CheckConfirmationCode checkConfirmationCode) {
        this.checkConfirmationCode = checkConfirmationCode;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var code = CONFIRMATION_CODE.from(execution);
        var nextStep = NEXT_STEP.from(execution);
        CONFIRMATION_CODE.removeFrom(execution);
        NEXT_STEP.removeFrom(execution);
        var confirmation = checkConfirmationCode.check(execution.getProcessInstanceId(), code, nextStep);
        CONFIRMATION.set(execution, AccountMigrationModel.nameOf(confirmation));
    }
}
