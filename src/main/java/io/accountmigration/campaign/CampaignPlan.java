package io.accountmigration.campaign;

import io.accountmigration.campaign.CampaignRefused.Refusal;
import io.accountmigration.publisher.Publisher;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a campaign is asked for with.
 *
 * @param publisherIds the accounts; nothing stands for all that a readiness report found ready
 * @param canarySize how many accounts the first wave has
 * @param waveSize how many accounts the other waves have
 * @param startsPerMinute how many accounts are started at most within any minute
 * @param brakeFailureRate the share of a wave, from 0 to 1, that may fail; more of them pull the brake
 * @param goAutomatically whether a wave that is done within that share is followed by the next without an operator's go
 */
public record CampaignPlan(
        String name,
        Optional<List<String>> publisherIds,
        int canarySize,
        int waveSize,
        int startsPerMinute,
        double brakeFailureRate,
        boolean goAutomatically) {

    private static final int LARGEST_WAVE = 100_000;
    private static final int MOST_STARTS_PER_MINUTE = 10_000;
    static final int MOST_ACCOUNTS = 100_000;

    /** @throws CampaignRefused when no campaign can be led like that */
    public CampaignPlan {
        publisherIds = publisherIds.map(CampaignPlan::withoutRepetitions);
        if (name.isBlank()) {
            throw CampaignRefused.because(Refusal.CAMPAIGN_NAME_MISSING, "name");
        }
        requireWave(canarySize, "canarySize");
        requireWave(waveSize, "waveSize");
        if (startsPerMinute < 1 || startsPerMinute > MOST_STARTS_PER_MINUTE) {
            throw CampaignRefused.because(Refusal.START_RATE_INVALID, "startsPerMinute");
        }
        if (!(brakeFailureRate >= 0 && brakeFailureRate <= 1)) {
            throw CampaignRefused.because(Refusal.BRAKE_RATE_INVALID, "brakeFailureRate");
        }
        if (publisherIds.map(List::size).orElse(0) > MOST_ACCOUNTS) {
            throw CampaignRefused.because(Refusal.TOO_MANY_ACCOUNTS, String.valueOf(MOST_ACCOUNTS));
        }
    }

    private static void requireWave(int size, String name) {
        if (size < 1 || size > LARGEST_WAVE) {
            throw CampaignRefused.because(Refusal.WAVE_SIZE_INVALID, name);
        }
    }

    private static List<String> withoutRepetitions(List<String> publisherIds) {
        var known = new HashSet<String>();
        return publisherIds.stream()
                .map(String::strip)
                .filter(publisherId -> known.add(Publisher.keyOf(publisherId)))
                .toList();
    }

    /** The same for the same plan, so that a repeated request can be distinguished from a different one. */
    UUID contentId() {
        return UUID.nameUUIDFromBytes(toString().getBytes(StandardCharsets.UTF_8));
    }
}
