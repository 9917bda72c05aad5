package io.accountmigration.web.migration;

import io.accountmigration.migration.MigrationStep;
import io.accountmigration.web.page.DisplayedTime;

/** One step of a case as its page lists it; {@code at} is when it was last done, null where it never was. */
record StepLine(MigrationStep step, Status status, DisplayedTime at) {

    /** Where a step stands. */
    enum Status {
        DONE,
        /** Somebody, or the program, is at it. */
        CURRENT,
        /** The case is at it, and nothing happens before an operator has tried it again. */
        STOPPED,
        /** The case is at it, and nothing happens before an operator has activated the case. */
        SUSPENDED,
        TO_COME
    }

    /** Whether the case is at this step, at work or not. */
    public boolean isCurrent() {
        return status != Status.DONE && status != Status.TO_COME;
    }

    /** Whether the case has got as far as this step. */
    public boolean isReached() {
        return status != Status.TO_COME;
    }
}
