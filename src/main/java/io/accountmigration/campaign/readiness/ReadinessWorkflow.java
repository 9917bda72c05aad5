package io.accountmigration.campaign.readiness;

import java.util.UUID;

/** Has jobs work on reports. */
public interface ReadinessWorkflow {

    /** Begins with a report, as part of the current transaction. */
    void start(UUID reportId);
}
