package io.accountmigration.web.campaign;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.accountmigration.campaign.AccountState;
import io.accountmigration.campaign.CampaignEvent;
import io.accountmigration.campaign.CampaignState;
import io.accountmigration.campaign.CampaignView;
import io.accountmigration.campaign.PauseCause;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.lang.Nullable;

/** A campaign over REST; null stands for what there is not. Every account counts in exactly one state. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record CampaignResource(
        UUID id,
        String name,
        CampaignState state,
        @Nullable Pause pause,
        int canarySize,
        int waveSize,
        int startsPerMinute,
        double brakeFailureRate,
        boolean goAutomatically,
        @Nullable Integer currentWave,
        long size,
        Map<AccountState, Long> accounts,
        List<Wave> waves,
        List<CampaignHistoryEvent> events,
        String createdBy,
        Instant createdAt,
        @Nullable Instant endedAt) {

    /** Why it is paused. */
    record Pause(PauseCause reason, @Nullable String detail, String by, Instant at) {}

    /** A wave, in the words of its progress and its health. */
    record Wave(
            int number,
            boolean canary,
            CampaignView.Progress progress,
            CampaignView.Health health,
            long size,
            long failed,
            double failureRate,
            Map<AccountState, Long> accounts,
            @Nullable Instant startedAt,
            @Nullable Instant completedAt) {}

    /** What happened. */
    record CampaignHistoryEvent(
            CampaignEvent.Type type,
            @Nullable String publisherId,
            String actor,
            @Nullable String detail,
            Instant at) {}

    static CampaignResource of(CampaignView view) {
        return new CampaignResource(
                view.id(),
                view.name(),
                view.state(),
                view.pause()
                        .map(pause -> new Pause(pause.cause(), pause.detail(), pause.by(), pause.at()))
                        .orElse(null),
                view.canarySize(),
                view.waveSize(),
                view.startsPerMinute(),
                view.brakeFailureRate(),
                view.goAutomatically(),
                view.currentWave() == 0 ? null : view.currentWave(),
                view.size(),
                view.accounts(),
                view.waves().stream().map(CampaignResource::of).toList(),
                view.events().stream()
                        .map(event -> new CampaignHistoryEvent(
                                event.type(), event.publisherId(), event.actor(), event.detail(), event.happenedAt()))
                        .toList(),
                view.createdBy(),
                view.createdAt(),
                view.endedAt().orElse(null));
    }

    private static Wave of(CampaignView.Wave wave) {
        return new Wave(
                wave.number(),
                wave.canary(),
                wave.progress(),
                wave.health(),
                wave.size(),
                wave.failed(),
                wave.failureRate(),
                wave.accounts(),
                wave.startedAt().orElse(null),
                wave.completedAt().orElse(null));
    }
}
