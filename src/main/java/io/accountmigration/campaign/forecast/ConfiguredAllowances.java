package io.accountmigration.campaign.forecast;

import io.accountmigration.publisher.OutsideAllowance;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the settings say that the outside systems take. */
@Component
class ConfiguredAllowances implements OutsideAllowances {

    private final OutsideAllowance allowance;

    ConfiguredAllowances(OutsideAllowance allowance) {
        this.allowance = allowance;
    }

    @Override
    public Map<String, Allowance> bySystem() {
        return allowance.rates().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        rate -> new Allowance(
                                rate.getValue().calls(), rate.getValue().per())));
    }
}
