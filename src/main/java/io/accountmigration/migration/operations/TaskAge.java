package io.accountmigration.migration.operations;

/** How long a task waits for somebody, from the youngest on. */
public enum TaskAge {
    UNDER_ONE_DAY(0),
    UNDER_THREE_DAYS(1),
    UNDER_ONE_WEEK(3),
    ONE_WEEK_AND_MORE(7);

    private final int fromDays;

    TaskAge(int fromDays) {
        this.fromDays = fromDays;
    }

    /** How many days a task waits at least that belongs here. */
    public int fromDays() {
        return fromDays;
    }
}
