package io.accountmigration.campaign.readiness;

import io.accountmigration.publisher.OutsideUnavailable;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * One job of a report assesses one account, so that each is committed by itself and a crash repeats the one that was under
 * way. Where no more calls are allowed now, the report waits as a timer of its process.
 */
@Component
public class AssessNextAccounts {

    private final ReadinessReports reports;
    private final ReadinessResults results;
    private final ListAccounts listAccounts;
    private final ReuseRecentVerdicts reuseRecentVerdicts;
    private final AssessAccount assessAccount;
    private final SaveVerdict saveVerdict;
    private final ReadinessMetrics metrics;
    private final ReadinessSettings settings;
    private final Clock clock;

    AssessNextAccounts(
            ReadinessReports reports,
            ReadinessResults results,
            ListAccounts listAccounts,
            ReuseRecentVerdicts reuseRecentVerdicts,
            AssessAccount assessAccount,
            SaveVerdict saveVerdict,
            ReadinessMetrics metrics,
            ReadinessSettings settings,
            Clock clock) {
        this.reports = reports;
        this.results = results;
        this.listAccounts = listAccounts;
        this.reuseRecentVerdicts = reuseRecentVerdicts;
        this.assessAccount = assessAccount;
        this.saveVerdict = saveVerdict;
        this.metrics = metrics;
        this.settings = settings;
        this.clock = clock;
    }

    /** Assesses the next account, and returns the next step of the report. */
    @Transactional
    public ReportNextStep goOn(UUID reportId) {
        var report = reports.findById(reportId).orElseThrow();
        if (report.state() == ReportState.COMPLETED) {
            return new ReportNextStep.End();
        }
        var now = clock.instant();
        if (report.state() != ReportState.LISTING) {
            if (reuseRecentVerdicts.take(report)) {
                return new ReportNextStep.GoOn();
            }
            var current = current(report);
            if (current.isEmpty()) {
                report.end(now);
                return new ReportNextStep.End();
            }
            var nextTryAt = current.map(ReadinessResult::nextTryAt);
            if (nextTryAt.isPresent() && nextTryAt.get().isAfter(now)) {
                return new ReportNextStep.Wait(nextTryAt.get());
            }
        }
        return attempt(report).<ReportNextStep>map(ReportNextStep.Wait::new).orElseGet(ReportNextStep.GoOn::new);
    }

    /** Makes the calls for an account; answers until when nothing more is tried, where that is so. */
    private Optional<Instant> attempt(ReadinessReport report) {
        var failure = new Failure();
        failure.of(() -> look(report));
        return failure.unavailable.flatMap(unavailable -> suffer(report, unavailable));
    }

    private void look(ReadinessReport report) {
        if (report.state() == ReportState.LISTING) {
            listAccounts.listMore(report);
            return;
        }
        var result = current(report).orElseThrow();
        var found = assessAccount.look(result.publisherId());
        report.answered();
        if (found.isPresent()) {
            result.found(found.get());
            saveVerdict.note(found.get());
        } else {
            result.missing(clock.instant());
        }
        done(report, result);
    }

    private Optional<Instant> suffer(ReadinessReport report, OutsideUnavailable unavailable) {
        var now = clock.instant();
        if (unavailable.retryAfter().isPresent()) {
            metrics.waited(unavailable.isPostponed() ? "rate" : "retry-after");
            return Optional.of(now.plus(unavailable.retryAfter().get()));
        }
        report.failed();
        if (report.state() != ReportState.LISTING) {
            var result = current(report).orElseThrow();
            result.failed(unavailable.system(), now, settings);
            done(report, result);
        }
        return report.isInTrouble() || report.state() == ReportState.LISTING
                ? Optional.of(now.plus(settings.retry()))
                : Optional.empty();
    }

    private void done(ReadinessReport report, ReadinessResult result) {
        metrics.assessed(result.need());
        if (report.hasNext()) {
            report.next();
        }
    }

    /** The account that is next in order or, after the last one, next to be tried again. */
    private Optional<ReadinessResult> current(ReadinessReport report) {
        return report.hasNext()
                ? results.findById(new ReadinessResult.Id(report.id(), report.nextPosition()))
                : results.findForAnotherTry(report.id(), Limit.of(1)).stream().findFirst();
    }

    /** Keeps the failure of some work as a value: thrown through, it would undo what was found out. */
    private static final class Failure {

        private Optional<OutsideUnavailable> unavailable = Optional.empty();

        void of(Runnable work) {
            try {
                work.run();
            } catch (OutsideUnavailable failed) {
                unavailable = Optional.of(failed);
            }
        }
    }
}
