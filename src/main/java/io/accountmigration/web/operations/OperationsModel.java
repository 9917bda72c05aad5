package io.accountmigration.web.operations;

import io.accountmigration.eligibility.FindingCode;
import io.accountmigration.migration.MigrationState;
import io.accountmigration.migration.operations.EngineOperations.Cause;
import io.accountmigration.web.migration.CaseListQueries;
import io.accountmigration.web.page.DisplayedDuration;
import io.accountmigration.web.page.DisplayedTime;
import java.util.List;

/**
 * What the operators' page shows at a glance.
 *
 * @param lag null where no account has moved
 * @param lost publishers whose process instance an administrator deleted
 */
record OperationsModel(
        DisplayedTime countedAt,
        long open,
        long moved,
        long movedLastDay,
        String perDay,
        List<Bar> funnel,
        List<AgeLine> ages,
        Columns throughput,
        List<BlockerLine> blockers,
        long withoutProgress,
        long stoppedSteps,
        long lostCases,
        long suspendedInstances,
        List<CaseListQueries.Line> stuck,
        List<String> lost,
        List<SuspendedLine> suspended,
        List<CauseLine> causes,
        List<WantedLine> ownersWanted,
        LagLine lag,
        List<SyncLine> syncs,
        List<ActionLine> actions) {

    /** One bar; {@code share} is its length in percent of the longest. */
    record Bar(MigrationState state, long cases, int share) {}

    /** How old open cases are; the state is null on the line of all. */
    record AgeLine(
            MigrationState state,
            long cases,
            DisplayedDuration median,
            DisplayedDuration ninth,
            DisplayedDuration oldest) {}

    /** One column for each day; {@code most} is what the highest stands for. */
    record Columns(List<Column> days, long most) {}

    /** One day; the heights are in percent of the highest column. */
    record Column(String date, int left, long moved, int movedHeight, long ended, int endedHeight) {}

    /** What stands in the way of so many cases. */
    record BlockerLine(FindingCode code, String who, long cases, int share) {}

    /** An instance that was suspended; {@code publisherId} is null where it is of none. */
    record SuspendedLine(String process, String publisherId, String cockpitUrl) {}

    /** Why steps have stopped. */
    record CauseLine(Cause cause, DisplayedTime since) {}

    /** A publisher for which operators have to name an owner, and where they do. */
    record WantedLine(String publisherId, String why, DisplayedTime since, String taskUrl) {}

    /** How old what is known of the users of so many accounts may be, and how often their feeds are read. */
    record LagLine(long accounts, DisplayedDuration longest, DisplayedDuration interval) {}

    /** A publisher whose user sync needs somebody; {@code quarantine} is the reason in words, or null. */
    record SyncLine(String publisherId, String quarantine, long staged, long failing, long held) {}

    /** What an operator did to one of several cases; {@code obstacle} is null where it was done. */
    record ActionLine(
            String kind, String publisherId, String operator, String reason, String obstacle, DisplayedTime at) {}
}
