package io.accountmigration.process.campaign;

import io.accountmigration.campaign.wave.StartAccounts;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Runs the step "Start accounts". */
@Component
class StartAccountsDelegate implements JavaDelegate {

    private final StartAccounts startAccounts;

    StartAccountsDelegate(StartAccounts startAccounts) {
        this.startAccounts = startAccounts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        startAccounts.start(MigrationCampaignModel.campaignOf(execution));
    }
}
