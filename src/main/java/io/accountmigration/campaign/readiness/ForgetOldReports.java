package io.accountmigration.campaign.readiness;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Forgets reports and verdicts that are older than they are worth; findings name people. */
@Component
public class ForgetOldReports {

    private final ReadinessReports reports;
    private final ReadinessResults results;
    private final ReadinessVerdicts verdicts;
    private final RejectedRows rejectedRows;
    private final ReadinessSettings settings;
    private final Clock clock;

    ForgetOldReports(
            ReadinessReports reports,
            ReadinessResults results,
            ReadinessVerdicts verdicts,
            RejectedRows rejectedRows,
            ReadinessSettings settings,
            Clock clock) {
        this.reports = reports;
        this.results = results;
        this.verdicts = verdicts;
        this.rejectedRows = rejectedRows;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional
    public void forget() {
        var before = clock.instant().minus(settings.keep());
        rejectedRows.forgetOfReportsEndedBefore(before.atOffset(ZoneOffset.UTC));
        results.forgetOfReportsEndedBefore(before);
        reports.forgetEndedBefore(before);
        verdicts.forgetOlderThan(before);
    }
}
