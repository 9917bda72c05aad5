package io.accountmigration.campaign;

import io.accountmigration.migration.MigrationWorkflow;
import org.springframework.stereotype.Component;

/** Gives everything that failed another try once the cause is fixed. */
@Component
class RetryFailedAccounts {

    private final CampaignAccounts accounts;
    private final CampaignWaves waves;
    private final CountWaves countWaves;
    private final MigrationWorkflow workflow;

    RetryFailedAccounts(
            CampaignAccounts accounts, CampaignWaves waves, CountWaves countWaves, MigrationWorkflow workflow) {
        this.accounts = accounts;
        this.waves = waves;
        this.countWaves = countWaves;
        this.workflow = workflow;
    }

    /** Plans refused accounts for the next wave that is not done, and gives stopped cases one more try. */
    void all(Campaign campaign) {
        var wave = waves.nextOf(campaign);
        accounts.findByCampaignIdAndStandingOrderByPosition(campaign.id(), AccountStartStatus.REFUSED)
                .forEach(account -> account.plan(wave));
        countWaves.stuck(accounts.findWorking(campaign.id())).forEach(workflow::retryFailedSteps);
    }
}
