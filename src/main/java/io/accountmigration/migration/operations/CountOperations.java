package io.accountmigration.migration.operations;

import io.accountmigration.eligibility.FindingCode;
import io.accountmigration.migration.MigrationState;
import io.accountmigration.migration.Migrations;
import io.accountmigration.migration.operations.OperationsFigures.Ages;
import io.accountmigration.migration.operations.OperationsFigures.Blocker;
import io.accountmigration.migration.operations.OperationsFigures.Day;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts the figures of all migrations, with a fixed number of statements. */
@Component
class CountOperations {

    static final int DAYS = 14;

    private static final Duration PACE = Duration.ofDays(7);
    private static final Duration LEAST = Duration.ofHours(1);
    private static final int MOST_FREQUENT = 20;

    private final Migrations migrations;
    private final CaseCounts counts;
    private final EngineOperations engine;
    private final Clock clock;

    CountOperations(Migrations migrations, CaseCounts counts, EngineOperations engine, Clock clock) {
        this.migrations = migrations;
        this.counts = counts;
        this.engine = engine;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    OperationsFigures count() {
        var now = clock.instant();
        var cases = new EnumMap<MigrationState, Long>(MigrationState.class);
        migrations.countByState().forEach(line -> cases.put(line.getState(), line.getCases()));
        var allAges =
                Optional.of(counts.ages()).filter(all -> all.getCases() > 0).map(all -> agesOf(all, now));
        return new OperationsFigures(
                cases,
                agesByState(now),
                allAges,
                counts.blockers().stream()
                        .map(line -> new Blocker(FindingCode.valueOf(line.getCode()), line.getCases()))
                        .toList(),
                throughput(now),
                counts.countEndedSince(MigrationState.MIGRATED, now.minus(Duration.ofDays(1))),
                perDay(now),
                counts.countWithoutProgress(now),
                engine.load(now),
                engine.causes(MOST_FREQUENT),
                now);
    }

    private Map<MigrationState, Ages> agesByState(Instant now) {
        var ages = new EnumMap<MigrationState, Ages>(MigrationState.class);
        counts.agesByState().forEach(line -> ages.put(line.getState(), agesOf(line, now)));
        return ages;
    }

    private static Ages agesOf(CaseCounts.StateAges line, Instant now) {
        return new Ages(
                line.getCases(),
                since(line.getMedian(), now),
                since(line.getNinth(), now),
                since(line.getOldest(), now));
    }

    private static Duration since(BigDecimal epochSeconds, Instant now) {
        return Duration.between(Instant.ofEpochSecond(epochSeconds.longValue()), now);
    }

    private List<Day> throughput(Instant now) {
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var first = today.minusDays(DAYS - 1);
        var ended = counts.endedSince(first.atStartOfDay(ZoneOffset.UTC).toInstant());
        return LongStream.rangeClosed(first.toEpochDay(), today.toEpochDay())
                .mapToObj(day -> new Day(LocalDate.ofEpochDay(day), sum(ended, day, true), sum(ended, day, false)))
                .toList();
    }

    private static long sum(List<CaseCounts.Ended> ended, long day, boolean moved) {
        return ended.stream()
                .filter(line -> line.getDay() == day)
                .filter(line -> (line.getState() == MigrationState.MIGRATED) == moved)
                .mapToLong(CaseCounts.Ended::getCases)
                .sum();
    }

    /** A campaign that began today is measured by today: its first hour counts as a whole. */
    private double perDay(Instant now) {
        var first = counts.firstStart();
        if (first == null) {
            return 0;
        }
        var since = now.minus(PACE).isAfter(first) ? now.minus(PACE) : first;
        var time = Duration.between(since, now).compareTo(LEAST) < 0 ? LEAST : Duration.between(since, now);
        var moved = counts.countEndedSince(MigrationState.MIGRATED, since);
        return moved * (double) Duration.ofDays(1).toMillis() / time.toMillis();
    }
}
