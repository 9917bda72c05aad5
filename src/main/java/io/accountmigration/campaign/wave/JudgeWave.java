package io.accountmigration.campaign.wave;

import io.accountmigration.campaign.AccountState;
import io.accountmigration.campaign.Campaign;
import io.accountmigration.campaign.CampaignAlerts;
import io.accountmigration.campaign.CampaignWaves;
import io.accountmigration.campaign.Campaigns;
import io.accountmigration.campaign.CountWaves;
import io.accountmigration.campaign.PauseCause;
import io.accountmigration.campaign.WaveCounts;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks at the current wave: pulls the brake, waits, or says what follows when it is done. */
@Component
public class JudgeWave {

    /** The next step of a campaign. */
    public enum NextStep {
        START_MORE,
        LOOK_LATER,
        BRAKE,
        NEXT_WAVE,
        ASK_GO,
        COMPLETE
    }

    private final Campaigns campaigns;
    private final CampaignWaves waves;
    private final CountWaves countWaves;
    private final StartRate rate;
    private final AddNewlyReadyAccounts addNewlyReadyAccounts;
    private final OutsideHealthMonitor outside;
    private final CampaignAlerts alerts;
    private final Clock clock;

    JudgeWave(
            Campaigns campaigns,
            CampaignWaves waves,
            CountWaves countWaves,
            StartRate rate,
            AddNewlyReadyAccounts addNewlyReadyAccounts,
            OutsideHealthMonitor outside,
            CampaignAlerts alerts,
            Clock clock) {
        this.campaigns = campaigns;
        this.waves = waves;
        this.countWaves = countWaves;
        this.rate = rate;
        this.addNewlyReadyAccounts = addNewlyReadyAccounts;
        this.outside = outside;
        this.alerts = alerts;
        this.clock = clock;
    }

    /** Judges the wave and notes the verdict. */
    @Transactional
    public NextStep judge(UUID campaignId) {
        var campaign = campaigns.hold(campaignId);
        if (!campaign.isRunning()) {
            return NextStep.LOOK_LATER;
        }
        var counts = countWaves.of(campaign).getOrDefault(campaign.currentWave(), WaveCounts.EMPTY);
        if (counts.failureRate() > campaign.brakeFailureRate()) {
            return brake(campaign, PauseCause.FAILURE_RATE, figuresOf(counts));
        }
        if (counts.isDone()) {
            return done(campaign, counts);
        }
        // Nothing is brought into trouble by waiting: only what would still be started is held back.
        var inTrouble = counts.count(AccountState.PLANNED) > 0
                ? outside.inTrouble(campaign.lookedAtUntil())
                : Optional.<String>empty();
        if (inTrouble.isPresent()) {
            return brake(campaign, PauseCause.OUTSIDE_IN_TROUBLE, inTrouble.get());
        }
        return counts.count(AccountState.PLANNED) > 0 && rate.allowance(campaign) > 0
                ? NextStep.START_MORE
                : NextStep.LOOK_LATER;
    }

    private NextStep brake(Campaign campaign, PauseCause cause, String detail) {
        campaign.brake(cause, detail, clock.instant());
        alerts.braked(campaign.id(), campaign.name(), cause, detail);
        return NextStep.BRAKE;
    }

    private static String figuresOf(WaveCounts counts) {
        return String.format(
                Locale.ROOT, "%d / %d (%.1f %%)", counts.failed(), counts.size(), 100 * counts.failureRate());
    }

    private NextStep done(Campaign campaign, WaveCounts counts) {
        waves.findByCampaignIdAndNumber(campaign.id(), campaign.currentWave())
                .ifPresent(wave -> wave.complete(clock.instant()));
        campaign.waveDone(clock.instant());
        addNewlyReadyAccounts.add(campaign);
        if (waves.findFirstByCampaignIdAndCompletedAtIsNullOrderByNumber(campaign.id())
                .isEmpty()) {
            campaign.complete(clock.instant());
            return NextStep.COMPLETE;
        }
        if (campaign.goesAutomatically() && counts.isSettled()) {
            return NextStep.NEXT_WAVE;
        }
        campaign.awaitGo();
        alerts.awaitsGo(campaign.id(), campaign.name(), campaign.currentWave());
        return NextStep.ASK_GO;
    }
}
