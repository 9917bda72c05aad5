package io.accountmigration.web.campaign;

import io.accountmigration.campaign.AccountView;
import io.accountmigration.campaign.CampaignListItem;
import io.accountmigration.campaign.CampaignPlan;
import io.accountmigration.campaign.CampaignRefused;
import io.accountmigration.campaign.CampaignRefused.Refusal;
import io.accountmigration.campaign.CampaignView;
import io.accountmigration.campaign.ControlCampaign;
import io.accountmigration.campaign.CreateCampaign;
import io.accountmigration.campaign.OverrideAccount;
import io.accountmigration.campaign.OverrideAccount.Action;
import io.accountmigration.campaign.ViewCampaigns;
import io.accountmigration.campaign.forecast.Conditions;
import io.accountmigration.campaign.forecast.CurrentForecasts;
import io.accountmigration.campaign.forecast.Forecast;
import io.accountmigration.campaign.forecast.ForecastCampaigns;
import io.accountmigration.migration.Caller;
import io.accountmigration.migration.Caller.Role;
import io.accountmigration.web.CallRefused;
import io.accountmigration.web.InvalidRequest;
import io.accountmigration.web.text.SingleLineText;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.retry.support.RetryTemplate;
import org.springframework.stereotype.Component;

/** What operators ask of campaigns, the same on the pages and over REST. */
@Component
public class CampaignFacade {

    private static final int LONGEST_REASON = 500;

    /** A campaign looks at its wave every so often; a word that loses against such a look gets through a moment later. */
    private static final RetryTemplate UNTIL_HEARD = RetryTemplate.builder()
            .maxAttempts(3)
            .uniformRandomBackoff(50, 250)
            .retryOn(ConcurrencyFailureException.class)
            .build();

    private final CreateCampaign createCampaign;
    private final ControlCampaign controlCampaign;
    private final OverrideAccount overrideAccount;
    private final ViewCampaigns campaigns;
    private final ForecastCampaigns forecasts;
    private final CurrentForecasts currentForecasts;

    CampaignFacade(
            CreateCampaign createCampaign,
            ControlCampaign controlCampaign,
            OverrideAccount overrideAccount,
            ViewCampaigns campaigns,
            ForecastCampaigns forecasts,
            CurrentForecasts currentForecasts) {
        this.createCampaign = createCampaign;
        this.controlCampaign = controlCampaign;
        this.overrideAccount = overrideAccount;
        this.campaigns = campaigns;
        this.forecasts = forecasts;
        this.currentForecasts = currentForecasts;
    }

    /** Begins a campaign; the same idempotency key finds the one that it began before. */
    public UUID create(Supplier<CampaignPlan> plan, Optional<String> idempotencyKey, Caller caller) {
        caller.require(Role.OPERATOR);
        return createCampaign.create(plan.get(), caller, idempotencyKey);
    }

    /** The newest campaigns. */
    public List<CampaignListItem> newest(Caller caller) {
        caller.require(Role.OPERATOR);
        return campaigns.newest();
    }

    /** One campaign. */
    public CampaignView of(String campaignId, Caller caller) {
        caller.require(Role.OPERATOR);
        return campaigns.of(idIn(campaignId));
    }

    /** When it will be done, as of a minute ago at the most. */
    public Forecast currentForecast(UUID campaignId, Caller caller) {
        caller.require(Role.OPERATOR);
        return currentForecasts.of(campaignId);
    }

    /** When it would be done under these conditions. */
    Forecast forecast(String campaignId, Conditions conditions, Caller caller) {
        caller.require(Role.OPERATOR);
        return forecasts.of(idIn(campaignId), conditions);
    }

    /** When a campaign would be done that begins now. */
    Forecast forecast(Supplier<CampaignPlan> plan, Conditions conditions, Caller caller) {
        caller.require(Role.OPERATOR);
        return forecasts.of(plan.get(), conditions);
    }

    /** Part of its accounts, those behind a position. */
    public List<AccountView> accounts(String campaignId, Optional<Integer> wave, int after, int size, Caller caller) {
        caller.require(Role.OPERATOR);
        if (wave.filter(number -> number < 1).isPresent()) {
            throw new InvalidRequest("wave");
        }
        return campaigns.accounts(idIn(campaignId), wave, after, size);
    }

    /** Does what an operator says of the campaign; the reason may be left out. */
    public void say(String word, String campaignId, String reason, Caller caller) {
        caller.require(Role.OPERATOR);
        var id = idIn(campaignId);
        var because = reason == null || reason.isBlank() ? null : readable(reason);
        untilHeard(() -> {
            switch (word) {
                case "pause" -> controlCampaign.pause(id, because, caller);
                case "resume" -> controlCampaign.resume(id, because, caller);
                case "cancel" -> controlCampaign.cancel(id, because, caller);
                case "go" -> controlCampaign.go(id, because, caller);
                default -> throw new IllegalArgumentException(word);
            }
        });
    }

    /** Does what an operator says of one account, for a reason. */
    public void override(String campaignId, String publisherId, String action, String reason, Caller caller) {
        caller.require(Role.OPERATOR);
        var id = idIn(campaignId);
        var wanted = Stream.of(Action.values())
                .filter(it -> it.name().equals(action))
                .findFirst()
                .orElseThrow(() -> CallRefused.field("action"));
        if (reason == null || reason.isBlank()) {
            throw CallRefused.withoutReason();
        }
        var because = readable(reason);
        untilHeard(() -> overrideAccount.override(id, publisherId, wanted, because, caller));
    }

    private static UUID idIn(String campaignId) {
        try {
            return UUID.fromString(campaignId);
        } catch (IllegalArgumentException noId) {
            throw CampaignRefused.because(Refusal.CAMPAIGN_NOT_FOUND, campaignId);
        }
    }

    private static void untilHeard(Runnable word) {
        UNTIL_HEARD.execute(attempt -> {
            word.run();
            return null;
        });
    }

    private static String readable(String reason) {
        if (reason.length() > LONGEST_REASON) {
            throw CallRefused.tooLong("reason");
        }
        if (!SingleLineText.isGiven(reason, LONGEST_REASON)) {
            throw CallRefused.field("reason");
        }
        return reason.strip();
    }
}
