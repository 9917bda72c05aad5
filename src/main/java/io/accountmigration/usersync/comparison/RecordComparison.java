package io.accountmigration.usersync.comparison;

import io.accountmigration.usersync.UserLinks;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Keeps what a comparison has found: who is whose entry, and what differs. */
@Component
class RecordComparison {

    private final UserLinks links;
    private final DriftReports reports;

    RecordComparison(UserLinks links, DriftReports reports) {
        this.links = links;
        this.reports = reports;
    }

    void record(String publisherKey, Comparison comparison, List<Drift> drifts, Instant comparedAt) {
        links.saveAll(comparison.newLinks());
        comparison.goneLinks().forEach(links::delete);
        var report = reports.findById(publisherKey).orElseGet(() -> new DriftReport(publisherKey));
        report.found(drifts, comparedAt);
        reports.save(report);
    }
}
