package io.accountmigration.campaign.wave;

import io.accountmigration.campaign.CampaignSettings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Knows how the last minutes' calls to the outside systems went, by the meters of the calls that this program makes: a system is in trouble when many calls failed within a while,
 * and at least half of all. A system that asks for patience is not in trouble. Each node sees its own calls.
 */
@Component
class OutsideHealthMonitor {

    private static final String FAILED = "unavailable";
    private static final Set<String> PATIENCE_WANTED = Set.of("throttled", "postponed");

    /** The calls to a system so far. */
    private record Calls(long all, long failed) {

        static final Calls NONE = new Calls(0, 0);

        Calls plus(Calls other) {
            return new Calls(all + other.all, failed + other.failed);
        }

        Calls minus(Calls other) {
            return new Calls(all - other.all, failed - other.failed);
        }

        boolean areTrouble(int failures) {
            return failed >= failures && 2 * failed >= all;
        }
    }

    private record Look(Instant at, Map<String, Calls> calls) {}

    private final MeterRegistry meters;
    private final CampaignSettings settings;
    private final Clock clock;
    private final Deque<Look> looks = new ArrayDeque<>();

    OutsideHealthMonitor(MeterRegistry meters, CampaignSettings settings, Clock clock) {
        this.meters = meters;
        this.settings = settings;
        this.clock = clock;
    }

    /** The name of a system that has been in trouble since then, where one has. */
    synchronized Optional<String> inTrouble(Instant since) {
        var now = new Look(clock.instant(), callsSoFar());
        var horizon = now.at().minus(settings.outsideWindow());
        while (looks.size() > 1 && !looks.getFirst().at().isAfter(horizon)) {
            looks.removeFirst();
        }
        looks.addLast(now);
        var before = looks.stream()
                .filter(look -> !look.at().isBefore(since))
                .findFirst()
                .orElse(now)
                .calls();
        return now.calls().entrySet().stream()
                .filter(entry -> entry.getValue()
                        .minus(before.getOrDefault(entry.getKey(), Calls.NONE))
                        .areTrouble(settings.outsideFailures()))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst();
    }

    private Map<String, Calls> callsSoFar() {
        var calls = new HashMap<String, Calls>();
        for (var timer : meters.find("outside.calls").timers()) {
            calls.merge(String.valueOf(timer.getId().getTag("system")), callsOf(timer), Calls::plus);
        }
        return calls;
    }

    private static Calls callsOf(Timer timer) {
        var outcome = timer.getId().getTag("outcome");
        if (PATIENCE_WANTED.contains(outcome)) {
            return Calls.NONE;
        }
        return new Calls(timer.count(), FAILED.equals(outcome) ? timer.count() : 0);
    }
}
