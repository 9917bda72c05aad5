package io.accountmigration.usersync;

import io.accountmigration.partner.AccountCondition;
import java.time.Instant;

/**
 * Where a publisher's users are, and from when on their changes count.
 *
 * @param due why the account is to be compared as a whole; null where it is not
 * @param condition what the account was when it was last looked at; null before that
 */
public record SyncTarget(
        String publisherKey,
        String publisherId,
        String accountId,
        Instant watermark,
        ReconcileReason due,
        AccountCondition condition) {

    /** Whether the account was not active when it was last looked at, so that nothing of it counts. */
    public boolean isAccountLost() {
        return AccountCondition.isLoss(condition);
    }

    /** Whether it is to be compared for no other reason than that it is time, so that everything else goes first. */
    public boolean isOnlyScheduled() {
        return due == ReconcileReason.SCHEDULED;
    }
}
