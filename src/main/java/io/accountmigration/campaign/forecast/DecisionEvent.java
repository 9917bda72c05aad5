package io.accountmigration.campaign.forecast;

import io.accountmigration.campaign.CampaignEvent;
import java.time.Instant;
import java.util.UUID;

/** What happened to a campaign when. */
record DecisionEvent(UUID campaignId, CampaignEvent.Type type, Instant at) {}
