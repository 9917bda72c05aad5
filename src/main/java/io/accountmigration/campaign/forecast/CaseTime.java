package io.accountmigration.campaign.forecast;

import io.accountmigration.campaign.readiness.ReadinessCategory;
import java.time.Instant;

/**
 * How a case that a campaign started went.
 *
 * @param lockedAt when the move began, null where it has not
 * @param endedAt null while the case lives
 */
record CaseTime(ReadinessCategory need, Instant startedAt, Instant lockedAt, Instant endedAt) {}
