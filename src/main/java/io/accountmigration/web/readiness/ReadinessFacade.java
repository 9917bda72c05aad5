package io.accountmigration.web.readiness;

import io.accountmigration.campaign.readiness.ReadinessCategory;
import io.accountmigration.campaign.readiness.ReadinessReportView;
import io.accountmigration.campaign.readiness.ReadinessResultView;
import io.accountmigration.campaign.readiness.RejectedRow;
import io.accountmigration.campaign.readiness.SelectedRow;
import io.accountmigration.campaign.readiness.StartReadinessReport;
import io.accountmigration.campaign.readiness.StartReadinessReport.OnError;
import io.accountmigration.campaign.readiness.StartReadinessReport.Started;
import io.accountmigration.campaign.readiness.ViewReadinessReports;
import io.accountmigration.eligibility.Finding;
import io.accountmigration.migration.Caller;
import io.accountmigration.migration.Caller.Role;
import io.accountmigration.web.CallRefused;
import io.accountmigration.web.InvalidRequest;
import io.accountmigration.web.file.Csv;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Where operators ask what accounts will need, over REST and on the page. */
@Component
public class ReadinessFacade {

    private static final List<String> COLUMNS =
            List.of("publisherId", "need", "findings", "names", "users", "assessedAt", "reused", "failure");
    private static final List<String> ROW_COLUMNS = List.of("line", "content", "reason");
    private static final int READ_AT_ONCE = 1000;
    private static final int SHOWN = 20;

    private final StartReadinessReport startReadinessReport;
    private final ViewReadinessReports reports;

    ReadinessFacade(StartReadinessReport startReadinessReport, ViewReadinessReports reports) {
        this.startReadinessReport = startReadinessReport;
        this.reports = reports;
    }

    /** Begins a report on all publishers. */
    public Started startOnAll(Optional<Duration> maxAge, Caller caller) {
        caller.require(Role.OPERATOR);
        return new Started(startReadinessReport.onAll(caller.userId(), positive(maxAge)), List.of());
    }

    /** Begins a report on these publishers. */
    public Started start(List<SelectedRow> rows, OnError onError, Optional<Duration> maxAge, Caller caller) {
        caller.require(Role.OPERATOR);
        return startReadinessReport.on(rows, onError, caller.userId(), positive(maxAge));
    }

    /** How far a report is. */
    public ReadinessReportView report(UUID reportId, Caller caller) {
        caller.require(Role.OPERATOR);
        return reports.of(reportId).orElseThrow(() -> CallRefused.reportNotFound(reportId.toString()));
    }

    /** The newest reports. */
    public List<ReadinessReportView> newest(Caller caller) {
        caller.require(Role.OPERATOR);
        return reports.page(ScrollPosition.keyset(), SHOWN).toList();
    }

    /** Part of the results, after a position; one more than asked for is read, to see whether more follow. */
    public List<ReadinessResultView> results(
            UUID reportId, Optional<ReadinessCategory> need, int after, int size, Caller caller) {
        report(reportId, caller);
        return reports.results(reportId, need, after, size + 1);
    }

    /** All results as a file for spreadsheets: codes and names, the same for every reader. */
    public ResponseEntity<byte[]> resultsFile(UUID reportId, Caller caller) {
        report(reportId, caller);
        var last = new int[] {-1};
        var rows = Stream.generate(() -> reports.results(reportId, Optional.empty(), last[0], READ_AT_ONCE))
                .takeWhile(part -> !part.isEmpty())
                .peek(part -> last[0] = part.get(part.size() - 1).position())
                .flatMap(List::stream)
                .map(ReadinessFacade::cells);
        return Csv.file("readiness-" + reportId + ".csv", COLUMNS, rows);
    }

    /** The rows of the selection that were left out, as a file for spreadsheets. */
    public ResponseEntity<byte[]> rejectedRowsFile(UUID reportId, Caller caller) {
        report(reportId, caller);
        var last = new int[] {0};
        var rows = Stream.generate(() -> reports.rejectedRows(reportId, last[0]))
                .takeWhile(part -> !part.isEmpty())
                .peek(part -> last[0] = part.get(part.size() - 1).line())
                .flatMap(List::stream)
                .map(ReadinessFacade::cells);
        return Csv.file("rejected-rows-" + reportId + ".csv", ROW_COLUMNS, rows);
    }

    private static List<String> cells(ReadinessResultView result) {
        return Arrays.asList(
                result.publisherId(),
                result.need().name(),
                joined(result.findings().stream().map(finding -> finding.code().name())),
                joined(result.findings().stream().map(Finding::arguments).flatMap(List::stream)),
                String.valueOf(result.users()),
                result.assessedAt().toString(),
                String.valueOf(result.reused()),
                result.failure());
    }

    private static List<String> cells(RejectedRow row) {
        return List.of(String.valueOf(row.line()), row.content(), row.reason().name());
    }

    private static String joined(Stream<String> parts) {
        return parts.distinct().collect(Collectors.joining(" "));
    }

    private static Optional<Duration> positive(Optional<Duration> maxAge) {
        if (maxAge.filter(age -> age.isNegative() || age.toDays() > 3650).isPresent()) {
            throw new InvalidRequest("maxAge");
        }
        return maxAge;
    }
}
