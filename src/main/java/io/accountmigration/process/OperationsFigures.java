package io.accountmigration.process;

import io.accountmigration.migration.MigrationState;
import java.util.Map;

/** How things stood at one moment: cases by state, open tasks by age, failed work, jobs that are due. */
record OperationsFigures(
        Map<MigrationState, Long> cases, Map<TaskAge, Long> openTasks, long incidents, long deadJobs, long dueJobs) {

    /** How long a task waits for somebody. */
    enum TaskAge {
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

        int fromDays() {
            return fromDays;
        }

        int toDays() {
            return toDays;
        }

        boolean isOpenEnded() {
            return toDays == Integer.MAX_VALUE;
        }
    }
}
