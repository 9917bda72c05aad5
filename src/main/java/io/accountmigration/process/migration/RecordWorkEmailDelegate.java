package io.accountmigration.process.migration;

import static io.accountmigration.process.migration.AccountMigrationModel.WORK_EMAIL;
import static io.accountmigration.process.migration.AccountMigrationModel.WORK_EMAIL_WELL_FORMED;

import io.accountmigration.migration.preparation.RecordWorkEmail;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Runs the step "Record work e-mail". */
@Component
class RecordWorkEmailDelegate implements JavaDelegate {

    private final RecordWorkEmail recordWorkEmail;

    RecordWorkEmailDelegate(RecordWorkEmail recordWorkEmail) {
        this.recordWorkEmail = recordWorkEmail;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var given = WORK_EMAIL.from(execution);
        WORK_EMAIL_WELL_FORMED.set(execution, recordWorkEmail.record(execution.getProcessInstanceId(), given));
    }
}
