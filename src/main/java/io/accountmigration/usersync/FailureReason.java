package io.accountmigration.usersync;

import io.accountmigration.publisher.OutsideUnavailable;
import io.accountmigration.publisher.PublisherRoster;
import java.util.Optional;

/** Why nothing could be done for a publisher as a whole; a single user's trouble is not among them. */
public enum FailureReason {
    PORTAL_UNAVAILABLE,
    /** The portal answers that this program may not ask: its credentials or rights are wrong. */
    PORTAL_REFUSES,
    PARTNER_CENTER_UNAVAILABLE,
    /** The same for Partner Center. */
    PARTNER_CENTER_REFUSES,
    PUBLISHER_GONE,
    /** A side that must have users said it has none: that is not believed. */
    EMPTY_SNAPSHOT,
    /** Partner Center's account is not the master any more. */
    ACCOUNT_NOT_ACTIVE,
    MOST_CALLS_FAILED;

    public static FailureReason ofPortal(OutsideUnavailable unavailable) {
        return unavailable.isRefusal() ? PORTAL_REFUSES : PORTAL_UNAVAILABLE;
    }

    public static FailureReason ofPartnerCenter(OutsideUnavailable unavailable) {
        return unavailable.isRefusal() ? PARTNER_CENTER_REFUSES : PARTNER_CENTER_UNAVAILABLE;
    }

    /** Why nothing can be built on this answer of the portal, if so. */
    public static Optional<FailureReason> of(Optional<PublisherRoster> roster) {
        if (roster.isEmpty()) {
            return Optional.of(PUBLISHER_GONE);
        }
        return roster.get().users().isEmpty() ? Optional.of(EMPTY_SNAPSHOT) : Optional.empty();
    }
}
