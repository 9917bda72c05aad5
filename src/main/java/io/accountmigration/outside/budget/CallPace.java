package io.accountmigration.outside.budget;

import io.accountmigration.outside.budget.BudgetSettings.Rate;
import io.accountmigration.publisher.CallPriority;

/** How evenly calls are given away: so that those of a whole stretch are not used up at its beginning. */
final class CallPace {

    /** What was not asked for is given at once when it is no older; milliseconds. */
    private static final long UNASKED = 12_000;

    private final double spacing;
    private double next;
    private int atOnce;

    /**
     * @param kept how many calls of the limit are kept for others
     * @param nodes how many nodes share what is there
     * @param lastGiven from when on the last call that was given away may be made
     */
    CallPace(
            FreeCalls free,
            CallPriority priority,
            int limit,
            int kept,
            int nodes,
            long lastGiven,
            Rate rate,
            long now) {
        var available = free.now();
        atOnce = Math.max(0, available - (int) (limit * keptForLater(priority)));
        spacing = available > 0
                ? nodes / free.steadyRate(rate.per().toMillis())
                : nodes > 1 ? nodes * rate.per().toMillis() * 0.9 / Math.max(1, limit - kept) : 0;
        // What nobody asked for in the last seconds is not lost.
        next = Math.min(now, Math.max(now - (double) UNASKED, lastGiven + spacing));
    }

    private static double keptForLater(CallPriority priority) {
        return switch (priority) {
            case MOVE, CHECK -> 0.5;
            case SYNC -> 0.75;
            case COMPARISON, REPORT -> 1;
        };
    }

    /** From when on the next call may be made. */
    long next() {
        if (atOnce > 0) {
            atOnce--;
            return (long) next;
        }
        var now = (long) Math.min(next, Long.MAX_VALUE / 4);
        next += spacing;
        return now;
    }
}
