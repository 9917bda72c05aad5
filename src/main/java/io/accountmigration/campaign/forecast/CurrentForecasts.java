package io.accountmigration.campaign.forecast;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Forecasts of campaigns as they are, worked out anew once a minute at most, however many people look. */
@Component
public class CurrentForecasts {

    private static final Duration GOOD_FOR = Duration.ofMinutes(1);

    private final ForecastCampaigns forecasts;
    private final Clock clock;
    private final Map<UUID, Forecast> latest = new ConcurrentHashMap<>();

    CurrentForecasts(ForecastCampaigns forecasts, Clock clock) {
        this.forecasts = forecasts;
        this.clock = clock;
    }

    /**
     * When the campaign will be done, as of a minute ago at the most.
     *
     * @throws io.accountmigration.campaign.CampaignRefused when there is no such campaign
     */
    public Forecast of(UUID campaignId) {
        var now = clock.instant();
        latest.values()
                .removeIf(forecast -> forecast.madeAt().plus(GOOD_FOR).isBefore(now)
                        || forecast.madeAt().isAfter(now));
        return latest.computeIfAbsent(campaignId, id -> forecasts.of(id, Conditions.asTheyAre()));
    }
}
