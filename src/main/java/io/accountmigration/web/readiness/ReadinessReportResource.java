package io.accountmigration.web.readiness;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.accountmigration.campaign.readiness.ReadinessCategory;
import io.accountmigration.campaign.readiness.ReadinessReportView;
import io.accountmigration.campaign.readiness.RejectedRow;
import io.accountmigration.campaign.readiness.ReportState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.lang.Nullable;

/**
 * How far a report is, over REST. {@code rejectedRows} are listed in the answer to the call that begins the report;
 * {@code rejected} always says how many there are. {@code endedAt} is null while it runs.
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ReadinessReportResource(
        UUID id,
        ReportState state,
        String requestedBy,
        Instant requestedAt,
        Instant freshSince,
        long accounts,
        long assessed,
        Map<ReadinessCategory, Long> needs,
        long rejected,
        List<RejectedRow> rejectedRows,
        @Nullable Instant endedAt) {

    static ReadinessReportResource of(ReadinessReportView view, List<RejectedRow> rejectedRows) {
        return new ReadinessReportResource(
                view.id(),
                view.state(),
                view.requestedBy(),
                view.requestedAt(),
                view.freshSince(),
                view.accounts(),
                view.assessed(),
                view.needs(),
                view.rejected(),
                rejectedRows,
                view.endedAt());
    }
}
