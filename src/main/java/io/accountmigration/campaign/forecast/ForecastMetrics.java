package io.accountmigration.campaign.forecast;

import io.accountmigration.campaign.CampaignListItem;
import io.accountmigration.campaign.ViewCampaigns;
import io.accountmigration.campaign.forecast.Forecast.Band;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** When the last of the campaigns that are under way will be done, in seconds since 1970; nothing while that is unknown. */
@Component
class ForecastMetrics {

    private final ViewCampaigns campaigns;
    private final CurrentForecasts forecasts;

    ForecastMetrics(MeterRegistry meters, ViewCampaigns campaigns, CurrentForecasts forecasts) {
        this.campaigns = campaigns;
        this.forecasts = forecasts;
        gauge(meters, "from", Band::from);
        gauge(meters, "likely", Band::likely);
        gauge(meters, "until", Band::until);
    }

    private void gauge(MeterRegistry meters, String bound, Function<Band, Instant> time) {
        Gauge.builder("campaign.expected.end", this, it -> it.latest(time))
                .description("When the last campaign will be done: likely, and the bounds of 80 %")
                .tag("bound", bound)
                .register(meters);
    }

    private double latest(Function<Band, Instant> time) {
        return campaigns.newest().stream()
                .filter(campaign -> !campaign.state().isFinal())
                .map(CampaignListItem::id)
                .flatMap(id -> forecasts.of(id).end().stream())
                .mapToDouble(band -> time.apply(band).getEpochSecond())
                .max()
                .orElse(Double.NaN);
    }
}
