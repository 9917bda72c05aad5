package io.accountmigration.campaign;

import io.accountmigration.campaign.CampaignRefused.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** The waves of all campaigns. */
public interface CampaignWaves extends Repository<CampaignWave, UUID> {

    CampaignWave save(CampaignWave wave);

    List<CampaignWave> findByCampaignIdOrderByNumber(UUID campaignId);

    Optional<CampaignWave> findByCampaignIdAndNumber(UUID campaignId, int number);

    Optional<CampaignWave> findFirstByCampaignIdAndCompletedAtIsNullOrderByNumber(UUID campaignId);

    Optional<CampaignWave> findFirstByCampaignIdOrderByNumberDesc(UUID campaignId);

    /** The number of the wave that is at work, or of the next one where that is done. */
    default int nextOf(Campaign campaign) {
        return findFirstByCampaignIdAndCompletedAtIsNullOrderByNumber(campaign.id())
                .map(CampaignWave::number)
                .orElseThrow(() -> CampaignRefused.because(Refusal.CAMPAIGN_OVER, campaign.name()));
    }
}
