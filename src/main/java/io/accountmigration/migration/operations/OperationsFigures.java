package io.accountmigration.migration.operations;

import io.accountmigration.eligibility.FindingCode;
import io.accountmigration.migration.MigrationState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the migrations as a whole stood at one moment.
 *
 * @param cases how many there are in each state
 * @param ages how old the open ones are, by state
 * @param allAges how old all open ones are; empty where there are none
 * @param blockers what stands in the way of open cases, the most frequent first
 * @param throughput how many came to which end on each of the last days, without a gap, today last
 * @param movedLastDay how many were moved in the last 24 hours
 * @param perDay how many were moved in a day, over the last seven days or as long as there are cases
 * @param withoutProgress open cases for which nothing has happened for longer than their step normally takes
 * @param load what the engine has on its hands
 */
public record OperationsFigures(
        Map<MigrationState, Long> cases,
        Map<MigrationState, Ages> ages,
        Optional<Ages> allAges,
        List<Blocker> blockers,
        List<Day> throughput,
        long movedLastDay,
        double perDay,
        long withoutProgress,
        EngineOperations.Load load,
        List<EngineOperations.Cause> causes,
        Instant countedAt) {

    /** How long ago open cases started: half of them and nine in ten are younger than that, and none is older. */
    public record Ages(long cases, Duration median, Duration ninth, Duration oldest) {}

    /** A problem and how many open cases have it. */
    public record Blocker(FindingCode code, long cases) {}

    /** One day in UTC. */
    public record Day(LocalDate date, long moved, long otherwiseEnded) {}

    /** How many cases are not over. */
    public long open() {
        return allAges.map(Ages::cases).orElse(0L);
    }

    /** How many cases there are in this state. */
    public long in(MigrationState state) {
        return cases.getOrDefault(state, 0L);
    }
}
