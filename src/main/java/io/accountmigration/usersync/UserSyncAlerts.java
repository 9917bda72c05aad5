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

    /** Removals wait for an operator, for a reason for which none waited before: so many in all. */
    void removalsStaged(String publisherId, long count);

    /** Partner Center has no owner of a publisher any more, and the last one stays in the portal. */
    void lastOwnerHeld(String publisherId);
}
