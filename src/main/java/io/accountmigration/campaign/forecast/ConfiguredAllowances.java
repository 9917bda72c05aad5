package io.accountmigration.campaign.forecast;

import io.accountmigration.campaign.readiness.ReadinessSettings;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the settings say that the outside systems take. */
@Component
class ConfiguredAllowances implements OutsideAllowances {

    private final ReadinessSettings settings;

    ConfiguredAllowances(ReadinessSettings settings) {
        this.settings = settings;
    }

    @Override
    public Map<String, Allowance> bySystem() {
        return settings.rates().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        rate -> new Allowance(
                                rate.getValue().calls(), rate.getValue().per())));
    }
}
