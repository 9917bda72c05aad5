package io.accountmigration.web.readiness;

import io.accountmigration.campaign.readiness.ReadinessCategory;
import io.accountmigration.campaign.readiness.ReadinessReportView;
import io.accountmigration.campaign.readiness.ReadinessResultView;
import io.accountmigration.campaign.readiness.ReportState;
import io.accountmigration.eligibility.FindingTexts;
import io.accountmigration.migration.Caller;
import io.accountmigration.web.page.DisplayedTime;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Turns reports into what operators see of them. */
@Component
class ReadinessModelMapper {

    private static final int PAGE = 50;

    /** A report in the list of them. */
    record ReportLine(
            UUID id, String requestedBy, DisplayedTime requestedAt, ReportState state, long assessed, long accounts) {}

    /**
     * A report and some of its results.
     *
     * @param need the only one that is shown, or null for all
     * @param more the position after which further results follow, or null where none do
     */
    record Report(
            ReportLine line,
            DisplayedTime freshSince,
            DisplayedTime endedAt,
            Map<ReadinessCategory, Long> needs,
            long rejected,
            ReadinessCategory need,
            List<ResultLine> results,
            Integer more) {

        public boolean running() {
            return line.state() != ReportState.COMPLETED;
        }
    }

    /** One account; {@code failure} says what kept it from being found out. */
    record ResultLine(
            String publisherId,
            ReadinessCategory need,
            List<String> findings,
            int users,
            DisplayedTime assessedAt,
            boolean reused,
            String failure) {}

    private final ReadinessFacade desk;
    private final FindingTexts texts;

    ReadinessModelMapper(ReadinessFacade desk, FindingTexts texts) {
        this.desk = desk;
        this.texts = texts;
    }

    List<ReportLine> newest(Caller caller, Locale locale) {
        return desk.newest(caller).stream().map(view -> line(view, locale)).toList();
    }

    Report of(UUID reportId, Optional<ReadinessCategory> need, int after, Caller caller, Locale locale) {
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

    private static DisplayedTime moment(Instant instant, Locale locale) {
        return instant == null ? null : DisplayedTime.of(instant, locale);
    }
}
