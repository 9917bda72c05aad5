package io.accountmigration.web.migration;

import io.accountmigration.migration.MigrationStep;
import io.accountmigration.web.page.DisplayedTime;

/** One step of a case as its page lists it; {@code at} is when it was last done, null where it never was. */
record StepLine(MigrationStep step, Status status, DisplayedTime at) {

    /** Where a step stands. */
    enum Status {
        DONE,
        CURRENT,
        TO_COME
    }
}
