package io.accountmigration.usersync;

import java.time.Instant;

/**
 * Where a publisher's users are, and from when on their changes count.
 *
 * @param due why the account is to be compared as a whole; null where it is not
 */
public record SyncTarget(
        String publisherKey, String publisherId, String accountId, Instant watermark, ReconcileReason due) {

    /** Whether it is to be compared for no other reason than that it is time, so that everything else goes first. */
    public boolean isOnlyScheduled() {
        return due == ReconcileReason.SCHEDULED;
    }
}
