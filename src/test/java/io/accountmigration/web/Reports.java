package io.accountmigration.web;

import io.accountmigration.campaign.readiness.ReadinessCategory;
import io.accountmigration.campaign.readiness.ReadinessReportView;
import io.accountmigration.campaign.readiness.ReadinessResultView;
import io.accountmigration.campaign.readiness.ReportState;
import io.accountmigration.eligibility.FindingCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Readiness reports as the endpoints are shown them. */
public final class Reports {

    public static final UUID ID = UUID.fromString("7d9c8a52-43a6-4ab2-b0a9-0a5bb4f8b3a1");
    public static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");

    private Reports() {}

    public static ReadinessReportView running() {
        return new ReadinessReportView(
                ID,
                "operator",
                AT,
                AT,
                ReportState.RUNNING,
                3,
                2,
                Map.of(ReadinessCategory.ENROL, 1L, ReadinessCategory.UNKNOWN, 1L),
                1,
                null);
    }

    public static ReadinessResultView blocked(int position, String name) {
        var findings = List.of(FindingCode.PARTNER_ID_NOT_FOUND.naming(name));
        return new ReadinessResultView(position, "contoso", ReadinessCategory.ENROL, findings, 2, AT, true, null);
    }

    public static ReadinessResultView unknown(int position) {
        return new ReadinessResultView(
                position, "fabrikam", ReadinessCategory.UNKNOWN, List.of(), 0, AT, false, "Cloud Partner Portal");
    }
}
