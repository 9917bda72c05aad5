package io.accountmigration.campaign.forecast;

import java.time.Duration;
import java.util.Map;

/** How many calls the outside systems take. */
public interface OutsideAllowances {

    /**
     * So many calls in any stretch of this length.
     *
     * @param calls 0 stands for any number
     */
    record Allowance(int calls, Duration per) {}

    /** By the system's name. */
    Map<String, Allowance> bySystem();
}
