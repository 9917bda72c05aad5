package io.accountmigration.campaign.forecast;

import io.accountmigration.campaign.readiness.ReadinessCategory;
import io.accountmigration.migration.MigrationState;
import java.time.Instant;

/**
 * An account that has not come to an end.
 *
 * @param users how many it was found to have, null where nobody has looked
 * @param state null where it has not been started
 */
record AccountAhead(
        int wave,
        ReadinessCategory need,
        Integer users,
        String processInstanceId,
        MigrationState state,
        Instant startedAt,
        Instant since) {}
