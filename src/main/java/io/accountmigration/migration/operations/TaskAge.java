package io.accountmigration.migration.operations;

/** How long a task waits for somebody, in days. */
public enum TaskAge {
    UNDER_ONE_DAY(0, 1),
    UNDER_THREE_DAYS(1, 3),
    UNDER_ONE_WEEK(3, 7),
    ONE_WEEK_AND_MORE(7, Integer.MAX_VALUE);

    private final int fromDays;
    private final int toDays;

    TaskAge(int fromDays, int toDays) {
        this.fromDays = fromDays;
        this.toDays = toDays;
    }

    /** The youngest age that belongs here. */
    public int fromDays() {
        return fromDays;
    }

    /** The first age that is too old. */
    public int toDays() {
        return toDays;
    }

    /** Whether nothing is too old. */
    public boolean isOpenEnded() {
        return toDays == Integer.MAX_VALUE;
    }
}
