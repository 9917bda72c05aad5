package io.accountmigration.outside.budget;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import io.accountmigration.outside.budget.BudgetSettings.Rate;
import io.accountmigration.publisher.CallPriority;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What all nodes know of one system, as it lies in its row: the calls that count against the rate, those that nodes
 * hold and may still make, and whether the system answers. Times are milliseconds since 1970.
 *
 * <p>In any stretch of the rate's length the calls made and those held are never more than the rate. A node is given
 * calls ahead, each from the time on at which an earlier call stops counting; so nothing lies idle between two leases.
 */
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE)
final class Ledger {

    /** Calls that are held and not used count as made; no node uses them so long after the last was to be used. */
    static final long GOOD_FOR = 15_000;

    /** More than a call may take. */
    static final long LONGEST_CALL = 10_000;

    /** How far ahead calls are given away. */
    static final long HORIZON = 45_000;

    /** A node that asked for nothing for so long has no part in what is shared. */
    private static final long PRESENT_FOR = 30_000;

    private static final int SLOTS = 600;

    /** Calls made, by the end of the slot of time that they ended in, and by priority. */
    private TreeMap<Long, int[]> spent = new TreeMap<>();

    private TreeMap<String, Holding> nodes = new TreeMap<>();
    private EnumMap<CallPriority, Long> waiting = new EnumMap<>(CallPriority.class);

    /** From when on the last call that was given away may be made. */
    private long lastGiven;

    /** Nobody calls before, since the system asked for it. */
    private long notBefore;

    /** Less than the rate where somebody else uses a part of it; 0 where all of it is there. */
    private int learned;

    private long learnedAt;

    /** Since when the system does not answer; 0 where it does. */
    private long downSince;

    private boolean told;

    /** What a node holds: from when on it may make each call, and until when any of them. */
    @JsonAutoDetect(fieldVisibility = Visibility.ANY)
    private static final class Holding {

        private long[] calls = {};
        private long until;
        private long seen;
    }

    /** What a call is asked for. */
    enum Claim {
        /** Work that may as well begin later. */
        BEGIN,
        /** Work that has begun and should not be done in vain. */
        CONTINUE,
        /** A person waits. */
        PERSON
    }

    static long slotEnd(long time, Rate rate) {
        var slot = Math.max(1, rate.per().toMillis() / SLOTS);
        return (time / slot + 1) * slot;
    }

    /** Counts what a node has made since it last asked; what it holds or is about to end is as it says. */
    void settle(String node, Map<Long, int[]> made, List<Long> held, long until, Rate rate, long now) {
        forget(rate, now);
        made.forEach((slot, calls) -> add(slot, calls));
        var holding = nodes.computeIfAbsent(node, name -> new Holding());
        holding.calls = held.stream().mapToLong(Long::longValue).sorted().toArray();
        holding.until = until;
        holding.seen = now;
    }

    private void add(long slot, int[] calls) {
        var counted = spent.computeIfAbsent(slot, end -> new int[CallPriority.values().length]);
        for (var i = 0; i < counted.length && i < calls.length; i++) {
            counted[i] += calls[i];
        }
    }

    private void forget(Rate rate, long now) {
        spent.headMap(now - rate.per().toMillis(), true).clear();
        // What is dated later than any call can be was written before the clock was put back.
        var latest = slotEnd(now + HORIZON + GOOD_FOR + LONGEST_CALL, rate);
        var beyond = new ArrayList<>(spent.tailMap(latest, false).values());
        spent.tailMap(latest, false).clear();
        beyond.forEach(calls -> add(latest, calls));
        nodes.values().removeIf(holding -> isOver(holding, rate, now));
        waiting.values().removeIf(until -> until <= now || until > now + 10 * HORIZON);
    }

    /** A node that is gone used what it held, for all that is known. */
    private boolean isOver(Holding holding, Rate rate, long now) {
        if (holding.until + LONGEST_CALL > now && holding.seen <= now + LONGEST_CALL) {
            return false;
        }
        if (holding.calls.length > 0) {
            var calls = new int[CallPriority.values().length];
            calls[CallPriority.MOVE.ordinal()] = holding.calls.length;
            add(slotEnd(Math.min(holding.until, now) + LONGEST_CALL, rate), calls);
            holding.calls = new long[0];
        }
        return holding.seen + PRESENT_FOR <= now || holding.seen > now;
    }

    /**
     * Gives a node calls.
     *
     * @return from when on each may be made; none where none can be within the time that is looked ahead
     */
    List<Long> grant(String node, CallPriority priority, Claim claim, int wanted, int reserve, Rate rate, long now) {
        var limit = limit(rate, now);
        var kept =
                switch (claim) {
                    case BEGIN -> reserve;
                    case CONTINUE -> reserve / 2;
                    case PERSON -> 0;
                };
        var free = free(limit - kept, rate, now);
        var pace = claim == Claim.BEGIN
                ? new CallPace(free, priority, limit, kept, Math.max(1, nodesAt(now)), lastGiven, rate, now)
                : null;
        var granted = new ArrayList<Long>();
        while (granted.size() < wanted) {
            var from = free.whenFree(granted.size() + 1);
            if (pace != null) {
                from = Math.max(from, pace.next());
            }
            if (from > now + (claim == Claim.BEGIN ? HORIZON : 0)) {
                break;
            }
            granted.add(from);
        }
        if (!granted.isEmpty()) {
            var holding = nodes.get(node);
            holding.calls = merged(holding.calls, granted);
            holding.until = Math.max(holding.until, granted.get(granted.size() - 1) + GOOD_FOR);
            lastGiven = Math.max(Math.min(lastGiven, now + HORIZON), granted.get(granted.size() - 1));
        }
        return granted;
    }

    private static long[] merged(long[] before, List<Long> granted) {
        var all = Arrays.copyOf(before, before.length + granted.size());
        for (var i = 0; i < granted.size(); i++) {
            all[before.length + i] = granted.get(i);
        }
        Arrays.sort(all);
        return all;
    }

    /** From when on a call will be free at the latest, if nobody else takes it. */
    long nextFree(int reserve, Rate rate, long now) {
        return Math.min(free(limit(rate, now) - reserve, rate, now).whenFree(1), now + HORIZON);
    }

    /** How many of so many calls are left by what was made and what is held. */
    private FreeCalls free(int all, Rate rate, long now) {
        var free = new FreeCalls(all, now);
        spent.forEach((slot, calls) -> free.takenUntil(
                slot + rate.per().toMillis(), Arrays.stream(calls).sum()));
        nodes.values().forEach(holding -> Arrays.stream(holding.calls).forEach(free::takenFrom));
        return free;
    }

    /** What may be used now; what was learned is given up slowly, since the other client may have stopped. */
    int limit(Rate rate, long now) {
        if (learned == 0) {
            return rate.calls();
        }
        var gained =
                rate.calls() * 0.05 * Math.max(0, now - learnedAt) / rate.per().toMillis();
        return (int) Math.min(rate.calls(), learned + gained);
    }

    /** The system refused a call that this program thought it could make: somebody else uses a part of the rate. */
    void refused(Rate rate, long now) {
        if (notBefore <= now) {
            var counted = counted()
                    - nodes.values().stream().mapToInt(it -> it.calls.length).sum();
            learned = Math.max(rate.calls() / 10, Math.min(limit(rate, now), counted) - rate.calls() / 50 - 1);
            learnedAt = now;
        }
    }

    void leaveAlone(long until) {
        notBefore = Math.max(notBefore, until);
    }

    void waits(CallPriority priority, long until) {
        waiting.merge(priority, until, Math::max);
    }

    Map<CallPriority, Long> waiting() {
        return waiting;
    }

    long notBefore() {
        return notBefore;
    }

    /** How many calls count now, those held among them. */
    int counted() {
        return spent.values().stream()
                        .mapToInt(calls -> Arrays.stream(calls).sum())
                        .sum()
                + nodes.values().stream().mapToInt(it -> it.calls.length).sum();
    }

    int[] countedByPriority() {
        var sums = new int[CallPriority.values().length];
        spent.values().forEach(calls -> {
            for (var i = 0; i < sums.length && i < calls.length; i++) {
                sums[i] += calls[i];
            }
        });
        return sums;
    }

    int nodesAt(long now) {
        return (int) nodes.values().stream()
                .filter(it -> it.seen + PRESENT_FOR > now)
                .count();
    }

    long downSince() {
        return downSince;
    }

    /** It does not answer. */
    void down(long now) {
        if (downSince == 0) {
            downSince = now;
        }
    }

    /** Whether operators are to be told now, once in an outage. */
    boolean tell(long now, long after) {
        if (downSince == 0 || told || downSince + after > now) {
            return false;
        }
        told = true;
        return true;
    }

    /** It answers; whether operators were told that it did not. */
    boolean up() {
        var wasTold = told;
        downSince = 0;
        told = false;
        notBefore = 0;
        return wasTold;
    }
}
