package io.accountmigration.campaign.wave;

import io.accountmigration.campaign.CampaignWaves;
import io.accountmigration.campaign.Campaigns;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins the first wave that is not done, or continues one that was interrupted. */
@Component
public class SelectWave {

    private final Campaigns campaigns;
    private final CampaignWaves waves;
    private final Clock clock;

    SelectWave(Campaigns campaigns, CampaignWaves waves, Clock clock) {
        this.campaigns = campaigns;
        this.waves = waves;
        this.clock = clock;
    }

    /** Makes the next wave the current one. */
    @Transactional
    public void select(UUID campaignId) {
        var campaign = campaigns.hold(campaignId);
        waves.findFirstByCampaignIdAndCompletedAtIsNullOrderByNumber(campaignId)
                .filter(wave -> wave.startedAt().isEmpty())
                .ifPresent(wave -> {
                    wave.begin(clock.instant());
                    campaign.beginWave(wave.number(), clock.instant());
                });
    }
}
