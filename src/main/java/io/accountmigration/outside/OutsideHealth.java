package io.accountmigration.outside;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * How the last minutes' calls to each outside system went. It is a detail and never makes this program unhealthy:
 * nothing gets better when a program is taken out of service because another one is down.
 */
@Component("outsideHealthIndicator")
class OutsideHealth implements HealthIndicator {

    private static final Set<String> ANSWERED = Set.of("ok", "expected");

    /** Whatever else it says: this does not pass by itself. */
    private static final String REFUSES = "refuses this program";

    private final MeterRegistry meters;

    OutsideHealth(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public Health health() {
        var systems = new TreeMap<String, String>();
        for (var timer : meters.find("outside.calls").timers()) {
            systems.merge(Objects.requireNonNull(timer.getId().getTag("system")), wordFor(timer), OutsideHealth::both);
        }
        return Health.up().withDetails(systems).build();
    }

    private static String wordFor(Timer timer) {
        // The longest call is remembered for some minutes only: without one there was no call.
        if (timer.max(TimeUnit.NANOSECONDS) == 0) {
            return "not called";
        }
        var outcome = timer.getId().getTag("outcome");
        if ("refused".equals(outcome)) {
            return REFUSES;
        }
        return ANSWERED.contains(outcome) ? "answers" : "fails";
    }

    private static String both(String one, String other) {
        if (one.equals(other) || other.equals("not called") || one.equals(REFUSES)) {
            return one;
        }
        if (other.equals(REFUSES)) {
            return other;
        }
        return one.equals("not called") ? other : "answers and fails";
    }
}
