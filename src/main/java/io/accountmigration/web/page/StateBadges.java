package io.accountmigration.web.page;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** How a state looks wherever it is shown: the fragment {@code badge} adds colour and icon of its tone to its word. */
@Component("stateBadges")
public class StateBadges {

    /** What a state means to its readers; each tone has a colour and an icon of its own. */
    public enum Tone {
        /** Somebody has to do something. */
        WAITING,
        /** The program is at work. */
        WORKING,
        /** Ended as wanted. */
        DONE,
        /** Ended without result. */
        ENDED,
        /** Nothing happens until somebody continues it, as was decided. */
        PAUSED,
        /** Nothing happens until somebody repairs it. */
        STOPPED
    }

    private static final Map<String, Tone> TONES = Map.of(
                    Tone.WAITING,
                    Stream.of(
                            "banner.title.NOT_MIGRATED",
                            "state.ACTION_REQUIRED",
                            "sync.state.LAST_OWNER_HELD",
                            "sync.state.USERS_FAILING",
                            "sync.state.REMOVALS_STAGED",
                            "campaign.state.AWAITING_GO"),
                    Tone.WORKING,
                    Stream.of(
                            "banner.title.IN_PROGRESS",
                            "state.VALIDATING",
                            "state.MOVING",
                            "state.MOVING_BACK",
                            "sync.state.WORKING",
                            "campaign.state.RUNNING",
                            "readiness.state.LISTING",
                            "readiness.state.RUNNING"),
                    Tone.DONE,
                    Stream.of(
                            "banner.title.MIGRATED",
                            "state.MIGRATED",
                            "state.MOVED_SINCE",
                            "sync.state.IN_STEP",
                            "campaign.state.COMPLETED",
                            "readiness.state.COMPLETED"),
                    Tone.ENDED,
                    Stream.of("state.CANCELLED", "state.EXPIRED", "state.REVERTED", "campaign.state.CANCELLED"),
                    Tone.PAUSED,
                    Stream.of("state.SUSPENDED", "sync.state.QUARANTINED", "campaign.state.PAUSED"),
                    Tone.STOPPED,
                    Stream.of(
                            "state.STOPPED",
                            "sync.state.ACCOUNT_NOT_ACTIVE",
                            "sync.state.STUCK",
                            "sync.state.TURNED_OFF"))
            .entrySet()
            .stream()
            .flatMap(tone -> tone.getValue().map(state -> Map.entry(state, tone.getKey())))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    /** The tone of a state, by the key of its word. */
    public Tone toneOf(String key) {
        return Optional.ofNullable(TONES.get(key))
                .orElseThrow(() -> new IllegalArgumentException("no tone for " + key));
    }
}
