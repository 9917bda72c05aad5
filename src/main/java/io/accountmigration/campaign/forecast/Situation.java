package io.accountmigration.campaign.forecast;

import io.accountmigration.campaign.readiness.ReadinessCategory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a campaign stands, or would begin.
 *
 * @param waves those that are not done, the one at work first
 * @param decisionSince how long an operator's decision has been awaited, in seconds; below zero where none is
 * @param paused whether nothing goes on until somebody resumes the campaign
 * @param patience after how long an account that waits keeps its wave no longer
 * @param look how often a wave is looked at
 */
record Situation(
        Instant now,
        List<Wave> waves,
        int startsPerMinute,
        boolean goAutomatically,
        double brakeFailureRate,
        double decisionSince,
        boolean paused,
        Duration patience,
        Duration look) {

    /** How far an account is. */
    enum Stage {
        PLANNED,
        PREPARING,
        MOVING
    }

    /**
     * An account that has not come to an end.
     *
     * @param startedFor how long its case has run, in seconds
     * @param waitsFor how long nothing has happened to its case, in seconds
     */
    record Account(ReadinessCategory need, int users, Stage stage, double startedFor, double waitsFor) {

        boolean hasNothingToMove() {
            return need == ReadinessCategory.ALREADY_MIGRATED;
        }
    }

    /**
     * Accounts that are started together.
     *
     * @param begun whether it is at work
     * @param size how many accounts it has, with those that have ended
     * @param failed how many of these count for the brake
     */
    record Wave(boolean begun, long size, long failed, List<Account> accounts) {}

    int accounts() {
        return waves.stream().mapToInt(wave -> wave.accounts().size()).sum();
    }

    Situation under(Conditions conditions) {
        return new Situation(
                now,
                conditions.waveSize().map(this::inWavesOf).orElse(waves),
                conditions.startsPerMinute().orElse(startsPerMinute),
                goAutomatically,
                brakeFailureRate,
                decisionSince,
                paused,
                patience,
                look);
    }

    private List<Wave> inWavesOf(int size) {
        var regrouped = new ArrayList<>(waves.stream().filter(Wave::begun).toList());
        var rest = waves.stream()
                .filter(wave -> !wave.begun())
                .flatMap(wave -> wave.accounts().stream())
                .toList();
        for (var from = 0; from < rest.size(); from += size) {
            var part = rest.subList(from, Math.min(rest.size(), from + size));
            regrouped.add(new Wave(false, part.size(), 0, part));
        }
        return regrouped;
    }
}
