package io.accountmigration.campaign.readiness;

import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Window;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows reports while they run and afterwards. */
@Component
public class ViewReadinessReports {

    private final ReadinessReports reports;
    private final ReadinessResults results;
    private final RejectedRows rejectedRows;

    ViewReadinessReports(ReadinessReports reports, ReadinessResults results, RejectedRows rejectedRows) {
        this.reports = reports;
        this.results = results;
        this.rejectedRows = rejectedRows;
    }

    /** How far the report is, or nothing where there is none. */
    @Transactional(readOnly = true)
    public Optional<ReadinessReportView> of(UUID reportId) {
        return reports.findById(reportId).map(this::view);
    }

    /** All reports, newest first. */
    @Transactional(readOnly = true)
    public Window<ReadinessReportView> page(ScrollPosition position, int size) {
        return reports.findByOrderByRequestedAtDescIdDesc(position, Limit.of(size))
                .map(this::view);
    }

    /** The results that are there, in the order of the selection, after a position; -1 stands before the first. */
    @Transactional(readOnly = true)
    public List<ReadinessResultView> results(UUID reportId, Optional<ReadinessCategory> need, int after, int size) {
        var limit = Limit.of(size);
        return need
                .map(it -> results.findAfter(reportId, after, it, limit))
                .orElseGet(() -> results.findAfter(reportId, after, limit))
                .stream()
                .map(ReadinessResultView::of)
                .toList();
    }

    /** The next rows that were left out, after a line; none at the end. */
    @Transactional(readOnly = true)
    public List<RejectedRow> rejectedRows(UUID reportId, int after) {
        return rejectedRows.after(reportId, after);
    }

    private ReadinessReportView view(ReadinessReport report) {
        var needs = new EnumMap<ReadinessCategory, Long>(ReadinessCategory.class);
        results.countByNeed(report.id()).forEach(line -> needs.put(line.getNeed(), line.getAccounts()));
        return new ReadinessReportView(
                report.id(),
                report.requestedBy(),
                report.requestedAt(),
                report.freshSince(),
                report.state(),
                report.accounts(),
                needs.values().stream().mapToLong(Long::longValue).sum(),
                needs,
                rejectedRows.count(report.id()),
                report.endedAt());
    }
}
