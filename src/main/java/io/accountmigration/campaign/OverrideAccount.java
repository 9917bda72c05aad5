package io.accountmigration.campaign;

import io.accountmigration.campaign.CampaignEvent.Type;
import io.accountmigration.campaign.CampaignRefused.Refusal;
import io.accountmigration.migration.Caller;
import io.accountmigration.migration.Migration;
import io.accountmigration.migration.MigrationState;
import io.accountmigration.migration.MigrationWorkflow;
import io.accountmigration.migration.Migrations;
import io.accountmigration.publisher.Publisher;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An operator's word on one account of a campaign, against what the campaign would do by itself. */
@Component
public class OverrideAccount {

    /** What can be said. */
    public enum Action {
        /** It is not started, and counts for nothing. */
        LEAVE_OUT,
        /** It is started with the current wave, regardless of its verdict. */
        TAKE_NOW,
        /** Its refused start, its stopped step or its ended case is tried again. */
        TRY_AGAIN,
        /** Its failure no longer counts for the brake. */
        ACCEPT
    }

    private final Campaigns campaigns;
    private final CampaignWaves waves;
    private final CampaignAccounts accounts;
    private final Migrations migrations;
    private final MigrationWorkflow workflow;
    private final Clock clock;

    OverrideAccount(
            Campaigns campaigns,
            CampaignWaves waves,
            CampaignAccounts accounts,
            Migrations migrations,
            MigrationWorkflow workflow,
            Clock clock) {
        this.campaigns = campaigns;
        this.waves = waves;
        this.accounts = accounts;
        this.migrations = migrations;
        this.workflow = workflow;
        this.clock = clock;
    }

    /**
     * Does it, and keeps who wanted it and why.
     *
     * @throws CampaignRefused when the account is not in the campaign, or this cannot be said of it as it stands
     */
    @Transactional
    public void override(UUID campaignId, String publisherId, Action action, String reason, Caller caller) {
        var campaign = campaigns.hold(campaignId);
        campaign.requireLiving();
        var account = accounts.findByCampaignIdAndPublisherKey(campaignId, Publisher.keyOf(publisherId))
                .orElseThrow(() -> CampaignRefused.because(Refusal.ACCOUNT_NOT_IN_CAMPAIGN, publisherId));
        var type =
                switch (action) {
                    case LEAVE_OUT -> leaveOut(account);
                    case TAKE_NOW -> takeNow(campaign, account);
                    case TRY_AGAIN -> tryAgain(campaign, account);
                    case ACCEPT -> accept(account);
                };
        campaign.record(type, account.publisherId(), caller.userId(), reason, clock.instant());
    }

    private static Type leaveOut(CampaignAccount account) {
        require(account, Set.of(AccountStartStatus.PLANNED, AccountStartStatus.NOT_READY, AccountStartStatus.REFUSED));
        account.leaveOut();
        return Type.LEFT_OUT;
    }

    private Type takeNow(Campaign campaign, CampaignAccount account) {
        require(account, Set.of(AccountStartStatus.PLANNED, AccountStartStatus.NOT_READY, AccountStartStatus.LEFT_OUT));
        account.plan(waves.nextOf(campaign));
        return Type.TAKEN_NOW;
    }

    private Type tryAgain(Campaign campaign, CampaignAccount account) {
        var failed = caseOf(account).filter(OverrideAccount::hasNotMoved);
        if (failed.isPresent() && !failed.get().state().isFinal()) {
            workflow.retryFailedSteps(failed.get().processInstanceId());
        } else if (failed.isPresent() || account.is(AccountStartStatus.REFUSED)) {
            account.plan(waves.nextOf(campaign));
        } else {
            throw notPossible(account);
        }
        return Type.TRIED_AGAIN;
    }

    private Type accept(CampaignAccount account) {
        if (caseOf(account).filter(OverrideAccount::hasNotMoved).isEmpty() && !account.is(AccountStartStatus.REFUSED)) {
            throw notPossible(account);
        }
        account.accept();
        return Type.ACCEPTED;
    }

    private Optional<Migration> caseOf(CampaignAccount account) {
        return account.caseId().flatMap(migrations::findById);
    }

    private static boolean hasNotMoved(Migration migration) {
        return migration.state() != MigrationState.MIGRATED;
    }

    private static void require(CampaignAccount account, Set<AccountStartStatus> possible) {
        if (possible.stream().noneMatch(account::is)) {
            throw notPossible(account);
        }
    }

    private static CampaignRefused notPossible(CampaignAccount account) {
        return CampaignRefused.because(Refusal.OVERRIDE_NOT_POSSIBLE, account.publisherId());
    }
}
