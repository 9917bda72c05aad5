package io.accountmigration.web.page;

import io.accountmigration.migration.CaseView;
import io.accountmigration.migration.MigrationState;
import io.accountmigration.migration.MigrationStep;
import io.accountmigration.migration.ViewMigrations;
import io.accountmigration.web.Cursors;
import io.accountmigration.web.WebappPaths;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lists cases for operators, newest first. */
@Component
class CaseLists {

    private static final int PAGE = 25;

    /** One page of cases; {@code older} is the cursor of the next one, null on the last. */
    record CaseList(List<Line> lines, MigrationState state, String older) {

        /** The states that the list can be narrowed to. */
        public List<MigrationState> states() {
            return List.of(MigrationState.values());
        }
    }

    /** One case; {@code cockpitUrl} is null once it is over. */
    record Line(
            String publisherId,
            MigrationState state,
            MigrationStep step,
            boolean stuck,
            Moment since,
            Moment startedAt,
            String cockpitUrl) {}

    private final ViewMigrations migrations;
    private final WebappPaths webapp;

    CaseLists(ViewMigrations migrations, WebappPaths webapp) {
        this.migrations = migrations;
        this.webapp = webapp;
    }

    CaseList newest(Locale locale) {
        return page(Optional.empty(), null, locale);
    }

    CaseList page(Optional<MigrationState> state, String cursor, Locale locale) {
        var window = migrations.page(state, Cursors.read(cursor), PAGE);
        return new CaseList(
                window.stream().map(view -> line(view, locale)).toList(), state.orElse(null), Cursors.after(window));
    }

    private Line line(CaseView view, Locale locale) {
        var over = view.state().isFinal();
        return new Line(
                view.publisherId(),
                view.state(),
                view.step(),
                view.actors().contains(CaseView.OPERATORS),
                Moment.of(view.since(), locale),
                Moment.of(view.startedAt(), locale),
                over ? null : webapp.cockpitInstance(view.processInstanceId()));
    }
}
