package io.accountmigration.campaign;

import io.accountmigration.migration.Caller;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * An operator's word on a whole campaign. Each holds the campaign's row first, so that it never meets a step half way:
 * it waits for the one that runs, and the next one finds what was said.
 */
@Component
public class ControlCampaign {

    private final Campaigns campaigns;
    private final CampaignAccounts accounts;
    private final RetryFailedAccounts retryFailedAccounts;
    private final CampaignWorkflow workflow;
    private final Clock clock;

    ControlCampaign(
            Campaigns campaigns,
            CampaignAccounts accounts,
            RetryFailedAccounts retryFailedAccounts,
            CampaignWorkflow workflow,
            Clock clock) {
        this.campaigns = campaigns;
        this.accounts = accounts;
        this.retryFailedAccounts = retryFailedAccounts;
        this.workflow = workflow;
        this.clock = clock;
    }

    /**
     * Starts no more accounts until somebody resumes the campaign; between waves this is a no to the next.
     *
     * @throws CampaignRefused when the campaign is neither in a wave nor waits for an approval
     */
    @Transactional
    public void pause(UUID campaignId, String reason, Caller caller) {
        var campaign = campaigns.hold(campaignId);
        if (campaign.isAwaitingGo()) {
            workflow.decide(campaignId, false, reason, caller);
        } else {
            campaign.pause(caller.userId(), reason, clock.instant());
            workflow.pause(campaignId);
        }
    }

    /**
     * Continues after a pause. The operator has checked what failed, so that is retried: refused accounts are planned
     * again, and stopped cases get one more retry.
     *
     * @throws CampaignRefused when the campaign is not paused
     */
    @Transactional
    public void resume(UUID campaignId, String reason, Caller caller) {
        var campaign = campaigns.hold(campaignId);
        campaign.resume(caller.userId(), reason, clock.instant());
        retryFailedAccounts.all(campaign);
        workflow.resume(campaignId);
    }

    /**
     * Starts nothing more, ever. Migrations that were started continue.
     *
     * @throws CampaignRefused when the campaign is over
     */
    @Transactional
    public void cancel(UUID campaignId, String reason, Caller caller) {
        var campaign = campaigns.hold(campaignId);
        campaign.cancel(caller.userId(), reason, clock.instant());
        accounts.leaveOutTheRest(campaignId);
        workflow.cancel(campaignId);
    }

    /**
     * Lets the next wave begin.
     *
     * @throws CampaignRefused when the campaign does not wait for an approval
     */
    @Transactional
    public void go(UUID campaignId, String reason, Caller caller) {
        var campaign = campaigns.hold(campaignId);
        campaign.requireAwaitingGo();
        workflow.decide(campaignId, true, reason, caller);
    }
}
