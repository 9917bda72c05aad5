package io.accountmigration.web.operations;

import io.accountmigration.campaign.CampaignState;
import io.accountmigration.web.campaign.CampaignLines;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something that waits for operators, and where they find it.
 *
 * @param kind names its text
 * @param more whether there may be more than were counted
 * @param place the heading of the list on the same page
 */
record NeedsYou(String kind, long count, boolean more, String place) {

    /** What waits now, in the order in which it should be looked at. */
    static List<NeedsYou> now(OperationsModel glance, List<CampaignLines.Line> campaigns) {
        return Stream.of(
                        exactly("stopped", glance.stoppedSteps(), "causes"),
                        exactly("lost", glance.lostCases(), "stuck"),
                        exactly("paused", in(CampaignState.PAUSED, campaigns), "campaigns"),
                        exactly("decide", in(CampaignState.AWAITING_GO, campaigns), "campaigns"),
                        atLeast(
                                "staged",
                                glance.syncs().stream()
                                        .mapToLong(OperationsModel.SyncLine::staged)
                                        .sum(),
                                glance.syncs(),
                                "syncs"),
                        atLeast("owners", glance.ownersWanted().size(), glance.ownersWanted(), "wanted"),
                        exactly("suspended", glance.suspendedInstances(), "suspended"))
                .filter(tile -> tile.count > 0)
                .toList();
    }

    private static long in(CampaignState state, List<CampaignLines.Line> campaigns) {
        return campaigns.stream()
                .filter(campaign -> campaign.state().equals(state.name()))
                .count();
    }

    private static NeedsYou exactly(String kind, long count, String place) {
        return new NeedsYou(kind, count, false, place);
    }

    /** Counted in a list that is cut off. */
    private static NeedsYou atLeast(String kind, long count, List<?> list, String place) {
        return new NeedsYou(kind, count, list.size() >= OperationsModelMapper.SHORT, place);
    }
}
