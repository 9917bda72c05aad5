package io.accountmigration.sandbox.traffic;

import java.time.Duration;

/**
 * How the stand-ins behave where real portals differ.
 *
 * @param listsLag how old what Partner Center's lists of users show is; its feed tells everything at once
 * @param uniqueAddresses among which users of a publisher Cloud Partner Portal takes an address only once
 * @param feedPages how the pages of Partner Center's feed are counted and found
 * @param feedDates what the feed takes as the ends of a period
 */
public record PortalBehaviour(
        Duration listsLag, UniqueAddresses uniqueAddresses, FeedPages feedPages, FeedDates feedDates) {

    /** As the stand-ins behave unless told otherwise. */
    static final PortalBehaviour USUAL =
            new PortalBehaviour(Duration.ZERO, UniqueAddresses.NONE, FeedPages.OFFSET, FeedDates.TIMES);

    /** Among which users an address may stand only once. */
    public enum UniqueAddresses {
        NONE,
        ACTIVE,
        ALL
    }

    /** How pages are counted and found. */
    public enum FeedPages {
        /** Each page tells the count of the whole feed, and the link names how much to leave out. */
        OFFSET,
        /** Each page tells its own count, and the link names a token among its headers. */
        SEEK
    }

    /** What may stand for the end of a period. */
    public enum FeedDates {
        TIMES,
        DAYS
    }

    /** This behaviour with everything filled in that was left out. */
    PortalBehaviour complete() {
        return new PortalBehaviour(
                listsLag == null ? USUAL.listsLag : listsLag,
                uniqueAddresses == null ? USUAL.uniqueAddresses : uniqueAddresses,
                feedPages == null ? USUAL.feedPages : feedPages,
                feedDates == null ? USUAL.feedDates : feedDates);
    }
}
