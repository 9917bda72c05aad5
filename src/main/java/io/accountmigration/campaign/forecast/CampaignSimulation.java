package io.accountmigration.campaign.forecast;

import io.accountmigration.campaign.forecast.Limit.Kind;
import io.accountmigration.campaign.forecast.Situation.Account;
import io.accountmigration.campaign.forecast.Situation.Stage;
import io.accountmigration.campaign.forecast.Situation.Wave;
import io.accountmigration.campaign.readiness.ReadinessCategory;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.random.RandomGenerator;

/**
 * Plays a campaign through, wave after wave, with durations drawn from what was measured: accounts are started at the
 * campaign's rate, owners take their time, and every start and move waits for its share of what the outside systems and
 * this program give. Times are in seconds from now.
 */
final class CampaignSimulation {

    private static final double MILLIS = 1000;

    /** Something to be done for an account once its time has come. */
    private record Step(double at, boolean move, Account account) {}

    private final Situation situation;
    private final Conditions conditions;
    private final History history;
    private final List<Supply> supplies;
    private final Optional<Limit> lifted;

    /** @param lifted what is left out, to see what difference it makes */
    CampaignSimulation(
            Situation situation,
            Conditions conditions,
            History history,
            List<Supply> supplies,
            Optional<Limit> lifted) {
        this.situation = situation.under(conditions);
        this.conditions = conditions;
        this.history = history;
        this.supplies = supplies.stream()
                .filter(supply -> !lifted.equals(Optional.of(supply.limit())))
                .map(supply -> supply.limit().kind() == Kind.ALLOWANCE ? supply.times(conditions.allowance()) : supply)
                .toList();
        this.lifted = lifted;
    }

    /** When the campaign is done in one of the ways in which it can go. */
    double end(RandomGenerator random) {
        return new Play(random).end();
    }

    private boolean isLifted(Kind kind) {
        return lifted.filter(limit -> limit.kind() == kind).isPresent();
    }

    private final class Play {

        private final RandomGenerator random;
        private final Map<ReadinessCategory, Durations.Drawn> people = new EnumMap<>(ReadinessCategory.class);
        private final Durations.Drawn moving;
        private final Optional<Durations.Drawn> decisions;
        private final double[] takenUpTo = new double[supplies.size()];

        private double waveEnd;
        private int late;
        private long failed;

        Play(RandomGenerator random) {
            this.random = random;
            history.people().forEach((need, durations) -> people.put(need, durations.drawn(random)));
            this.moving = history.moving().drawn(random);
            this.decisions = isLifted(Kind.DECISIONS) || history.decisions().isEmpty()
                    ? Optional.empty()
                    : Optional.of(history.decisions().drawn(random));
        }

        double end() {
            var begin = situation.decisionSince() < 0
                    ? 0
                    : decisions
                            .map(taken -> taken.remaining(situation.decisionSince(), random))
                            .orElse(0.0);
            var left = situation.waves().size();
            for (var wave : situation.waves()) {
                play(wave, working(begin));
                left--;
                var seen = waveEnd + random.nextDouble() * inSeconds(situation.look());
                var asked = !situation.goAutomatically() || late > 0 || isBraked(wave);
                begin = left > 0 && asked
                        ? seen + decisions.map(taken -> taken.next(random)).orElse(0.0)
                        : seen;
            }
            return begin;
        }

        private boolean isBraked(Wave wave) {
            return failed > situation.brakeFailureRate() * wave.size();
        }

        private void play(Wave wave, double begin) {
            waveEnd = begin;
            late = 0;
            failed = wave.failed();
            var steps = new PriorityQueue<Step>(Comparator.comparingDouble(Step::at));
            var planned = 0;
            var apart = isLifted(Kind.START_RATE) ? 0 : 60.0 / situation.startsPerMinute();
            for (var account : wave.accounts()) {
                switch (account.stage()) {
                    case PLANNED -> steps.add(new Step(working(begin + apart * planned++), false, account));
                    case PREPARING -> answered(account, begin, remaining(account), steps);
                    case MOVING -> steps.add(new Step(begin, true, account));
                }
            }
            while (!steps.isEmpty()) {
                var step = steps.poll();
                if (step.move()) {
                    done(granted(step) + moving.next(random));
                } else {
                    started(step.account(), granted(step), steps);
                }
            }
        }

        private void started(Account account, double at, PriorityQueue<Step> steps) {
            if (account.hasNothingToMove()) {
                done(at);
            } else if (random.nextDouble() < history.failureRate()) {
                failed++;
                done(at);
            } else {
                answered(account, at, answer(account), steps);
            }
        }

        /** An account whose owner takes too long ends no wave, but keeps the next one from following by itself. */
        private void answered(Account account, double from, double after, PriorityQueue<Step> steps) {
            var patience =
                    inSeconds(situation.patience()) - (account.stage() == Stage.PREPARING ? account.waitsFor() : 0);
            if (after > patience) {
                late++;
                done(from + Math.max(0, patience));
            } else {
                steps.add(new Step(from + after, true, account));
            }
        }

        private void done(double at) {
            waveEnd = Math.max(waveEnd, at);
        }

        private double answer(Account account) {
            return isLifted(Kind.PEOPLE) || !people.containsKey(account.need())
                    ? 0
                    : people.get(account.need()).next(random);
        }

        private double remaining(Account account) {
            return isLifted(Kind.PEOPLE) || !people.containsKey(account.need())
                    ? 0
                    : people.get(account.need()).remaining(account.startedFor(), random);
        }

        /** When everything that the step takes is there. */
        private double granted(Step step) {
            var at = step.at();
            for (var place = 0; place < takenUpTo.length; place++) {
                var supply = supplies.get(place);
                at = Math.max(at, takenUpTo[place] + (taken(supply, step) - supply.burst()) / supply.perSecond());
            }
            for (var place = 0; place < takenUpTo.length; place++) {
                var supply = supplies.get(place);
                takenUpTo[place] = Math.max(takenUpTo[place], at) + taken(supply, step) / supply.perSecond();
            }
            return at;
        }

        private static int taken(Supply supply, Step step) {
            return step.move()
                    ? supply.cost().toMove(step.account().users())
                    : supply.cost().toStart();
        }

        private double working(double at) {
            if (!conditions.weekendsOff()) {
                return at;
            }
            var time = situation.now().plusMillis((long) (at * MILLIS));
            var working = conditions.working(time);
            return working.equals(time) ? at : inSeconds(Duration.between(situation.now(), working));
        }
    }

    private static double inSeconds(Duration duration) {
        return duration.toMillis() / MILLIS;
    }
}
