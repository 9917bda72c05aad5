package io.accountmigration.publisher;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.stereotype.Component;

/**
 * Counts the calls to outside systems, and bounds those of work that is not urgent. Live work is only counted: it goes
 * first.
 */
@Component
public class OutsideCallCounter {

    private final Map<String, LongAdder> live = new ConcurrentHashMap<>();
    private final ThreadLocal<Allowance> allowance = new ThreadLocal<>();
    private final Clock clock;

    public OutsideCallCounter(Clock clock) {
        this.clock = clock;
    }

    /** Does the work, whose calls in this thread must be covered by the allowance. */
    public void within(Allowance granted, Runnable work) {
        allowance.set(granted);
        try {
            work.run();
        } finally {
            allowance.remove();
        }
    }

    /** Counts a call that is about to be made; false where this thread may make none. */
    public boolean begin(String system) {
        var granted = allowance.get();
        if (granted != null) {
            return granted.take(system, clock.instant());
        }
        live.computeIfAbsent(system, name -> new LongAdder()).increment();
        return true;
    }

    /** How many calls of live work went to a system since this was last asked. */
    public long liveCallsTo(String system) {
        var calls = live.get(system);
        return calls == null ? 0 : calls.sumThenReset();
    }

    /** The calls that a piece of work may make, and until when it may begin another one. */
    public static final class Allowance {

        private final Map<String, Integer> calls;
        private final Instant until;
        private final Map<String, AtomicInteger> taken = new ConcurrentHashMap<>();
        private volatile boolean refused;

        /** @param calls by system; a system that is not among them is not limited */
        public Allowance(Map<String, Integer> calls, Instant until) {
            this.calls = Map.copyOf(calls);
            this.until = until;
        }

        private boolean take(String system, Instant now) {
            var before = taken.computeIfAbsent(system, name -> new AtomicInteger());
            if (now.isAfter(until) || calls.containsKey(system) && before.get() >= calls.get(system)) {
                refused = true;
                return false;
            }
            before.incrementAndGet();
            return true;
        }

        /** Whether the work wanted to make more calls than these. */
        public boolean wasTooLittle() {
            return refused;
        }

        /** How many calls to a system were begun. */
        public int takenFor(String system) {
            var calls = taken.get(system);
            return calls == null ? 0 : calls.get();
        }
    }
}
