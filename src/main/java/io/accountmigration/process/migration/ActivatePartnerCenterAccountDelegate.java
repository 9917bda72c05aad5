package io.accountmigration.process.migration;

import io.accountmigration.migration.move.ActivatePartnerCenterAccount;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Runs the step "Activate Partner Center account". */
@Component
class ActivatePartnerCenterAccountDelegate implements JavaDelegate {

    private final ActivatePartnerCenterAccount activatePartnerCenterAccount;

    ActivatePartnerCenterAccountDelegate(ActivatePartnerCenterAccount activatePartnerCenterAccount) {
        this.activatePartnerCenterAccount = activatePartnerCenterAccount;
    }

    @Override
    public void execute(DelegateExecution execution) {
        activatePartnerCenterAccount.activateFor(execution.getProcessInstanceId());
    }
}
