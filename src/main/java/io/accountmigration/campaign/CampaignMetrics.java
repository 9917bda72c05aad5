package io.accountmigration.campaign;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** How the campaigns that are not over stand, as gauges; what cannot be counted is NaN. */
@Component
class CampaignMetrics {

    /**
     * @param campaigns how many there are in each state
     * @param accounts how many accounts of theirs there are in each state
     * @param failureRate the share of its current wave that failed, of the campaign that fares worst
     */
    private record Figures(Map<CampaignState, Long> campaigns, Map<AccountState, Long> accounts, double failureRate) {}

    private final Campaigns campaigns;
    private final CountWaves countWaves;
    private final CampaignSettings settings;
    private final Clock clock;
    private Instant countedAt = Instant.EPOCH;
    private Optional<Figures> latest = Optional.empty();

    CampaignMetrics(
            MeterRegistry meters, Campaigns campaigns, CountWaves countWaves, CampaignSettings settings, Clock clock) {
        this.campaigns = campaigns;
        this.countWaves = countWaves;
        this.settings = settings;
        this.clock = clock;
        for (var state : CampaignState.values()) {
            if (!state.isFinal()) {
                gauge(
                        meters,
                        "campaign.campaigns",
                        "Campaigns that are not over, by state",
                        it -> it.campaigns().getOrDefault(state, 0L),
                        "state",
                        lowerCase(state));
            }
        }
        for (var state : AccountState.values()) {
            gauge(
                    meters,
                    "campaign.accounts",
                    "Accounts of campaigns that are not over, by state",
                    it -> it.accounts().getOrDefault(state, 0L),
                    "state",
                    lowerCase(state));
        }
        gauge(meters, "campaign.failure.rate", "The worst share of a current wave that failed", Figures::failureRate);
    }

    private void gauge(
            MeterRegistry meters, String name, String description, ToDoubleFunction<Figures> figure, String... tags) {
        Gauge.builder(name, this, it -> it.figures().map(figure::applyAsDouble).orElse(Double.NaN))
                .description(description)
                .tags(tags)
                .register(meters);
    }

    private static String lowerCase(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /**
     * All gauges of one collection tell of the same moment. Where counting fails none of them asks again: a database that
     * does not answer must not be waited for by each.
     */
    private synchronized Optional<Figures> figures() {
        var now = clock.instant();
        if (now.isBefore(countedAt) || now.isAfter(countedAt.plus(settings.look()))) {
            countedAt = now;
            latest = Optional.empty();
            latest = Optional.of(count(campaigns.findByEndedAtIsNull()));
        }
        return latest;
    }

    private Figures count(List<Campaign> living) {
        var states = new EnumMap<CampaignState, Long>(CampaignState.class);
        var accounts = new EnumMap<AccountState, Long>(AccountState.class);
        var failureRate = 0.0;
        for (var campaign : living) {
            states.merge(campaign.state(), 1L, Long::sum);
            var waves = countWaves.of(campaign);
            waves.values().forEach(wave -> wave.accounts()
                    .forEach((state, count) -> accounts.merge(state, count, Long::sum)));
            var current = waves.getOrDefault(campaign.currentWave(), WaveCounts.EMPTY);
            failureRate = Math.max(failureRate, current.failureRate());
        }
        return new Figures(states, accounts, failureRate);
    }
}
