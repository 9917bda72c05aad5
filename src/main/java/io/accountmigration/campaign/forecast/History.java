package io.accountmigration.campaign.forecast;

import io.accountmigration.campaign.forecast.Durations.Observation;
import io.accountmigration.campaign.readiness.ReadinessCategory;
import java.util.List;
import java.util.Map;

/**
 * What was measured in campaigns.
 *
 * @param people from the start of a case to the last answer that it needed, by what the account needed
 * @param moving from there to the end
 * @param decisions from the question whether to go on to the answer
 * @param failureRate the share of the accounts that were refused, stopped or moved back
 */
record History(Map<ReadinessCategory, Durations> people, Durations moving, Durations decisions, double failureRate) {

    private static final Durations NONE = Durations.of(List.<Observation>of());

    Durations people(ReadinessCategory need) {
        return people.getOrDefault(need, NONE);
    }
}
