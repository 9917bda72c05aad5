package io.accountmigration.process.migration;

import io.accountmigration.migration.preparation.CheckPartnerMembership;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Runs the steps "Check partner membership" and "Check partner membership again". */
@Component
class CheckPartnerMembershipDelegate implements JavaDelegate {

    private final CheckPartnerMembership checkPartnerMembership;

    CheckPartnerMembershipDelegate(CheckPartnerMembership checkPartnerMembership) {
        this.checkPartnerMembership = checkPartnerMembership;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CheckOutcomeVariables.set(execution, checkPartnerMembership.check(execution.getProcessInstanceId()));
    }
}
