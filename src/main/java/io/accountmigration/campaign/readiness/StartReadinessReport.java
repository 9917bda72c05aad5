package io.accountmigration.campaign.readiness;

import io.accountmigration.campaign.readiness.SelectAccounts.Selection;
import io.accountmigration.campaign.readiness.SelectionRefused.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Begins a report for somebody who wants to know. */
@Component
public class StartReadinessReport {

    /** What becomes of a selection with rows that cannot be taken. */
    public enum OnError {
        /** The other rows are taken. */
        SKIP,
        /** Nothing is. */
        REJECT
    }

    /** The report, and the rows that it leaves out. */
    public record Started(UUID reportId, List<RejectedRow> rejected) {}

    private final SelectAccounts selectAccounts;
    private final ReadinessReports reports;
    private final ReadinessResults results;
    private final RejectedRows rejectedRows;
    private final ReadinessWorkflow workflow;
    private final ReadinessSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StartReadinessReport(
            SelectAccounts selectAccounts,
            ReadinessReports reports,
            ReadinessResults results,
            RejectedRows rejectedRows,
            ReadinessWorkflow workflow,
            ReadinessSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.selectAccounts = selectAccounts;
        this.reports = reports;
        this.results = results;
        this.rejectedRows = rejectedRows;
        this.workflow = workflow;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Begins a report on all publishers.
     *
     * @param maxAge how old a verdict may be to be taken as it is; left out, as old as the settings say
     */
    public UUID onAll(String requestedBy, Optional<Duration> maxAge) {
        var now = clock.instant();
        return transaction.execute(status -> {
            var report = reports.saveAndFlush(ReadinessReport.onAll(requestedBy, now, freshSince(now, maxAge)));
            workflow.start(report.id());
            return report.id();
        });
    }

    /**
     * Begins a report on the publishers that these rows name.
     *
     * @throws SelectionRefused when no row can be taken, or some cannot and the caller wants all or nothing
     */
    public Started on(List<SelectedRow> rows, OnError onError, String requestedBy, Optional<Duration> maxAge) {
        var selection = selectAccounts.select(rows);
        if (onError == OnError.REJECT && !selection.rejected().isEmpty()) {
            throw new SelectionRefused(Refusal.ROWS_REJECTED, selection.rejected());
        }
        if (selection.publisherIds().isEmpty()) {
            throw new SelectionRefused(Refusal.SELECTION_EMPTY, selection.rejected());
        }
        var reportId = transaction.execute(status -> begin(selection, requestedBy, maxAge));
        return new Started(reportId, selection.rejected());
    }

    private UUID begin(Selection selection, String requestedBy, Optional<Duration> maxAge) {
        var now = clock.instant();
        var report = reports.saveAndFlush(ReadinessReport.onSome(requestedBy, now, freshSince(now, maxAge)));
        results.saveAll(selection.publisherIds().stream().map(report::add).toList());
        rejectedRows.add(report.id(), selection.rejected());
        workflow.start(report.id());
        return report.id();
    }

    private Instant freshSince(Instant now, Optional<Duration> maxAge) {
        return now.minus(maxAge.orElse(settings.maxAge()));
    }
}
