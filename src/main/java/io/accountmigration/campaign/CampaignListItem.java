package io.accountmigration.campaign;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A campaign in a list. */
public record CampaignListItem(
        UUID id, String name, CampaignState state, int currentWave, Instant createdAt, Optional<Instant> endedAt) {

    static CampaignListItem of(Campaign campaign) {
        return new CampaignListItem(
                campaign.id(),
                campaign.name(),
                campaign.state(),
                campaign.currentWave(),
                campaign.createdAt(),
                campaign.endedAt());
    }
}
