package io.accountmigration.migration.move;

import io.accountmigration.migration.Migration;
import io.accountmigration.partner.PartnerCenter;
import io.accountmigration.partner.PartnerRole;
import io.accountmigration.partner.RoleMember;
import io.accountmigration.publisher.PublisherUser;
import java.util.List;
import java.util.stream.Stream;

/** Who is in the new account already, as read from it. */
record AccountRoster(List<RoleMember> users) {

    static AccountRoster of(PartnerCenter partnerCenter, String accountId) {
        return new AccountRoster(Stream.of(PartnerRole.MANAGER, PartnerRole.DEVELOPER)
                .flatMap(role -> partnerCenter.usersOf(accountId, role).stream())
                .toList());
    }

    /** Whether this user has arrived in the right role, or is listed as left behind. */
    boolean isSettled(PublisherUser user, Migration migration) {
        return migration.usersLeftBehind().stream()
                        .anyMatch(left -> left.userId().equals(user.userId()))
                || hasArrived(user, migration);
    }

    /** Whether one of the active owners is in the new account, who can give rights to everybody else. */
    boolean hasOwnerOf(List<PublisherUser> portalUsers, Migration migration) {
        return portalUsers.stream().anyMatch(user -> user.isActingOwner() && hasArrived(user, migration));
    }

    /** Whether this user is in the new account, in the right role. */
    boolean hasArrived(PublisherUser user, Migration migration) {
        var name = migration.isActingOwner(user) ? migration.workEmail() : user.address();
        var role = PartnerRole.counterpartOf(user.role());
        return users.stream().anyMatch(arrived -> arrived.role() == role && arrived.isNamed(name));
    }
}
