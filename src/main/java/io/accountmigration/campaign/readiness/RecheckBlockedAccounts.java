package io.accountmigration.campaign.readiness;

import java.time.Clock;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks again, by itself, at accounts that could not go: a partner ID may have been verified overnight. */
@Component
public class RecheckBlockedAccounts {

    /** Who asks for such a report. */
    static final String PROGRAM = "program";

    private static final int AT_ONCE = 1000;

    private final ReadinessVerdicts verdicts;
    private final ReadinessReports reports;
    private final ReadinessResults results;
    private final ReadinessWorkflow workflow;
    private final ReadinessSettings settings;
    private final Clock clock;

    RecheckBlockedAccounts(
            ReadinessVerdicts verdicts,
            ReadinessReports reports,
            ReadinessResults results,
            ReadinessWorkflow workflow,
            ReadinessSettings settings,
            Clock clock) {
        this.verdicts = verdicts;
        this.reports = reports;
        this.results = results;
        this.workflow = workflow;
        this.settings = settings;
        this.clock = clock;
    }

    /** Begins a report on what is due, unless the last one is still under way. */
    @Transactional
    public void recheck() {
        var now = clock.instant();
        var due = verdicts.findDue(now, Limit.of(AT_ONCE));
        if (due.isEmpty() || reports.existsByRequestedByAndEndedAtIsNull(PROGRAM)) {
            return;
        }
        var report = reports.saveAndFlush(ReadinessReport.onSome(PROGRAM, now, now));
        results.saveAll(
                due.stream().map(ReadinessVerdict::publisherId).map(report::add).toList());
        // What cannot be found out this time is not asked for again at once.
        due.forEach(verdict -> verdict.lookAgain(now.plus(settings.recheckInterval())));
        workflow.start(report.id());
    }
}
