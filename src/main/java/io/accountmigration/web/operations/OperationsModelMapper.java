package io.accountmigration.web.operations;

import io.accountmigration.migration.MigrationState;
import io.accountmigration.migration.operations.FindStuckCases;
import io.accountmigration.migration.operations.OperationsFigures;
import io.accountmigration.migration.operations.OperationsFigures.Ages;
import io.accountmigration.migration.operations.OperationsFigures.Day;
import io.accountmigration.migration.operations.OperatorAction;
import io.accountmigration.migration.operations.ViewOperations;
import io.accountmigration.usersync.FailureReason;
import io.accountmigration.usersync.operations.FindUserSyncsAwaitingOperator;
import io.accountmigration.usersync.operations.ViewSyncLag;
import io.accountmigration.web.WebappPaths;
import io.accountmigration.web.migration.CaseListQueries;
import io.accountmigration.web.operations.OperationsModel.ActionLine;
import io.accountmigration.web.operations.OperationsModel.AgeLine;
import io.accountmigration.web.operations.OperationsModel.Bar;
import io.accountmigration.web.operations.OperationsModel.BlockerLine;
import io.accountmigration.web.operations.OperationsModel.CauseLine;
import io.accountmigration.web.operations.OperationsModel.Column;
import io.accountmigration.web.operations.OperationsModel.Columns;
import io.accountmigration.web.operations.OperationsModel.LagLine;
import io.accountmigration.web.operations.OperationsModel.SuspendedLine;
import io.accountmigration.web.operations.OperationsModel.SyncLine;
import io.accountmigration.web.operations.OperationsModel.WantedLine;
import io.accountmigration.web.page.DisplayedDuration;
import io.accountmigration.web.page.DisplayedTime;
import io.accountmigration.web.page.LocalLink;
import io.accountmigration.web.usersync.UserSyncTexts;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Turns figures into what the operators' page shows; each list is short, and says so where there is more. */
@Component
class OperationsModelMapper {

    static final int SHORT = 20;
    private static final int COLUMN = 10;

    private final ViewOperations operations;
    private final FindStuckCases stuckCases;
    private final FindUserSyncsAwaitingOperator syncs;
    private final ViewSyncLag syncLag;
    private final CaseListQueries cases;
    private final UserSyncTexts syncTexts;
    private final MessageSource texts;
    private final WebappPaths webapp;

    OperationsModelMapper(
            ViewOperations operations,
            FindStuckCases stuckCases,
            FindUserSyncsAwaitingOperator syncs,
            ViewSyncLag syncLag,
            CaseListQueries cases,
            UserSyncTexts syncTexts,
            MessageSource texts,
            WebappPaths webapp) {
        this.operations = operations;
        this.stuckCases = stuckCases;
        this.syncs = syncs;
        this.syncLag = syncLag;
        this.cases = cases;
        this.syncTexts = syncTexts;
        this.texts = texts;
        this.webapp = webapp;
    }

    OperationsModel atAGlance(Locale locale) {
        var figures = operations.figures();
        return new OperationsModel(
                DisplayedTime.of(figures.countedAt(), locale),
                figures.open(),
                figures.in(MigrationState.MIGRATED),
                figures.movedLastDay(),
                number(figures.perDay(), locale),
                funnel(figures),
                ages(figures, locale),
                columns(figures.throughput()),
                blockers(figures),
                figures.withoutProgress(),
                figures.load().deadJobs(),
                figures.load().lostCases(),
                figures.load().suspended(),
                cases.lines(stuckCases.withoutProgress(SHORT), locale),
                figures.load().lostCases() == 0 ? List.of() : stuckCases.lost(SHORT),
                suspended(),
                figures.causes().stream()
                        .map(cause -> new CauseLine(cause, DisplayedTime.of(cause.since(), locale)))
                        .toList(),
                operations.ownersWanted(SHORT).stream()
                        .map(search -> new WantedLine(
                                search.publisherId(),
                                search.why().name(),
                                DisplayedTime.of(search.since(), locale),
                                LocalLink.of(search.taskUrl())))
                        .toList(),
                lag(locale),
                syncs(locale),
                actions(locale));
    }

    private LagLine lag(Locale locale) {
        var lag = syncLag.now();
        return lag.accounts() == 0
                ? null
                : new LagLine(
                        lag.accounts(),
                        DisplayedDuration.of(lag.longest(), texts, locale),
                        DisplayedDuration.of(lag.interval(), texts, locale));
    }

    private List<SuspendedLine> suspended() {
        return stuckCases.suspended(SHORT).stream()
                .map(instance -> new SuspendedLine(
                        instance.process(),
                        instance.publisherId().orElse(null),
                        webapp.cockpitInstance(instance.processInstanceId())))
                .toList();
    }

    private static String number(double perDay, Locale locale) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(1);
        return format.format(perDay);
    }

    private static List<Bar> funnel(OperationsFigures figures) {
        var most =
                Stream.of(MigrationState.values()).mapToLong(figures::in).max().orElse(0);
        return Stream.of(MigrationState.values())
                .map(state -> new Bar(state, figures.in(state), share(figures.in(state), most)))
                .toList();
    }

    /** In percent, and never nothing where there is something. */
    private static int share(long part, long most) {
        return part == 0 ? 0 : (int) Math.max(1, 100 * part / most);
    }

    private List<AgeLine> ages(OperationsFigures figures, Locale locale) {
        var lines = new ArrayList<AgeLine>();
        figures.ages().forEach((state, ages) -> lines.add(age(state, ages, locale)));
        figures.allAges().ifPresent(ages -> lines.add(age(null, ages, locale)));
        return lines;
    }

    private AgeLine age(MigrationState state, Ages ages, Locale locale) {
        return new AgeLine(
                state,
                ages.cases(),
                DisplayedDuration.of(ages.median(), texts, locale),
                DisplayedDuration.of(ages.ninth(), texts, locale),
                DisplayedDuration.of(ages.oldest(), texts, locale));
    }

    private static Columns columns(List<Day> days) {
        var most = days.stream()
                .mapToLong(day -> Math.max(day.moved(), day.otherwiseEnded()))
                .max()
                .orElse(0);
        return new Columns(
                IntStream.range(0, days.size())
                        .mapToObj(index -> column(days.get(index), index, most))
                        .toList(),
                most);
    }

    private static Column column(Day day, int index, long most) {
        return new Column(
                day.date().toString(),
                index * COLUMN,
                day.moved(),
                share(day.moved(), most),
                day.otherwiseEnded(),
                share(day.otherwiseEnded(), most));
    }

    private static List<BlockerLine> blockers(OperationsFigures figures) {
        var most = figures.blockers().stream()
                .mapToLong(OperationsFigures.Blocker::cases)
                .max()
                .orElse(0);
        return figures.blockers().stream()
                .map(blocker -> new BlockerLine(
                        blocker.code(),
                        blocker.code().fixableBy().name(),
                        blocker.cases(),
                        share(blocker.cases(), most)))
                .toList();
    }

    private List<SyncLine> syncs(Locale locale) {
        return syncs.find(SHORT).stream()
                .map(sync -> new SyncLine(
                        sync.publisherId(),
                        sync.quarantine()
                                .map(FailureReason::name)
                                .map(reason -> syncTexts.reason(reason, locale))
                                .orElse(null),
                        sync.staged(),
                        sync.failing(),
                        sync.held()))
                .toList();
    }

    private List<ActionLine> actions(Locale locale) {
        return operations.latestActions(SHORT).stream()
                .map(action -> new ActionLine(
                        action.kind().name(),
                        action.publisherId(),
                        action.operator(),
                        action.reason(),
                        action.outcome().equals(OperatorAction.DONE) ? null : action.outcome(),
                        DisplayedTime.of(action.actedAt(), locale)))
                .toList();
    }
}
