package io.accountmigration.web.campaign;

import io.accountmigration.campaign.AccountState;
import io.accountmigration.campaign.CampaignState;
import io.accountmigration.web.page.DisplayedTime;
import java.util.List;
import java.util.Map;

/**
 * What the page of a campaign shows.
 *
 * @param pause null where it is not paused
 * @param settled how many accounts were started and have come to an end, one way or another
 */
record CampaignModel(
        String id,
        String name,
        CampaignState state,
        Pause pause,
        int canarySize,
        int waveSize,
        int startsPerMinute,
        String brakeFailureRate,
        boolean goAutomatically,
        long size,
        long settled,
        Map<AccountState, Long> accounts,
        List<WaveLine> waves,
        List<EventLine> events,
        String createdBy,
        DisplayedTime createdAt) {

    /** Why it is paused, in words. */
    record Pause(String text, String by, DisplayedTime at) {}

    /** A wave; its moments are null before they come. */
    record WaveLine(
            int number,
            boolean canary,
            String progress,
            String health,
            long size,
            long failed,
            String failureRate,
            Map<AccountState, Long> accounts,
            DisplayedTime startedAt,
            DisplayedTime completedAt) {}

    /** What happened. */
    record EventLine(String type, String publisherId, String actor, String detail, DisplayedTime at) {}

    /** An account; {@code wave} is null while it is in none, {@code reason} empty where nothing is in its way. */
    record AccountLine(
            String publisherId, Integer wave, String need, AccountState state, String reason, boolean hasCase) {}

    public boolean mayPause() {
        return state == CampaignState.RUNNING || state == CampaignState.AWAITING_GO;
    }

    public boolean mayResume() {
        return state == CampaignState.PAUSED;
    }

    public boolean mayGo() {
        return state == CampaignState.AWAITING_GO;
    }

    public boolean isOver() {
        return state.isFinal();
    }
}
