package io.accountmigration.campaign.forecast;

import io.accountmigration.campaign.CampaignEvent.Type;
import io.accountmigration.campaign.forecast.Durations.Observation;
import io.accountmigration.campaign.readiness.ReadinessCategory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Measures how long people, moves and decisions took in the campaigns so far. */
@Component
class MeasureHistory {

    private static final int LATEST = 5_000;

    private static final Set<Type> ASKED = Set.of(Type.WAVE_DONE, Type.BRAKED);
    private static final Set<Type> DECIDED = Set.of(Type.GO, Type.RESUMED);
    private static final Set<Type> OF_DECISIONS =
            Set.of(Type.WAVE_DONE, Type.BRAKED, Type.GO, Type.RESUMED, Type.WAVE_STARTED);

    private final CampaignTimes times;

    MeasureHistory(CampaignTimes times) {
        this.times = times;
    }

    History upTo(Instant now) {
        var cases = times.findLatest(Limit.of(LATEST));
        return new History(
                people(cases, now),
                Durations.of(moves(cases)).fasterHalf(),
                Durations.of(decisions()),
                times.countFailures().rate());
    }

    private static Map<ReadinessCategory, Durations> people(List<CaseTime> cases, Instant now) {
        var observed = new EnumMap<ReadinessCategory, List<Observation>>(ReadinessCategory.class);
        for (var it : cases) {
            var answered = it.lockedAt() == null ? it.endedAt() : it.lockedAt();
            observed.computeIfAbsent(it.need(), need -> new ArrayList<>())
                    .add(new Observation(seconds(it.startedAt(), answered == null ? now : answered), answered != null));
        }
        var people = new EnumMap<ReadinessCategory, Durations>(ReadinessCategory.class);
        observed.forEach((need, durations) -> people.put(need, Durations.of(durations)));
        return people;
    }

    /** Slow ones have waited for allowance, which is played on its own: only the faster half is looked at. */
    private static List<Observation> moves(List<CaseTime> cases) {
        return cases.stream()
                .filter(it -> it.lockedAt() != null && it.endedAt() != null)
                .map(it -> new Observation(seconds(it.lockedAt(), it.endedAt()), true))
                .toList();
    }

    private List<Observation> decisions() {
        var decisions = new ArrayList<Observation>();
        var askedAt = new HashMap<UUID, Instant>();
        var latestFirst = times.findEvents(OF_DECISIONS, Limit.of(LATEST));
        for (var place = latestFirst.size() - 1; place >= 0; place--) {
            var event = latestFirst.get(place);
            if (ASKED.contains(event.type())) {
                askedAt.put(event.campaignId(), event.at());
                continue;
            }
            var asked = askedAt.remove(event.campaignId());
            if (asked != null && DECIDED.contains(event.type())) {
                decisions.add(new Observation(seconds(asked, event.at()), true));
            }
        }
        return decisions;
    }

    private static double seconds(Instant from, Instant until) {
        return Math.max(0, Duration.between(from, until).toMillis() / 1000.0);
    }
}
