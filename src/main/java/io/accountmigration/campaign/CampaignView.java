package io.accountmigration.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A campaign as operators see it.
 *
 * @param currentWave the number of the wave at work, 0 before the first
 * @param accounts how many accounts there are in each state that has any; every account counts once
 * @param events what happened, newest first
 */
public record CampaignView(
        UUID id,
        String name,
        CampaignState state,
        Optional<Pause> pause,
        int canarySize,
        int waveSize,
        int startsPerMinute,
        double brakeFailureRate,
        boolean goAutomatically,
        int currentWave,
        Map<AccountState, Long> accounts,
        List<Wave> waves,
        List<CampaignEvent> events,
        String createdBy,
        Instant createdAt,
        Optional<Instant> endedAt) {

    /**
     * Why a campaign is paused.
     *
     * @param detail the figures, the name of the outside system, or the operator's reason
     */
    public record Pause(PauseCause cause, String detail, String by, Instant at) {}

    /** How far a wave is. */
    public enum Progress {
        NOT_STARTED,
        IN_PROGRESS,
        COMPLETED
    }

    /** How a wave fares. */
    public enum Health {
        HEALTHY,
        /** Some accounts failed within what the campaign allows, or wait longer than they should. */
        LAGGING,
        /** More accounts failed than the campaign allows, or the brake holds the wave. */
        ERROR
    }

    /**
     * A wave.
     *
     * @param canary whether it is the first
     * @param failed the accounts that count for the brake
     * @param failureRate their share of the wave, from 0 to 1
     */
    public record Wave(
            int number,
            boolean canary,
            Progress progress,
            Health health,
            long size,
            long failed,
            double failureRate,
            Map<AccountState, Long> accounts,
            Optional<Instant> startedAt,
            Optional<Instant> completedAt) {}

    /** How many accounts the campaign has. */
    public long size() {
        return accounts.values().stream().mapToLong(Long::longValue).sum();
    }
}
