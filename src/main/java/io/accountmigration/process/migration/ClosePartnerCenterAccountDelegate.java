package io.accountmigration.process.migration;

import io.accountmigration.migration.revert.ClosePartnerCenterAccount;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Runs the step "Close Partner Center account". */
@Component
class ClosePartnerCenterAccountDelegate implements JavaDelegate {

    private final ClosePartnerCenterAccount closePartnerCenterAccount;

    ClosePartnerCenterAccountDelegate(ClosePartnerCenterAccount closePartnerCenterAccount) {
        this.closePartnerCenterAccount = closePartnerCenterAccount;
    }

    @Override
    public void execute(DelegateExecution execution) {
        closePartnerCenterAccount.closeFor(execution.getProcessInstanceId());
    }
}
