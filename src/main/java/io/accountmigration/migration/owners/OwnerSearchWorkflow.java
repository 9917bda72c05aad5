package io.accountmigration.migration.owners;

import java.time.Instant;
import java.util.List;

/** The operators' search for somebody who acts for a publisher: a task of theirs, at most one for each publisher. */
public interface OwnerSearchWorkflow {

    /** Why somebody has to be found. */
    enum Why {
        /** The publisher has no active owner at all. */
        NO_OWNER,
        /** All owners were notified, and none has acted. */
        NOBODY_ACTS
    }

    /**
     * A search that is under way.
     *
     * @param taskUrl where operators name somebody
     */
    record Search(String publisherId, Why why, String taskUrl, Instant since) {}

    /** Asks operators to name somebody, unless they have been asked already. */
    void open(String publisherId, Why why);

    /** Somebody has acted: the search is no longer needed. */
    void callOff(String publisherId);

    /** The searches under way, the longest first. */
    default List<Search> underWay(int atMost) {
        return underWay(0, atMost);
    }

    /** As many of the searches under way from this place of the list on, which begins with 0. */
    List<Search> underWay(int first, int atMost);
}
