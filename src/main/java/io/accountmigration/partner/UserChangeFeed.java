package io.accountmigration.partner;

import java.time.Instant;
import java.util.List;

/** Partner Center's audit feed of user changes. It may lag an hour behind. */
public interface UserChangeFeed {

    /**
     * The changes of an account's users in a period, oldest first, both ends included, each record once. A part of the
     * feed is no answer: what cannot be read to the end is a failure.
     *
     * @throws PartnerCenterUnavailable when the feed could not be read to the end
     */
    Reading read(String accountId, Instant from, Instant to);

    /** What reading gave. */
    sealed interface Reading {

        /** Everything that the feed holds of the period. */
        record Complete(List<FeedRecord> records) implements Reading {

            public Complete {
                records = List.copyOf(records);
            }
        }

        /** The feed no longer reaches back that far. */
        record Expired() implements Reading {}
    }
}
