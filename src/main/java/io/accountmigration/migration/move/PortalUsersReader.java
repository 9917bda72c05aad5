package io.accountmigration.migration.move;

import io.accountmigration.eligibility.Finding;
import io.accountmigration.eligibility.FindingCode;
import io.accountmigration.migration.KnownUser;
import io.accountmigration.migration.Migration;
import io.accountmigration.publisher.CloudPartnerPortal;
import io.accountmigration.publisher.EmailAddress;
import io.accountmigration.publisher.Publisher;
import io.accountmigration.publisher.PublisherRoster;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads the users of the old account. A user whom a list omits may exist all the same, and is looked up by address. */
@Component
class PortalUsersReader {

    private final CloudPartnerPortal portal;
    private final MoveBlockedFactory moveBlockedFactory;

    PortalUsersReader(CloudPartnerPortal portal, MoveBlockedFactory moveBlockedFactory) {
        this.portal = portal;
        this.moveBlockedFactory = moveBlockedFactory;
    }

    PublisherRoster of(Migration migration) {
        return portal.rosterOf(migration.publisherId())
                .orElseThrow(() -> new MoveBlocked("Cloud Partner Portal does not know the publisher any more"));
    }

    /**
     * A list of another version than the one that was transferred is newer if somebody has edited the old account since,
     * and old otherwise.
     *
     * @throws MoveBlocked when it is old
     */
    void requireCurrent(PublisherRoster roster, Migration migration) {
        var transferred = migration.move().transferredVersion();
        if (!roster.version().equals(transferred)
                && portal.find(migration.publisherId())
                        .filter(publisher -> publisher.version().equals(transferred))
                        .isPresent()) {
            throw moveBlockedFactory.because(
                    FindingCode.USER_LIST_INCOMPLETE,
                    migration,
                    "Cloud Partner Portal lists the users of an earlier version of the publisher");
        }
    }

    /** The users whom the case has seen and this list does not have. */
    static List<KnownUser> missing(Migration migration, PublisherRoster roster) {
        return migration.move().knownUsers().stream()
                .filter(known -> !has(roster, known.userId()))
                .toList();
    }

    /** Whether the portal itself says that this person still is a user, by an entry that the list does not have. */
    boolean hasInSpiteOf(PublisherRoster roster, KnownUser missing, Migration migration) {
        var key = Publisher.keyOf(migration.publisherId());
        return missing.active()
                && EmailAddress.parse(missing.address()).stream()
                        .flatMap(address -> portal.publishersOf(address).stream())
                        .filter(own -> Publisher.keyOf(own.publisherId()).equals(key))
                        .anyMatch(own -> !has(roster, own.userId()));
    }

    /**
     * Why a user whom the list does not have is not carried. Who could not be looked up may still be there: the reason is
     * then what was known before, and true either way.
     */
    static Finding whyMissing(KnownUser missing) {
        if (!missing.active()) {
            return FindingCode.USER_DISABLED.naming(missing.address());
        }
        return EmailAddress.parse(missing.address())
                .map(address -> FindingCode.USER_REMOVED.naming(address.value()))
                .orElseGet(() -> FindingCode.USER_ADDRESS_MALFORMED.naming(missing.address()));
    }

    private static boolean has(PublisherRoster roster, String userId) {
        return roster.users().stream().anyMatch(user -> user.userId().equals(userId));
    }
}
