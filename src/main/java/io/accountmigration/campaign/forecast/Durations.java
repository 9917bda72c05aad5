package io.accountmigration.campaign.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * How long something took, and how long what has not ended yet has been going on: the product-limit estimate of Kaplan and
 * Meier, E. L. Kaplan and P. Meier, "Nonparametric estimation from incomplete observations", 1958. Durations are in
 * seconds.
 */
final class Durations {

    /** @param ended whether it was over by then, or has only lasted that long so far */
    record Observation(double seconds, boolean ended) {}

    /** The longest quarter says how it goes on beyond the longest one. */
    private static final int TAIL = 4;

    private final double[] seconds;
    private final boolean[] ended;
    private final int endedCount;

    private Durations(List<Observation> observations) {
        // At equal times, what ended comes first: what has not may end a moment later.
        var inOrder = new ArrayList<>(observations);
        inOrder.sort(Comparator.comparingDouble(Observation::seconds).thenComparing(seen -> !seen.ended()));
        seconds = inOrder.stream().mapToDouble(Observation::seconds).toArray();
        ended = new boolean[seconds.length];
        var count = 0;
        for (var place = 0; place < ended.length; place++) {
            ended[place] = inOrder.get(place).ended();
            count += ended[place] ? 1 : 0;
        }
        endedCount = count;
    }

    static Durations of(List<Observation> observations) {
        return new Durations(observations);
    }

    /** Of how many the end is known. */
    int known() {
        return endedCount;
    }

    boolean isEmpty() {
        return seconds.length == 0;
    }

    /** The lower half: what it takes where nothing else is in the way. */
    Durations fasterHalf() {
        var half = new ArrayList<Observation>();
        for (var place = 0; place < (seconds.length + 1) / 2; place++) {
            half.add(new Observation(seconds[place], ended[place]));
        }
        return new Durations(half);
    }

    double mean() {
        return Arrays.stream(seconds).average().orElse(0);
    }

    /** What the same observations could have been just as well: as many of them, each drawn from all. */
    Drawn drawn(RandomGenerator random) {
        var weights = new int[seconds.length];
        for (var draw = 0; draw < weights.length; draw++) {
            weights[random.nextInt(weights.length)]++;
        }
        return new Drawn(weights);
    }

    /** One possible distribution. */
    final class Drawn {

        private final double[] times;
        private final double[] survival;
        private final double tailMean;

        private Drawn(int[] weights) {
            // One more than there are: the longest seen is not the longest there is.
            var atRisk = Arrays.stream(weights).sum() + 1.0;
            var surviving = 1.0;
            var size = 0;
            var reached = new double[seconds.length + 1];
            var surviveAt = new double[seconds.length + 1];
            reached[0] = 0;
            surviveAt[0] = 1;
            for (var place = 0; place < seconds.length; place++) {
                if (weights[place] == 0) {
                    continue;
                }
                if (ended[place]) {
                    surviving *= 1 - weights[place] / atRisk;
                    size += seconds[place] > reached[size] ? 1 : 0;
                    reached[size] = seconds[place];
                    surviveAt[size] = surviving;
                }
                atRisk -= weights[place];
            }
            times = Arrays.copyOf(reached, size + 1);
            survival = Arrays.copyOf(surviveAt, size + 1);
            tailMean = size == 0 ? mean() : tailMean(times);
        }

        /** How much longer than the longest the longer ones are: in proportion to what is seen beyond three quarters. */
        private static double tailMean(double[] times) {
            var last = times.length - 1;
            var from = Math.max(0, last - Math.max(1, last / TAIL));
            var excess = 0.0;
            for (var place = from; place <= last; place++) {
                excess += times[place] - times[from];
            }
            var mean = excess / Math.max(1, last - from);
            return times[from] == 0 ? mean : mean * times[last] / times[from];
        }

        /** How long one takes. */
        double next(RandomGenerator random) {
            return at(random.nextDouble());
        }

        /** How much longer one takes that has lasted so long already. */
        double remaining(double sofar, RandomGenerator random) {
            return Math.max(0, at(survivalOf(sofar) * random.nextDouble()) - sofar);
        }

        /** The duration that this share of all exceeds. */
        private double at(double share) {
            var last = times.length - 1;
            if (share < survival[last]) {
                return times[last] + tailMean * Math.log(survival[last] / Math.max(share, Double.MIN_NORMAL));
            }
            if (share >= survival[0]) {
                return 0;
            }
            var place = firstNotAbove(share);
            var above = survival[place - 1];
            var below = survival[place];
            var part = (above - share) / (above - below);
            return times[place - 1] + part * (times[place] - times[place - 1]);
        }

        private int firstNotAbove(double share) {
            var low = 1;
            var high = times.length - 1;
            while (low < high) {
                var middle = (low + high) / 2;
                if (survival[middle] <= share) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            return low;
        }

        private double survivalOf(double sofar) {
            var last = times.length - 1;
            if (sofar >= times[last]) {
                return survival[last] * Math.exp(tailMean == 0 ? 0 : -(sofar - times[last]) / tailMean);
            }
            var place = Arrays.binarySearch(times, sofar);
            var before = place >= 0 ? place : -place - 2;
            var part = (sofar - times[before]) / (times[before + 1] - times[before]);
            return survival[before] + part * (survival[before + 1] - survival[before]);
        }
    }
}
