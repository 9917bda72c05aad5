package io.accountmigration.usersync;

import io.accountmigration.partner.AccountCondition;
import java.time.Instant;

/** Mails to operators about user syncs that need a decision. */
public interface UserSyncAlerts {

    /** A publisher is left alone until a time. */
    void quarantined(String publisherId, FailureReason reason, Instant until);

    /** Removals of all publishers together have become too many; this one is the first of those that wait for it. */
    void removalsStagedEverywhere(String publisherId);

    /** The account that a publisher has moved to is not active any more. */
    void accountLost(String publisherId, AccountCondition condition);

    /** Removals wait for an operator. */
    void removalsStaged(String publisherId, int count);
}
