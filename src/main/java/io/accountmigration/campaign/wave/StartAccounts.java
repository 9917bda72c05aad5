package io.accountmigration.campaign.wave;

import io.accountmigration.campaign.CampaignAccount;
import io.accountmigration.campaign.CampaignAccounts;
import io.accountmigration.campaign.CampaignSettings;
import io.accountmigration.campaign.Campaigns;
import io.accountmigration.migration.Caller;
import io.accountmigration.migration.Migrations;
import io.accountmigration.migration.owners.RequestOwnerSearch;
import io.accountmigration.migration.start.PreviewStart;
import io.accountmigration.migration.start.StartMigration;
import io.accountmigration.migration.start.StartReading;
import io.accountmigration.migration.start.StartVerdict.Moved;
import io.accountmigration.migration.start.StartVerdict.Refused;
import io.accountmigration.migration.start.StartVerdict.Running;
import io.accountmigration.migration.start.StartVerdict.Startable;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Starts accounts of the current wave, as many as the rate allows. An account and its case are written down in one
 * transaction, so that none is started twice, whenever the program stops.
 */
@Component
public class StartAccounts {

    private static final String OUTSIDE_UNAVAILABLE = "OUTSIDE_UNAVAILABLE";

    private final Campaigns campaigns;
    private final CampaignAccounts accounts;
    private final StartRate rate;
    private final StartReading startReading;
    private final PreviewStart previewStart;
    private final StartMigration startMigration;
    private final RequestOwnerSearch requestOwnerSearch;
    private final Migrations migrations;
    private final CampaignSettings settings;
    private final Clock clock;

    StartAccounts(
            Campaigns campaigns,
            CampaignAccounts accounts,
            StartRate rate,
            StartReading startReading,
            PreviewStart previewStart,
            StartMigration startMigration,
            RequestOwnerSearch requestOwnerSearch,
            Migrations migrations,
            CampaignSettings settings,
            Clock clock) {
        this.campaigns = campaigns;
        this.accounts = accounts;
        this.rate = rate;
        this.startReading = startReading;
        this.previewStart = previewStart;
        this.startMigration = startMigration;
        this.requestOwnerSearch = requestOwnerSearch;
        this.migrations = migrations;
        this.settings = settings;
        this.clock = clock;
    }

    /** Starts what may be started now, and notes what cannot be. */
    @Transactional
    public void start(UUID campaignId) {
        var campaign = campaigns.hold(campaignId);
        if (!campaign.isRunning()) {
            return;
        }
        var deadline = clock.instant().plus(settings.stepPatience());
        var allowed = Math.min(rate.allowance(campaign), settings.batch());
        if (allowed == 0) {
            return;
        }
        for (var account : accounts.findNext(campaignId, campaign.currentWave(), Limit.of(allowed))) {
            if (!readOnceAndStart(account) || clock.instant().isAfter(deadline)) {
                return;
            }
        }
    }

    private boolean readOnceAndStart(CampaignAccount account) {
        try (var start = startReading.once(account.publisherId())) {
            return start(account);
        }
    }

    /** Whether it makes sense to try the next account. */
    private boolean start(CampaignAccount account) {
        var verdict = previewStart.check(account.publisherId());
        if (verdict instanceof Startable startable) {
            startMigration.start(
                    account.publisherId(), Optional.of(startable.owner()), Caller.PROGRAM, Optional.empty());
            var migration = migrations.living(account.publisherId()).orElseThrow();
            account.started(migration.id(), clock.instant());
        } else if (verdict instanceof Running running) {
            account.joined(running.caseId());
        } else if (verdict instanceof Moved moved) {
            moved.caseId().ifPresentOrElse(account::joined, account::movedBefore);
        } else if (verdict instanceof Refused refused) {
            account.refused(refused.refusal().name());
            requestOwnerSearch.after(refused.refusal(), account.publisherId());
        } else {
            account.notReached(OUTSIDE_UNAVAILABLE, settings.tries(), clock.instant());
            return false;
        }
        return true;
    }
}
