package io.accountmigration.campaign.forecast;

import io.accountmigration.campaign.forecast.Forecast.Assumption;
import io.accountmigration.campaign.forecast.Forecast.Band;
import io.accountmigration.campaign.forecast.Forecast.Unknown;
import io.accountmigration.campaign.forecast.Limit.Kind;
import io.accountmigration.campaign.forecast.Situation.Account;
import io.accountmigration.campaign.forecast.Situation.Stage;
import io.accountmigration.campaign.readiness.ReadinessCategory;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Plays a campaign through many times, and says when it ends in most of them and what it mainly waits for. */
final class Forecaster {

    /** Fewer answers than these say nothing of the slow ones. */
    static final int ANSWERS_WANTED = 20;

    private static final Set<ReadinessCategory> WITHOUT_PEOPLE = EnumSet.of(ReadinessCategory.ALREADY_MIGRATED);

    /** A kind of account that is rarer than this does not decide when most are done. */
    private static final double RARE = 0.05;

    private static final int MOST_PLAYS = 300;
    private static final int FEWEST_PLAYS = 40;
    private static final int STEPS = 400_000;
    private static final int PLAYS_PER_LIMIT = 5;
    private static final double NOTICEABLE = 0.05;
    private static final long SEED = 20260302;

    private static final List<Duration> UNITS = List.of(
            Duration.ofDays(7),
            Duration.ofDays(1),
            Duration.ofHours(6),
            Duration.ofHours(1),
            Duration.ofMinutes(15),
            Duration.ofMinutes(5),
            Duration.ofMinutes(1));

    private final Situation situation;
    private final Conditions conditions;
    private final History history;
    private final List<Supply> supplies;

    Forecaster(Situation situation, Conditions conditions, History history, List<Supply> supplies) {
        this.situation = situation;
        this.conditions = conditions;
        this.history = history;
        this.supplies = supplies;
    }

    Forecast forecast() {
        var accounts = situation.accounts();
        if (situation.waves().isEmpty()) {
            return new Forecast(
                    situation.now(), 0, Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), List.of());
        }
        var plays = Math.max(FEWEST_PLAYS, Math.min(MOST_PLAYS, STEPS / Math.max(1, accounts)));
        var unknown = unknown();
        var notBefore = at(earliest(plays / PLAYS_PER_LIMIT)).truncatedTo(ChronoUnit.SECONDS);
        if (!unknown.isEmpty()) {
            return new Forecast(
                    situation.now(),
                    accounts,
                    Optional.empty(),
                    Optional.of(notBefore),
                    Optional.empty(),
                    assumptions(),
                    unknown);
        }
        var ends = ends(Optional.empty(), plays);
        return new Forecast(
                situation.now(),
                accounts,
                Optional.of(band(ends)),
                Optional.of(notBefore),
                limit(quantile(ends, 0.5), plays / PLAYS_PER_LIMIT),
                assumptions(),
                List.of());
    }

    private List<Unknown> unknown() {
        var ofNeed = new EnumMap<ReadinessCategory, Integer>(ReadinessCategory.class);
        situation.waves().stream()
                .flatMap(wave -> wave.accounts().stream())
                .filter(account -> account.stage() != Stage.MOVING)
                .map(Account::need)
                .filter(need -> !WITHOUT_PEOPLE.contains(need))
                .forEach(need -> ofNeed.merge(need, 1, Integer::sum));
        var all = ofNeed.values().stream().mapToInt(Integer::intValue).sum();
        return ofNeed.entrySet().stream()
                .filter(entry -> entry.getValue() > RARE * all)
                .filter(entry -> history.people(entry.getKey()).known() < ANSWERS_WANTED)
                .map(entry -> new Unknown(
                        entry.getKey(),
                        entry.getValue(),
                        history.people(entry.getKey()).known(),
                        ANSWERS_WANTED))
                .toList();
    }

    private Set<Assumption> assumptions() {
        var assumed = EnumSet.noneOf(Assumption.class);
        if (situation.paused()) {
            assumed.add(Assumption.RESUMED_NOW);
        }
        if (history.decisions().isEmpty()) {
            assumed.add(Assumption.DECIDED_AT_ONCE);
        }
        if (history.moving().isEmpty()) {
            assumed.add(Assumption.MOVED_AT_ONCE);
        }
        return assumed;
    }

    /** What would bring the end nearest, if that made a difference. */
    private Optional<Limit> limit(double likely, int plays) {
        var candidates = new ArrayList<Limit>();
        Stream.of(Kind.PEOPLE, Kind.DECISIONS, Kind.START_RATE).map(Limit::of).forEach(candidates::add);
        supplies.stream().map(Supply::limit).forEach(candidates::add);
        Optional<Limit> nearest = Optional.empty();
        var soonest = likely * (1 - NOTICEABLE);
        for (var candidate : candidates) {
            var without = quantile(ends(Optional.of(candidate), plays), 0.5);
            if (without < soonest) {
                soonest = without;
                nearest = Optional.of(candidate);
            }
        }
        return nearest;
    }

    private double earliest(int plays) {
        var atOnce = new History(new EnumMap<>(ReadinessCategory.class), history.moving(), Durations.of(List.of()), 0);
        return ends(new CampaignSimulation(situation, conditions, atOnce, supplies, Optional.empty()), plays)[0];
    }

    private double[] ends(Optional<Limit> lifted, int plays) {
        return ends(new CampaignSimulation(situation, conditions, history, supplies, lifted), plays);
    }

    private static double[] ends(CampaignSimulation simulation, int plays) {
        var random = new SplittableRandom(SEED);
        var ends = new double[plays];
        for (var play = 0; play < plays; play++) {
            ends[play] = simulation.end(random);
        }
        Arrays.sort(ends);
        return ends;
    }

    private Band band(double[] ends) {
        var from = at(quantile(ends, 0.1));
        var until = at(quantile(ends, 0.9));
        var unit = unitFor(Duration.between(from, until));
        return new Band(
                floor(from, unit), floor(at(quantile(ends, 0.5)).plus(unit.dividedBy(2)), unit), ceil(until, unit));
    }

    private static Duration unitFor(Duration width) {
        return UNITS.stream()
                .filter(unit -> unit.multipliedBy(4).compareTo(width) <= 0)
                .findFirst()
                .orElse(Duration.ofMinutes(1));
    }

    private static double quantile(double[] inOrder, double share) {
        return inOrder[(int) Math.min(inOrder.length - 1, Math.round(share * (inOrder.length - 1)))];
    }

    private Instant at(double seconds) {
        return situation.now().plusMillis((long) (seconds * 1000));
    }

    private static Instant floor(Instant time, Duration unit) {
        return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), unit.toSeconds()) * unit.toSeconds());
    }

    private static Instant ceil(Instant time, Duration unit) {
        return floor(time.plus(unit).minusNanos(1), unit);
    }
}
