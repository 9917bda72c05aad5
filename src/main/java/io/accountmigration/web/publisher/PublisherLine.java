package io.accountmigration.web.publisher;

import io.accountmigration.publisher.PublisherRole;

/**
 * One of a person's publishers on the first page: how it stands, and what the person does next.
 *
 * @param badge the key of the word for its state, or null where the person has nothing to do with the migration
 * @param action the key of the word for what the person does next, or null where there is nothing
 * @param url where that is done; null where it is to start the migration
 */
record PublisherLine(String id, String displayName, PublisherRole role, String badge, String action, String url) {

    /** Where the person is only told the name. */
    static PublisherLine withoutState(String id, String displayName, PublisherRole role) {
        return new PublisherLine(id, displayName, role, null, null, null);
    }
}
