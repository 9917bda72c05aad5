package io.accountmigration.web.migration;

import io.accountmigration.eligibility.FindingCode;
import io.accountmigration.migration.CaseView;
import io.accountmigration.migration.MigrationState;
import io.accountmigration.migration.MigrationStep;
import io.accountmigration.migration.OpenTask;
import io.accountmigration.migration.ViewMigrations;
import io.accountmigration.web.PageCursors;
import io.accountmigration.web.WebappPaths;
import io.accountmigration.web.page.DisplayedTime;
import io.accountmigration.web.page.LocalLink;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Lists cases for operators, newest first. */
@Component
public class CaseListQueries {

    private static final int PAGE = 25;

    /** One page of cases; {@code older} is the cursor of the next one, null on the last. */
    record CaseList(List<Line> lines, MigrationState state, FindingCode problem, String older) {

        /** The states that the list can be narrowed to. */
        public List<MigrationState> states() {
            return List.of(MigrationState.values());
        }
    }

    /** One case; {@code cockpitUrl} is null once it is over, {@code taskUrl} where nobody has a task. */
    public record Line(
            UUID caseId,
            String publisherId,
            CaseView.Situation situation,
            MigrationStep step,
            boolean stuck,
            DisplayedTime since,
            DisplayedTime startedAt,
            String cockpitUrl,
            String taskUrl,
            boolean mayCancel) {}

    private final ViewMigrations migrations;
    private final WebappPaths webapp;

    CaseListQueries(ViewMigrations migrations, WebappPaths webapp) {
        this.migrations = migrations;
        this.webapp = webapp;
    }

    public CaseList newest(Locale locale) {
        return page(Optional.empty(), Optional.empty(), null, locale);
    }

    /** Cases with this problem, else in this state, else all. */
    public CaseList page(Optional<MigrationState> state, Optional<FindingCode> problem, String cursor, Locale locale) {
        var position = PageCursors.read(cursor);
        var window = problem.map(code -> migrations.withProblem(code, position, PAGE))
                .orElseGet(() -> migrations.page(state, position, PAGE));
        return new CaseList(
                lines(window.getContent(), locale),
                state.orElse(null),
                problem.orElse(null),
                PageCursors.after(window));
    }

    public List<Line> lines(List<CaseView> views, Locale locale) {
        return views.stream().map(view -> line(view, locale)).toList();
    }

    private Line line(CaseView view, Locale locale) {
        var over = view.state().isFinal();
        return new Line(
                view.caseId(),
                view.publisherId(),
                view.situation(),
                view.step(),
                view.actors().contains(CaseView.OPERATORS),
                DisplayedTime.of(view.since(), locale),
                DisplayedTime.of(view.startedAt(), locale),
                over ? null : webapp.cockpitInstance(view.processInstanceId()),
                view.task().map(OpenTask::url).map(LocalLink::of).orElse(null),
                view.cancellable());
    }
}
