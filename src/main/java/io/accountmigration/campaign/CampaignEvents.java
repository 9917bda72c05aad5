package io.accountmigration.campaign;

import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/** What happened to campaigns. */
interface CampaignEvents extends Repository<CampaignEvent, UUID> {

    List<CampaignEvent> findByCampaignIdOrderByPositionDesc(UUID campaignId, Limit limit);
}
