package io.accountmigration.campaign.readiness;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * How far a report is.
 *
 * @param freshSince verdicts from this time on were taken as they are
 * @param accounts how many it is on; while they are being listed, how many so far
 * @param assessed how many of them are done with
 * @param needs how many of those need what
 * @param rejected how many rows of the selection were left out
 * @param endedAt null while it is under way
 */
public record ReadinessReportView(
        UUID id,
        String requestedBy,
        Instant requestedAt,
        Instant freshSince,
        ReportState state,
        long accounts,
        long assessed,
        Map<ReadinessCategory, Long> needs,
        long rejected,
        Instant endedAt) {}
