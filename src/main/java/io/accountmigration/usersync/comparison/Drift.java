package io.accountmigration.usersync.comparison;

import io.accountmigration.partner.AccountUser;
import io.accountmigration.publisher.PublisherRole;
import io.accountmigration.publisher.PublisherUser;
import java.util.Optional;

/**
 * One difference between the portals.
 *
 * @param subject the user's address, or the name of the settings
 * @param userId in Partner Center; null where it knows no such user
 * @param portalUserId null where the portal has no such entry
 * @param partnerCenter what Partner Center wants there: a role, or nothing
 * @param portal what there is: a role, DISABLED, or nothing
 * @param detail more that helps, such as the names of unknown roles or an operator's reason; may be null
 */
public record Drift(
        DriftClass driftClass,
        String subject,
        String userId,
        String portalUserId,
        String partnerCenter,
        String portal,
        DriftAction action,
        String detail) {

    /** In what the entry of a user of Partner Center differs from what is wanted; null where no role is. */
    static Drift of(
            DriftClass driftClass,
            AccountUser member,
            Optional<PublisherUser> entry,
            PublisherRole wanted,
            DriftAction action,
            String detail) {
        return new Drift(
                driftClass,
                member.userPrincipalName(),
                member.userId(),
                entry.map(PublisherUser::userId).orElse(null),
                wanted == null ? null : wanted.name(),
                entry.map(it -> it.active() ? it.role().name() : "DISABLED").orElse(null),
                action,
                detail);
    }
}
