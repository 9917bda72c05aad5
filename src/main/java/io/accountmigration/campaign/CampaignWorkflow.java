package io.accountmigration.campaign;

import io.accountmigration.migration.Caller;
import java.util.UUID;

/** What campaigns need from the engine that leads them. Whoever calls holds the campaign's row. */
public interface CampaignWorkflow {

    /** Begins to lead a campaign. */
    void start(UUID campaignId);

    /** Lets the campaign stop where it is, if it is in a wave. */
    void pause(UUID campaignId);

    /** Lets a paused campaign go on; one whose instance was deleted past us is led anew. */
    void resume(UUID campaignId);

    /** Ends it. */
    void cancel(UUID campaignId);

    /** Completes the open decision on the next wave in the caller's name. */
    void decide(UUID campaignId, boolean go, String reason, Caller caller);
}
