package io.accountmigration.campaign.wave;

import io.accountmigration.campaign.AccountState;
import io.accountmigration.campaign.Campaigns;
import io.accountmigration.campaign.CountWaves;
import io.accountmigration.campaign.WaveCounts;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The decision between two waves, made on a page, in Tasklist or by a REST call. */
@Component
public class DecideOnNextWave {

    private final Campaigns campaigns;
    private final CountWaves countWaves;
    private final Clock clock;

    DecideOnNextWave(Campaigns campaigns, CountWaves countWaves, Clock clock) {
        this.campaigns = campaigns;
        this.countWaves = countWaves;
        this.clock = clock;
    }

    /** Notes the decision. A no pauses the campaign until somebody resumes it. */
    @Transactional
    public void decide(UUID campaignId, boolean go, String reason, String actor) {
        var campaign = campaigns.hold(campaignId);
        if (go) {
            campaign.go(actor, reason, clock.instant());
        } else {
            campaign.noGo(actor, reason, clock.instant());
        }
    }

    /** What the operator has to know before deciding: how many accounts of the wave have failed, if any. */
    @Transactional(readOnly = true)
    public Optional<String> warning(UUID campaignId) {
        var campaign = campaigns.findById(campaignId).orElseThrow();
        var counts = countWaves.of(campaign).getOrDefault(campaign.currentWave(), WaveCounts.EMPTY);
        var late = counts.count(AccountState.WAITING_FOR_PEOPLE) + counts.count(AccountState.AT_WORK);
        return counts.failed() + late == 0
                ? Optional.empty()
                : Optional.of("%d of %d accounts failed, %d wait for too long."
                        .formatted(counts.failed(), counts.size(), late));
    }

    /** How the campaign is called. */
    @Transactional(readOnly = true)
    public String nameOf(UUID campaignId) {
        return campaigns.findById(campaignId).orElseThrow().name();
    }
}
