package io.accountmigration.publisher;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Counts the calls to outside systems, and bounds those of a job, and of work that is not urgent. Live work is only
 * counted: it goes first.
 */
@Component
public class OutsideCallCounter {

    /** A job's lock, less the longest call: a job that outlives its lock runs a second time meanwhile. */
    static final Duration LAST_CALL_OF_JOB = Duration.ofSeconds(20);

    private final Map<String, LongAdder> live = new ConcurrentHashMap<>();
    private final ThreadLocal<Allowance> allowance = new ThreadLocal<>();
    private final ThreadLocal<Instant> lastCallOfJob = new ThreadLocal<>();
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

    /** Does the work of one job, which begins no call when too little is left of its lock. */
    public <T> T inJob(Supplier<T> job) {
        var before = lastCallOfJob.get();
        lastCallOfJob.set(clock.instant().plus(LAST_CALL_OF_JOB));
        try {
            return job.get();
        } finally {
            lastCallOfJob.set(before);
        }
    }

    /** Whether the job of this thread has taken so long that it may begin no other call. */
    public boolean isTooLateForJob() {
        var last = lastCallOfJob.get();
        return last != null && clock.instant().isAfter(last);
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
