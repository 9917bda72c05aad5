package io.accountmigration.process.migration;

import io.accountmigration.migration.move.OpenPartnerCenterAccount;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Runs the step "Open Partner Center account". */
@Component
class OpenPartnerCenterAccountDelegate implements JavaDelegate {

    private final OpenPartnerCenterAccount openPartnerCenterAccount;

    OpenPartnerCenterAccountDelegate(OpenPartnerCenterAccount openPartnerCenterAccount) {
        this.openPartnerCenterAccount = openPartnerCenterAccount;
    }

    @Override
    public void execute(DelegateExecution execution) {
        MoveGivenUpError.unlessDone(openPartnerCenterAccount.openFor(execution.getProcessInstanceId()));
    }
}
