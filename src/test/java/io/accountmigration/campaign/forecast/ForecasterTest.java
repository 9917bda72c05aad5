package io.accountmigration.campaign.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.accountmigration.campaign.forecast.Durations.Observation;
import io.accountmigration.campaign.forecast.Forecast.Assumption;
import io.accountmigration.campaign.forecast.Limit.Kind;
import io.accountmigration.campaign.forecast.Situation.Account;
import io.accountmigration.campaign.forecast.Situation.Stage;
import io.accountmigration.campaign.forecast.Situation.Wave;
import io.accountmigration.campaign.readiness.ReadinessCategory;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ForecasterTest {

    /** A Tuesday. */
    private static final Instant NOW = Instant.parse("2026-03-03T10:00:00Z");

    private static final double HOUR = 3600;
    private static final double DAY = 24 * HOUR;
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final Durations NONE = Durations.of(List.of());

    private final SplittableRandom random = new SplittableRandom(20260302);

    @Test
    void aCampaignThatIsDoneHasNothingToForecast() {
        var forecast = forecast(situation(List.of(), 60), history(List.of(HOUR)), List.of());

        assertThat(forecast.end()).isEmpty();
        assertThat(forecast.notBefore()).isEmpty();
        assertThat(forecast.unknown()).isEmpty();
    }

    @Test
    void withTooFewAnswersItIsTooEarlyToSay() {
        var situation = situation(waves(5, 45), 60);

        var forecast = forecast(situation, history(List.of(HOUR, HOUR, HOUR)), List.of());

        assertThat(forecast.end()).isEmpty();
        assertThat(forecast.unknown()).containsExactly(new Forecast.Unknown(ReadinessCategory.CONFIRM_ONLY, 50, 3, 20));
        // Five and forty-five are started at one a second.
        assertThat(forecast.notBefore().orElseThrow()).isBetween(NOW.plusSeconds(48), NOW.plusSeconds(60));
        assertThat(forecast.limit()).isEmpty();
    }

    @Test
    void answersOfOneKindOfAccountSayNothingOfAnother() {
        var enrol = new Account(ReadinessCategory.ENROL, 2, Stage.PLANNED, 0, 0);
        var situation = situation(List.of(new Wave(false, 10, 0, Collections.nCopies(10, enrol))), 60);

        assertThat(forecast(situation, history(exponential(100, HOUR)), List.of())
                        .unknown())
                .extracting(Forecast.Unknown::need, Forecast.Unknown::known)
                .containsExactly(tuple(ReadinessCategory.ENROL, 0));
    }

    @Test
    void peopleLimitACampaignWhoseOwnersAreSlow() {
        var forecast = forecast(situation(waves(5, 45), 60), history(exponential(200, DAY)), allowance(90));

        assertThat(forecast.limit()).hasValue(Limit.of(Kind.PEOPLE));
        assertThat(forecast.assumptions()).contains(Assumption.DECIDED_AT_ONCE, Assumption.MOVED_AT_ONCE);
    }

    @Test
    void theAllowanceLimitsACampaignOfManyWithQuickOwners() {
        var situation = situation(waves(10, 4000), 10_000);

        var forecast = forecast(situation, history(exponential(200, 600)), allowance(90));

        assertThat(forecast.limit()).hasValue(Limit.allowanceOf("partner-center"));
        // 4010 accounts of 15 calls each at 90 a minute take eleven hours.
        assertThat(forecast.end().orElseThrow().likely())
                .isBetween(NOW.plus(Duration.ofMinutes(620)), NOW.plus(Duration.ofMinutes(780)));
    }

    @Test
    void theStartRateLimitsACampaignThatStartsOneAMinute() {
        var forecast = forecast(situation(waves(10, 400), 1), history(exponential(200, 600)), List.of());

        assertThat(forecast.limit()).hasValue(Limit.of(Kind.START_RATE));
    }

    @Test
    void decisionsLimitACampaignWhoseOperatorsAreAway() {
        var situation = manually(situation(waves(1, 1, 1, 1), 60));
        var history = new History(
                Map.of(ReadinessCategory.CONFIRM_ONLY, durations(exponential(50, 600))),
                NONE,
                durations(exponential(20, DAY)),
                0);

        assertThat(forecast(situation, history, List.of()).limit()).hasValue(Limit.of(Kind.DECISIONS));
    }

    @Test
    void twiceTheAllowanceHalvesWhatTheAllowanceLimits() {
        var situation = situation(waves(10, 4000), 10_000);
        var history = history(exponential(200, 60));

        var asItIs = forecast(situation, history, allowance(90)).end().orElseThrow();
        var twice = new Forecaster(
                        situation,
                        new Conditions(2, Optional.empty(), Optional.empty(), false, UTC),
                        history,
                        allowance(90))
                .forecast()
                .end()
                .orElseThrow();

        assertThat(ratio(asItIs, twice)).isBetween(1.8, 2.2);
    }

    @Test
    void largerWavesWaitForFewerStragglers() {
        var situation = situation(waves(10, 10, 10, 10, 10, 10), 60);
        var history = history(exponential(200, DAY));

        var asItIs = forecast(situation, history, List.of()).end().orElseThrow();
        var inOne = new Forecaster(
                        situation,
                        new Conditions(1, Optional.of(500), Optional.empty(), false, UTC),
                        history,
                        List.of())
                .forecast()
                .end()
                .orElseThrow();

        assertThat(ratio(asItIs, inOne)).isGreaterThan(2);
    }

    @Test
    void nothingIsStartedOnWeekendsThatAreOff() {
        var friday = Instant.parse("2026-03-06T23:30:00Z");
        var situation = at(friday, situation(waves(60), 1));
        var history = history(Collections.nCopies(20, 60.0));

        var end = new Forecaster(
                        situation, new Conditions(1, Optional.empty(), Optional.empty(), true, UTC), history, List.of())
                .forecast()
                .end()
                .orElseThrow();

        assertThat(end.from()).isAfterOrEqualTo(Instant.parse("2026-03-09T00:00:00Z"));
        assertThat(end.until()).isBefore(Instant.parse("2026-03-09T02:00:00Z"));
    }

    @Test
    void aBandIsRoundedToWhatIsKnown() {
        var wide = forecast(situation(waves(20), 60), history(exponential(30, 2 * DAY)), List.of())
                .end()
                .orElseThrow();

        assertThat(wide.from().getEpochSecond() % (long) (6 * HOUR)).isZero();
        assertThat(wide.until().getEpochSecond() % (long) (6 * HOUR)).isZero();
        assertThat(wide.from()).isBefore(wide.until());
        assertThat(wide.likely()).isBetween(wide.from(), wide.until());
    }

    /** Owners are slow to a degree that nobody knows; of the campaigns before, only so many answers are known. */
    @Test
    void fourOfFiveCampaignsEndWithinTheBand() {
        var campaigns = 100;

        var within = IntStream.range(0, campaigns)
                .filter(campaign -> endsWithinItsBand())
                .count();

        assertThat(within).isBetween(70L, 95L);
    }

    private boolean endsWithinItsBand() {
        var typical = HOUR * (1 + 40 * random.nextDouble());
        DoubleSupplier owner = () -> typical * Math.exp(random.nextGaussian());
        var history = history(Stream.generate(owner::getAsDouble).limit(40).toList());
        var situation = situation(waves(5, 20, 20), 30);
        var band = forecast(situation, history, List.of()).end().orElseThrow();

        var begin = 0.0;
        for (var wave : situation.waves()) {
            var end = begin;
            for (var place = 0; place < wave.size(); place++) {
                end = Math.max(end, begin + 2.0 * place + owner.getAsDouble());
            }
            begin = end + 15 * random.nextDouble();
        }
        var real = NOW.plusMillis((long) (begin * 1000));
        return !real.isBefore(band.from()) && !real.isAfter(band.until());
    }

    private static double ratio(Forecast.Band one, Forecast.Band other) {
        return (double) Duration.between(NOW, one.likely()).toSeconds()
                / Duration.between(NOW, other.likely()).toSeconds();
    }

    private static Forecast forecast(Situation situation, History history, List<Supply> supplies) {
        return new Forecaster(situation, Conditions.asTheyAre(), history, supplies).forecast();
    }

    private static List<Supply> allowance(double perMinute) {
        return List.of(
                new Supply(Limit.allowanceOf("partner-center"), perMinute / 60, 5 * perMinute, new MoveCost(1, 14, 1)));
    }

    private List<Double> exponential(int count, double mean) {
        return Stream.generate(() -> mean * random.nextExponential())
                .limit(count)
                .toList();
    }

    private static History history(List<Double> answers) {
        return new History(Map.of(ReadinessCategory.CONFIRM_ONLY, durations(answers)), NONE, NONE, 0);
    }

    private static Durations durations(List<Double> seconds) {
        return Durations.of(
                seconds.stream().map(taken -> new Observation(taken, true)).toList());
    }

    private static List<Wave> waves(int... sizes) {
        var planned = new Account(ReadinessCategory.CONFIRM_ONLY, 2, Stage.PLANNED, 0, 0);
        var waves = new ArrayList<Wave>();
        for (var size : sizes) {
            waves.add(new Wave(false, size, 0, Collections.nCopies(size, planned)));
        }
        return waves;
    }

    private static Situation situation(List<Wave> waves, int startsPerMinute) {
        return new Situation(
                NOW, waves, startsPerMinute, true, 0.1, -1, false, Duration.ofDays(60), Duration.ofSeconds(15));
    }

    private static Situation manually(Situation it) {
        return new Situation(
                it.now(), it.waves(), it.startsPerMinute(), false, 0.1, -1, false, it.patience(), it.look());
    }

    private static Situation at(Instant now, Situation it) {
        return new Situation(now, it.waves(), it.startsPerMinute(), true, 0.1, -1, false, it.patience(), it.look());
    }
}
