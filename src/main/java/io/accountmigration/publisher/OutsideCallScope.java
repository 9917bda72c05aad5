package io.accountmigration.publisher;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * What the work of the current thread is, for which calls to outside systems are made: its priority, and for a job until
 * when it may begin another call. Work without a scope belongs to a schedule.
 */
@Component
public class OutsideCallScope {

    /** A job's lock, less the longest call: a job that outlives its lock runs a second time meanwhile. */
    static final Duration LAST_CALL_OF_JOB = Duration.ofSeconds(20);

    private final ThreadLocal<Work> work = new ThreadLocal<>();
    private final Clock clock;

    public OutsideCallScope(Clock clock) {
        this.clock = clock;
    }

    /** Does the work of one job, which begins no call when too little is left of its lock. */
    public <T> T inJob(Supplier<T> job) {
        return within(new Work(null, CallPriority.CHECK, clock.instant().plus(LAST_CALL_OF_JOB)), job);
    }

    /**
     * The job of this thread begins a step, where it is at work on one of a process.
     *
     * @param subject for which case, or the like
     */
    public void beginStep(String step, String subject, CallPriority priority) {
        var current = work.get();
        if (current != null && current.isJob()) {
            current.step = step;
            current.subject = subject;
            current.priority = priority;
        }
    }

    /** The step that the job of this thread is at turns out to be less urgent. */
    public void lowerTo(CallPriority priority) {
        var current = work.get();
        if (current != null && current.isJob()) {
            current.priority = priority;
        }
    }

    /** Does some work at another priority than what it is part of. */
    public <T> T at(CallPriority priority, Supplier<T> part) {
        var current = work.get();
        if (current == null) {
            return within(new Work(null, priority, null), part);
        }
        var before = current.priority;
        current.priority = priority;
        try {
            return part.get();
        } finally {
            current.priority = before;
        }
    }

    /** The work of this thread. */
    public Work current() {
        var current = work.get();
        return current == null ? new Work(null, CallPriority.SYNC, null) : current;
    }

    /** Whether the job of this thread has taken so long that it may begin no other call. */
    public boolean isTooLateForJob() {
        var current = work.get();
        return current != null && current.isJob() && clock.instant().isAfter(current.lastCall);
    }

    private <T> T within(Work begun, Supplier<T> doing) {
        var before = work.get();
        work.set(begun);
        try {
            return doing.get();
        } finally {
            if (before == null) {
                work.remove();
            } else {
                work.set(before);
            }
            begun.atEnd.run();
        }
    }

    /** Some work, and the calls that were allotted to it before it began, by system. */
    public static final class Work {

        private final Instant lastCall;
        private final Map<String, Integer> allotted = new HashMap<>();
        private final Map<String, Integer> made = new HashMap<>();
        private String step;
        private String subject;
        private CallPriority priority;
        private Runnable atEnd = () -> {};

        private Work(String step, CallPriority priority, Instant lastCall) {
            this.step = step;
            this.priority = priority;
            this.lastCall = lastCall;
        }

        public boolean isJob() {
            return lastCall != null;
        }

        /** The name of the step, the same for each case; null where it is none. */
        public String step() {
            return step;
        }

        /** For which case, or the like, the step is made; empty where it is none. */
        public Optional<String> subject() {
            return Optional.ofNullable(subject);
        }

        public CallPriority priority() {
            return priority;
        }

        /** Whether it has made a call, or was allotted some. */
        public boolean hasBegun() {
            return !made.isEmpty() || !allotted.isEmpty();
        }

        /** Gives it calls that it may make without asking again. */
        public void allot(Map<String, Integer> calls, Runnable givesBackTheRest) {
            allotted.putAll(calls);
            atEnd = givesBackTheRest;
        }

        /** Makes one of the calls that were allotted, where one is left. */
        public boolean makeAllotted(String system) {
            var left = allotted.getOrDefault(system, 0);
            if (left == 0) {
                return false;
            }
            allotted.put(system, left - 1);
            make(system);
            return true;
        }

        /** Counts a call. */
        public void make(String system) {
            made.merge(system, 1, Integer::sum);
        }

        /** How many of the calls allotted were not made. */
        public Map<String, Integer> left() {
            return Map.copyOf(allotted);
        }

        public Map<String, Integer> made() {
            return Map.copyOf(made);
        }
    }
}
