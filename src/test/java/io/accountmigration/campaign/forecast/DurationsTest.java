package io.accountmigration.campaign.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.accountmigration.campaign.forecast.Durations.Observation;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DurationsTest {

    private static final int MANY = 4000;

    private final SplittableRandom random = new SplittableRandom(20260302);

    @Test
    void whatIsDrawnIsLikeWhatWasSeen() {
        var seen = DoubleStream.generate(() -> 100 * random.nextExponential())
                .limit(MANY)
                .toArray();

        var drawn = many(durations(seen).drawn(random)::next);

        assertThat(quantile(drawn, 0.5)).isCloseTo(quantile(seen, 0.5), within(8.0));
        assertThat(quantile(drawn, 0.9)).isCloseTo(quantile(seen, 0.9), within(25.0));
    }

    /** Half of all have been looked at too early: leaving them out would make people look quicker than they are. */
    @Test
    void whatHasNotEndedYetCountsForAsLongAsItHasLasted() {
        var observations = Stream.generate(() -> observed(100 * random.nextExponential(), 100 * random.nextDouble()))
                .limit(MANY)
                .toList();

        var drawn = many(Durations.of(observations).drawn(random)::next);

        assertThat(quantile(drawn, 0.5)).isCloseTo(100 * Math.log(2), within(12.0));
    }

    private static Observation observed(double takes, double seenFor) {
        return new Observation(Math.min(takes, seenFor), takes <= seenFor);
    }

    @Test
    void whatHasLastedLongGoesOnAsOthersDidFromThereOn() {
        var seen = IntStream.rangeClosed(1, 1000).asDoubleStream().toArray();

        var drawn = many(random -> durations(seen).drawn(random).remaining(600, random), 400);

        assertThat(quantile(drawn, 0.5)).isCloseTo(200, within(40.0));
        assertThat(Arrays.stream(drawn)).allMatch(remaining -> remaining >= 0);
    }

    @Test
    void theLongestSeenIsNotTheLongestThereIs() {
        var few = durations(10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120);

        var drawn = many(random -> few.drawn(random).next(random), MANY);

        assertThat(Arrays.stream(drawn).filter(duration -> duration > 120).count())
                .isBetween(MANY / 60L, MANY / 5L);
        assertThat(Arrays.stream(many(random -> few.drawn(random).remaining(500, random), MANY)))
                .allMatch(Double::isFinite);
    }

    @Test
    void nothingSeenTakesNoTime() {
        var nothing = Durations.of(List.of());

        assertThat(nothing.isEmpty()).isTrue();
        assertThat(nothing.mean()).isZero();
        assertThat(nothing.drawn(random).next(random)).isZero();
    }

    @Test
    void equalDurationsAreDrawnAsTheyAre() {
        var equal = durations(7, 7, 7, 7);

        assertThat(quantile(many(random -> equal.drawn(random).next(random), MANY), 0.5))
                .isBetween(3.0, 7.0);
        assertThat(durations(0, 0, 0).drawn(random).next(random)).isZero();
    }

    @Test
    void theFasterHalfIsWithoutTheSlow() {
        assertThat(durations(1, 2, 3, 400, 500).fasterHalf().mean()).isEqualTo(2);
        assertThat(durations(1, 2, 3, 400, 500).fasterHalf().known()).isEqualTo(3);
    }

    private static Durations durations(double... seconds) {
        return Durations.of(Arrays.stream(seconds)
                .mapToObj(duration -> new Observation(duration, true))
                .toList());
    }

    private double[] many(ToDoubleFunction<SplittableRandom> draw) {
        return many(draw, MANY);
    }

    private double[] many(ToDoubleFunction<SplittableRandom> draw, int count) {
        DoubleSupplier next = () -> draw.applyAsDouble(random);
        return DoubleStream.generate(next).limit(count).toArray();
    }

    private static double quantile(double[] values, double share) {
        var inOrder = Arrays.stream(values).sorted().toArray();
        return inOrder[(int) (share * (inOrder.length - 1))];
    }
}
