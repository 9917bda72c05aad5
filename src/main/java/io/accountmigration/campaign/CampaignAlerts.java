package io.accountmigration.campaign;

import java.util.UUID;

/** Mails to operators about campaigns that need a decision. */
public interface CampaignAlerts {

    /** The brake stopped a campaign. */
    void braked(UUID campaignId, String name, PauseCause cause, String detail);

    /** A wave is done and somebody has to say whether the next one begins. */
    void awaitsGo(UUID campaignId, String name, int wave);
}
