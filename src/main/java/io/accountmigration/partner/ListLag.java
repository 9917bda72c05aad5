package io.accountmigration.partner;

import java.time.Duration;

/** How far Partner Center's lists may be behind what has happened there. */
public interface ListLag {

    /** What was written longer ago than that is shown. */
    Duration lag();
}
