package io.accountmigration.process.campaign;

import io.accountmigration.campaign.CampaignSettings;
import io.accountmigration.process.engine.TimerExpressions;
import org.springframework.stereotype.Component;

/** The duration of the campaign's timer, in the form that the model's expression reads. */
@Component("campaignTimers")
public class CampaignTimers implements TimerExpressions {

    private final CampaignSettings settings;

    CampaignTimers(CampaignSettings settings) {
        this.settings = settings;
    }

    public String getLook() {
        return settings.look().toString();
    }
}
