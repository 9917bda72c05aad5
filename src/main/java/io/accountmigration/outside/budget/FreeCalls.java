package io.accountmigration.outside.budget;

import java.util.TreeMap;

/** How many calls are free from each time on. Times are milliseconds since 1970. */
final class FreeCalls {

    private final TreeMap<Long, Integer> changes = new TreeMap<>();
    private final long now;
    private long[] times;
    private int[] lowest;
    private int[] free;

    FreeCalls(int all, long now) {
        this.now = now;
        changes.put(now, all);
    }

    void takenUntil(long end, int calls) {
        if (end > now) {
            changes.merge(now, -calls, Integer::sum);
            changes.merge(end, calls, Integer::sum);
        }
    }

    void takenFrom(long begin) {
        changes.merge(Math.max(now, begin), -1, Integer::sum);
    }

    private void sum() {
        times = changes.keySet().stream().mapToLong(Long::longValue).toArray();
        free = new int[times.length];
        var sum = 0;
        for (var i = 0; i < times.length; i++) {
            sum += changes.get(times[i]);
            free[i] = sum;
        }
        lowest = free.clone();
        for (var i = lowest.length - 2; i >= 0; i--) {
            lowest[i] = Math.min(lowest[i], lowest[i + 1]);
        }
    }

    int now() {
        if (times == null) {
            sum();
        }
        return lowest[0];
    }

    /** From when on so many more calls are free, for good. */
    long whenFree(int calls) {
        now();
        for (var i = 0; i < lowest.length; i++) {
            if (lowest[i] >= calls) {
                return times[i];
            }
        }
        return Long.MAX_VALUE / 4;
    }

    /** How many calls a millisecond can be made from now on without a long break, for so long. */
    double steadyRate(long length) {
        now();
        var rate = Double.MAX_VALUE;
        for (var i = 0; i < times.length; i++) {
            var end = i + 1 < times.length ? times[i + 1] : now + length;
            if (end - now >= length / 10) {
                rate = Math.min(rate, free[i] / (double) (end - now));
            }
        }
        return Math.max(rate, 1e-6);
    }
}
