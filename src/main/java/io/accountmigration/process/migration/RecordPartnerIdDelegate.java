package io.accountmigration.process.migration;

import static io.accountmigration.process.migration.AccountMigrationModel.PARTNER_ID;
import static io.accountmigration.process.migration.AccountMigrationModel.PARTNER_ID_WELL_FORMED;

import io.accountmigration.migration.preparation.RecordPartnerId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Runs the step "Record partner ID". */
@Component
class RecordPartnerIdDelegate implements JavaDelegate {

    private final RecordPartnerId recordPartnerId;

    RecordPartnerIdDelegate(RecordPartnerId recordPartnerId) {
        this.recordPartnerId = recordPartnerId;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var given = PARTNER_ID.from(execution);
        PARTNER_ID_WELL_FORMED.set(execution, recordPartnerId.record(execution.getProcessInstanceId(), given));
    }
}
