package io.accountmigration.sandbox.traffic;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** How many calls each system takes in a sliding window of time. */
@Component
@Profile("sandbox")
public class Limits {

    private final Clock clock;
    private final Map<WireSystem, Window> windows = new EnumMap<>(WireSystem.class);

    Limits(Clock clock) {
        this.clock = clock;
    }

    /** Sets the limit of a system; no calls at all means that there is no limit. */
    public synchronized void set(WireSystem system, int calls, int perSeconds) {
        if (calls == 0) {
            windows.remove(system);
        } else {
            windows.put(system, new Window(calls, Duration.ofSeconds(perSeconds), new ArrayDeque<>()));
        }
    }

    public synchronized void clear() {
        windows.clear();
    }

    /** Counts a call; answers in how many seconds it may be made, 0 when it may be made now. */
    synchronized long secondsUntil(WireSystem system) {
        var window = windows.get(system);
        return window == null ? 0 : window.secondsUntil(clock.instant());
    }

    private record Window(int calls, Duration length, Deque<Instant> made) {

        private long secondsUntil(Instant now) {
            while (!made.isEmpty() && !made.peekFirst().plus(length).isAfter(now)) {
                made.removeFirst();
            }
            if (made.size() < calls) {
                made.addLast(now);
                return 0;
            }
            var wait = Duration.between(now, made.peekFirst().plus(length));
            return Math.max(1, wait.plusMillis(999).toSeconds());
        }
    }
}
