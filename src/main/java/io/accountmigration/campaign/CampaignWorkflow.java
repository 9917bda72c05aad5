package io.accountmigration.campaign;

import io.accountmigration.migration.Caller;
import java.util.UUID;

/** What campaigns need from the engine that leads them. The caller holds the lock on the campaign's row. */
public interface CampaignWorkflow {

    /** Begins to lead a campaign. */
    void start(UUID campaignId);

    /** Lets the campaign stop where it is, if it is in a wave. */
    void pause(UUID campaignId);

    /** Continues a paused campaign; one whose process instance an administrator deleted gets a new instance. */
    void resume(UUID campaignId);

    /** Ends it. */
    void cancel(UUID campaignId);

    /** Completes the open decision on the next wave in the caller's name. */
    void decide(UUID campaignId, boolean go, String reason, Caller caller);
}
