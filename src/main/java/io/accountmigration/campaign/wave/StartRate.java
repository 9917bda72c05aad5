package io.accountmigration.campaign.wave;

import io.accountmigration.campaign.Campaign;
import io.accountmigration.campaign.CampaignAccounts;
import io.accountmigration.campaign.CampaignSettings;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * How many accounts of a campaign may be started now: never more than its rate within any minute, and spread over that
 * minute. It goes by the starts that are written down, so a restart changes nothing.
 */
@Component
class StartRate {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final CampaignAccounts accounts;
    private final CampaignSettings settings;
    private final Clock clock;

    StartRate(CampaignAccounts accounts, CampaignSettings settings, Clock clock) {
        this.accounts = accounts;
        this.settings = settings;
        this.clock = clock;
    }

    int allowance(Campaign campaign) {
        var lastLook = clock.instant().minus(settings.look());
        if (accounts.existsByCampaignIdAndTriedAtAfter(campaign.id(), lastLook)) {
            // The portal did not answer just now: it is left alone until the next look.
            return 0;
        }
        var inAnyMinute = campaign.startsPerMinute() - startsWithin(campaign, MINUTE);
        var sinceLastLook = share(campaign) - startsWithin(campaign, settings.look());
        return (int) Math.max(0, Math.min(inAnyMinute, sinceLastLook));
    }

    /** What one interval may start, if it were all there is: at least one. */
    private long share(Campaign campaign) {
        return (long)
                Math.ceil((double) campaign.startsPerMinute() * settings.look().toMillis() / MINUTE.toMillis());
    }

    private long startsWithin(Campaign campaign, Duration time) {
        return accounts.countByCampaignIdAndStartedAtAfter(
                campaign.id(), clock.instant().minus(time));
    }
}
