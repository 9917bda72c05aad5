package io.accountmigration.web.readiness;

import io.accountmigration.campaign.readiness.Need;
import io.accountmigration.campaign.readiness.ReadinessReportView;
import io.accountmigration.campaign.readiness.ReadinessResultView;
import io.accountmigration.campaign.readiness.ReportState;
import io.accountmigration.eligibility.FindingTexts;
import io.accountmigration.migration.Caller;
import io.accountmigration.web.page.Moment;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Turns reports into what operators see of them. */
@Component
class ReadinessModels {

    private static final int PAGE = 50;

    /** A report in the list of them. */
    record ReportLine(
            UUID id, String requestedBy, Moment requestedAt, ReportState state, long assessed, long accounts) {}

    /**
     * A report and some of its results.
     *
     * @param need the only one that is shown, or null for all
     * @param more the position after which further results follow, or null where none do
     */
    record Report(
            ReportLine line,
            Moment freshSince,
            Moment endedAt,
            Map<Need, Long> needs,
            long rejected,
            Need need,
            List<ResultLine> results,
            Integer more) {

        public boolean running() {
            return line.state() != ReportState.COMPLETED;
        }
    }

    /** One account; {@code failure} says what kept it from being found out. */
    record ResultLine(
            String publisherId,
            Need need,
            List<String> findings,
            int users,
            Moment assessedAt,
            boolean reused,
            String failure) {}

    private final ReadinessFacade desk;
    private final FindingTexts texts;

    ReadinessModels(ReadinessFacade desk, FindingTexts texts) {
        this.desk = desk;
        this.texts = texts;
    }

    List<ReportLine> newest(Caller caller, Locale locale) {
        return desk.newest(caller).stream().map(view -> line(view, locale)).toList();
    }

    Report of(UUID reportId, Optional<Need> need, int after, Caller caller, Locale locale) {
        var view = desk.report(reportId, caller);
        var found = desk.results(reportId, need, after, PAGE, caller);
        var shown = found.subList(0, Math.min(PAGE, found.size()));
        return new Report(
                line(view, locale),
                moment(view.freshSince(), locale),
                moment(view.endedAt(), locale),
                view.needs(),
                view.rejected(),
                need.orElse(null),
                shown.stream().map(result -> line(result, locale)).toList(),
                found.size() > PAGE ? shown.get(PAGE - 1).position() : null);
    }

    private static ReportLine line(ReadinessReportView view, Locale locale) {
        return new ReportLine(
                view.id(),
                view.requestedBy(),
                moment(view.requestedAt(), locale),
                view.state(),
                view.assessed(),
                view.accounts());
    }

    private ResultLine line(ReadinessResultView result, Locale locale) {
        return new ResultLine(
                result.publisherId(),
                result.need(),
                result.findings().stream()
                        .map(finding -> texts.text(finding, locale))
                        .toList(),
                result.users(),
                moment(result.assessedAt(), locale),
                result.reused(),
                result.failure());
    }

    private static Moment moment(Instant instant, Locale locale) {
        return instant == null ? null : Moment.of(instant, locale);
    }
}
