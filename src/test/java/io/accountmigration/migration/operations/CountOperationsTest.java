package io.accountmigration.migration.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import io.accountmigration.eligibility.FindingCode;
import io.accountmigration.migration.MigrationState;
import io.accountmigration.migration.Migrations;
import io.accountmigration.migration.operations.OperationsFigures.Ages;
import io.accountmigration.migration.operations.OperationsFigures.Blocker;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the counts of the database come to. */
class CountOperationsTest {

    private static final Instant NOW = Instant.parse("2026-03-20T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 20);

    private final Migrations migrations = mock(Migrations.class);
    private final CaseCounts counts = mock(CaseCounts.class);
    private final EngineOperations engine = mock(EngineOperations.class);
    private final CountOperations countOperations =
            new CountOperations(migrations, counts, engine, Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void noCaseIsOpen() {
        open(0, NOW, NOW, NOW);
    }

    @Test
    void whereThereIsNoCaseThereIsNoPace() {
        var figures = countOperations.count();

        assertThat(figures.allAges()).isEmpty();
        assertThat(figures.open()).isZero();
        assertThat(figures.perDay()).isZero();
        assertThat(figures.in(MigrationState.MOVING)).isZero();
        assertThat(figures.countedAt()).isEqualTo(NOW);
    }

    @Test
    void casesAreCountedAndTheirAgesToldByState() {
        given(migrations.countByState())
                .willReturn(List.of(new InState(MigrationState.MOVING, 3), new InState(MigrationState.MIGRATED, 40)));
        var ages = ages(
                MigrationState.MOVING,
                3,
                NOW.minus(Duration.ofHours(1)),
                NOW.minus(Duration.ofDays(2)),
                NOW.minus(Duration.ofDays(3)));
        given(counts.agesByState()).willReturn(List.of(ages));

        var figures = countOperations.count();

        assertThat(figures.in(MigrationState.MIGRATED)).isEqualTo(40);
        assertThat(figures.in(MigrationState.MOVING)).isEqualTo(3);
        assertThat(figures.ages())
                .isEqualTo(Map.of(
                        MigrationState.MOVING,
                        new Ages(3, Duration.ofHours(1), Duration.ofDays(2), Duration.ofDays(3))));
    }

    @Test
    void thePaceIsThatOfTheLastSevenDays() {
        open(10, NOW.minus(Duration.ofDays(1)), NOW.minus(Duration.ofDays(8)), NOW.minus(Duration.ofDays(9)));
        given(counts.firstStart()).willReturn(NOW.minus(Duration.ofDays(30)));
        given(counts.countEndedSince(MigrationState.MIGRATED, NOW.minus(Duration.ofDays(7))))
                .willReturn(35L);

        var figures = countOperations.count();

        assertThat(figures.open()).isEqualTo(10);
        assertThat(figures.perDay()).isEqualTo(5.0);
    }

    @Test
    void casesThatBeganLaterAreMeasuredByTheTimeSince() {
        open(4, NOW, NOW, NOW);
        var first = NOW.minus(Duration.ofDays(2));
        given(counts.firstStart()).willReturn(first);
        given(counts.countEndedSince(MigrationState.MIGRATED, first)).willReturn(4L);

        assertThat(countOperations.count().perDay()).isEqualTo(2.0);
    }

    @Test
    void theFirstHourCountsAsAWhole() {
        var first = NOW.minus(Duration.ofMinutes(1));
        given(counts.firstStart()).willReturn(first);
        given(counts.countEndedSince(MigrationState.MIGRATED, first)).willReturn(1L);

        assertThat(countOperations.count().perDay()).isEqualTo(24.0);
    }

    @Test
    void everyDayOfTheLastTwoWeeksIsListedWithWhatWasMovedAndWhatEndedOtherwise() {
        given(counts.endedSince(Instant.parse("2026-03-07T00:00:00Z")))
                .willReturn(List.of(
                        ended(TODAY, MigrationState.MIGRATED, 5),
                        ended(TODAY, MigrationState.CANCELLED, 1),
                        ended(TODAY, MigrationState.REVERTED, 2),
                        ended(TODAY.minusDays(13), MigrationState.MIGRATED, 7)));

        var throughput = countOperations.count().throughput();

        assertThat(throughput).hasSize(14);
        assertThat(throughput.get(0)).isEqualTo(new OperationsFigures.Day(TODAY.minusDays(13), 7, 0));
        assertThat(throughput.get(1)).isEqualTo(new OperationsFigures.Day(TODAY.minusDays(12), 0, 0));
        assertThat(throughput.get(13)).isEqualTo(new OperationsFigures.Day(TODAY, 5, 3));
    }

    @Test
    void whatIsInTheWayAndWhatStandsStillIsTold() {
        given(counts.blockers()).willReturn(List.of(new Blocked("TENANT_MISMATCH", 6)));
        given(counts.countEndedSince(MigrationState.MIGRATED, NOW.minus(Duration.ofDays(1))))
                .willReturn(9L);
        given(counts.countWithoutProgress(NOW)).willReturn(2L);
        var load = new EngineOperations.Load(Map.of(), 1, 2, 3, 4, 5);
        given(engine.load(NOW)).willReturn(load);
        var cause = new EngineOperations.Cause("job", "process", "step", "reason", 1, NOW);
        given(engine.causes(20)).willReturn(List.of(cause));

        var figures = countOperations.count();

        assertThat(figures.blockers()).containsExactly(new Blocker(FindingCode.TENANT_MISMATCH, 6));
        assertThat(figures.movedLastDay()).isEqualTo(9);
        assertThat(figures.withoutProgress()).isEqualTo(2);
        assertThat(figures.load()).isEqualTo(load);
        assertThat(figures.causes()).containsExactly(cause);
    }

    private void open(long cases, Instant median, Instant ninth, Instant oldest) {
        var all = ages(null, cases, median, ninth, oldest);
        given(counts.ages()).willReturn(all);
    }

    private static CaseCounts.StateAges ages(
            MigrationState state, long cases, Instant median, Instant ninth, Instant oldest) {
        var line = mock(CaseCounts.StateAges.class);
        given(line.getState()).willReturn(state);
        given(line.getCases()).willReturn(cases);
        given(line.getMedian()).willReturn(BigDecimal.valueOf(median.getEpochSecond()));
        given(line.getNinth()).willReturn(BigDecimal.valueOf(ninth.getEpochSecond()));
        given(line.getOldest()).willReturn(BigDecimal.valueOf(oldest.getEpochSecond()));
        return line;
    }

    private record InState(MigrationState getState, long getCases) implements Migrations.CasesInState {}

    private record Blocked(String getCode, long getCases) implements CaseCounts.Blocked {}

    private record Ended(long getDay, MigrationState getState, long getCases) implements CaseCounts.Ended {}

    private static Ended ended(LocalDate day, MigrationState state, long cases) {
        return new Ended(day.toEpochDay(), state, cases);
    }
}
