package io.accountmigration.campaign.readiness;

import static io.accountmigration.campaign.readiness.AssessAccount.CPP;
import static io.accountmigration.campaign.readiness.AssessAccount.CPP_CALLS;
import static io.accountmigration.campaign.readiness.AssessAccount.DIRECTORY;
import static io.accountmigration.campaign.readiness.AssessAccount.PARTNER_CENTER;
import static io.accountmigration.campaign.readiness.AssessAccount.PARTNER_CENTER_CALLS;

import io.accountmigration.campaign.readiness.CallBudget.Answer.Granted;
import io.accountmigration.campaign.readiness.CallBudget.Answer.Later;
import io.accountmigration.campaign.readiness.CallBudget.Lease;
import io.accountmigration.publisher.OutsideCallCounter;
import io.accountmigration.publisher.OutsideCallCounter.Allowance;
import io.accountmigration.publisher.OutsideUnavailable;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * One job of a report: makes the calls that the job before leased, and leases those of the next. So each account is
 * committed by itself, and a crash repeats the one that was under way.
 */
@Component
public class AssessNextAccounts {

    private final ReadinessReports reports;
    private final ReadinessResults results;
    private final ListAccounts listAccounts;
    private final ReuseRecentVerdicts reuseRecentVerdicts;
    private final AssessAccount assessAccount;
    private final SaveVerdict saveVerdict;
    private final CallBudget leases;
    private final ReadinessMetrics metrics;
    private final OutsideCallCounter outsideCallCounter;
    private final ReadinessSettings settings;
    private final Clock clock;

    /** Only in memory: what a crashed node leased must not be called for by another. */
    private final Map<UUID, Lease> held = new ConcurrentHashMap<>();

    AssessNextAccounts(
            ReadinessReports reports,
            ReadinessResults results,
            ListAccounts listAccounts,
            ReuseRecentVerdicts reuseRecentVerdicts,
            AssessAccount assessAccount,
            SaveVerdict saveVerdict,
            CallBudget leases,
            ReadinessMetrics metrics,
            OutsideCallCounter outsideCallCounter,
            ReadinessSettings settings,
            Clock clock) {
        this.reports = reports;
        this.results = results;
        this.listAccounts = listAccounts;
        this.reuseRecentVerdicts = reuseRecentVerdicts;
        this.assessAccount = assessAccount;
        this.saveVerdict = saveVerdict;
        this.leases = leases;
        this.metrics = metrics;
        this.outsideCallCounter = outsideCallCounter;
        this.settings = settings;
        this.clock = clock;
    }

    /** Assesses the next accounts, and returns the next step of the report. */
    @Transactional
    public ReportNextStep goOn(UUID reportId) {
        var report = reports.findById(reportId).orElseThrow();
        if (report.state() == ReportState.COMPLETED) {
            return new ReportNextStep.End();
        }
        var lease = held.remove(reportId);
        if (lease != null) {
            var waits = work(report, lease);
            if (waits.isPresent()) {
                return new ReportNextStep.Wait(waits.get());
            }
        }
        return prepare(report);
    }

    /** Makes the calls of a lease; answers until when nothing more is tried, where that is so. */
    private Optional<Instant> work(ReadinessReport report, Lease lease) {
        var now = clock.instant();
        var allowance = new Allowance(lease.calls(), now.plus(settings.patience()));
        var failure = new Failure();
        if (!now.isAfter(lease.goodUntil())) {
            outsideCallCounter.within(allowance, () -> failure.of(() -> look(report, lease, allowance)));
        }
        leases.settle(lease, allowance);
        return failure.unavailable.flatMap(unavailable -> suffer(report, unavailable, allowance));
    }

    private void look(ReadinessReport report, Lease lease, Allowance allowance) {
        if (report.state() == ReportState.LISTING) {
            listAccounts.listMore(report);
            return;
        }
        var result = current(report).orElseThrow();
        var look = assessAccount.look(result.publisherId(), mostDirectoryCalls(result, lease));
        report.answered();
        if (look instanceof AssessAccount.Look.TakesMoreCalls more) {
            result.takes(more.directoryCalls());
            return;
        }
        if (look instanceof AssessAccount.Look.Found found) {
            result.found(found.outcome());
            saveVerdict.note(found.outcome());
        } else {
            result.missing(clock.instant());
        }
        done(report, result);
    }

    /** As many as were asked for; where the rate allows only fewer, more than those would not be granted either. */
    private static int mostDirectoryCalls(ReadinessResult result, Lease lease) {
        var granted = lease.calls().getOrDefault(DIRECTORY, Integer.MAX_VALUE);
        return granted == result.directoryCalls() ? granted : Integer.MAX_VALUE;
    }

    private Optional<Instant> suffer(ReadinessReport report, OutsideUnavailable unavailable, Allowance allowance) {
        var now = clock.instant();
        if (unavailable.retryAfter().isPresent() && !allowance.wasTooLittle()) {
            var wait = unavailable.retryAfter().get();
            leases.leaveAlone(wait);
            metrics.waited("retry-after");
            return Optional.of(now.plus(wait));
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

    private ReportNextStep prepare(ReadinessReport report) {
        var now = clock.instant();
        var listing = report.state() == ReportState.LISTING;
        if (!listing && reuseRecentVerdicts.take(report)) {
            return new ReportNextStep.GoOn();
        }
        var current = current(report);
        if (!listing && current.isEmpty()) {
            report.end(now);
            return new ReportNextStep.End();
        }
        var nextTryAt = current.map(ReadinessResult::nextTryAt);
        if (nextTryAt.isPresent() && nextTryAt.get().isAfter(now)) {
            return new ReportNextStep.Wait(nextTryAt.get());
        }
        var answer = leases.take(listing ? Map.of(CPP, 1) : callsFor(current.orElseThrow()));
        if (answer instanceof Later later) {
            metrics.waited("rate");
            return new ReportNextStep.Wait(later.at());
        }
        holdAfterCommit(report.id(), ((Granted) answer).lease());
        return new ReportNextStep.GoOn();
    }

    private static Map<String, Integer> callsFor(ReadinessResult result) {
        return Map.of(CPP, CPP_CALLS, PARTNER_CENTER, PARTNER_CENTER_CALLS, DIRECTORY, result.directoryCalls());
    }

    /** The account that is next in order or, after the last one, next to be tried again. */
    private Optional<ReadinessResult> current(ReadinessReport report) {
        return report.hasNext()
                ? results.findById(new ReadinessResult.Id(report.id(), report.nextPosition()))
                : results.findForAnotherTry(report.id(), Limit.of(1)).stream().findFirst();
    }

    private void holdAfterCommit(UUID reportId, Lease lease) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                held.put(reportId, lease);
            }
        });
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
