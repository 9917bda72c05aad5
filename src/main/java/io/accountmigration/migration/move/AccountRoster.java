package io.accountmigration.migration.move;

import io.accountmigration.migration.KnownUser;
import io.accountmigration.migration.Migration;
import io.accountmigration.migration.UserLeftBehind;
import io.accountmigration.partner.PartnerCenter;
import io.accountmigration.partner.PartnerRole;
import io.accountmigration.partner.RoleMember;
import io.accountmigration.publisher.PublisherUser;
import io.accountmigration.publisher.TwinEntries;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Who is in the new account already, as read from it; several entries of one address in the old one are one person. */
record AccountRoster(List<RoleMember> users, TwinEntries twins) {

    static AccountRoster of(PartnerCenter partnerCenter, String accountId) {
        return new AccountRoster(
                Stream.of(PartnerRole.MANAGER, PartnerRole.DEVELOPER)
                        .flatMap(role -> partnerCenter.usersOf(accountId, role).stream())
                        .toList(),
                TwinEntries.NONE);
    }

    /** The same, looked at for these users of the old account. */
    AccountRoster lookedAtFor(List<PublisherUser> portalUsers) {
        return new AccountRoster(users, TwinEntries.among(portalUsers));
    }

    /** Whether this user has arrived in the right role, or is listed as left behind. */
    boolean isSettled(PublisherUser user, Migration migration) {
        return isLeftBehind(user, migration) || hasArrived(user, migration);
    }

    private static boolean isLeftBehind(PublisherUser user, Migration migration) {
        return migration.usersLeftBehind().stream()
                .anyMatch(left -> left.userId().equals(user.userId()) && !left.hasLeft());
    }

    /**
     * Whom an earlier transfer of the case has added, in a role that none of these users has any more: somebody has been
     * removed, renamed, disabled or given another role since.
     */
    List<RoleMember> surplus(List<PublisherUser> portalUsers, Migration migration) {
        var seen = Stream.of(
                        portalUsers.stream().map(PublisherUser::address),
                        migration.move().knownUsers().stream().map(KnownUser::address),
                        migration.usersLeftBehind().stream().flatMap(UserLeftBehind::addressOfLeaver),
                        Stream.of(migration.workEmail()))
                .flatMap(addresses -> addresses)
                .filter(Objects::nonNull)
                .toList();
        return users.stream()
                .filter(member -> seen.stream().anyMatch(member::isNamed))
                .filter(member -> portalUsers.stream()
                        .filter(user -> user.active() && !twins.isTwin(user))
                        .noneMatch(user -> member.role() == PartnerRole.counterpartOf(user.role())
                                && member.isNamed(nameOf(user, migration))))
                .toList();
    }

    AccountRoster without(List<RoleMember> members) {
        return new AccountRoster(
                users.stream().filter(member -> !members.contains(member)).toList(), twins);
    }

    /** Whether everybody whom the case has added is shown, in the role in which he was. */
    boolean showsTransferOf(Migration migration) {
        var added = migration.move().knownUsers().stream()
                .filter(known -> known.active() && known.role() != null)
                .map(KnownUser::asUser)
                .filter(user -> !isLeftBehind(user, migration))
                .toList();
        var then = lookedAtFor(added);
        return added.stream().allMatch(user -> then.hasArrived(user, migration));
    }

    /** Whether one of the active owners is in the new account, who can give rights to everybody else. */
    boolean hasOwnerOf(List<PublisherUser> portalUsers, Migration migration) {
        return portalUsers.stream().anyMatch(user -> user.isActingOwner() && hasArrived(user, migration));
    }

    /** Whether this person is in the new account, in the right role. */
    boolean hasArrived(PublisherUser user, Migration migration) {
        var role = PartnerRole.counterpartOf(twins.personOf(user).role());
        return users.stream().anyMatch(arrived -> arrived.role() == role && arrived.isNamed(nameOf(user, migration)));
    }

    /** Whether somebody with this address is in the new account, in any role: it may have been changed there since. */
    boolean hasAddress(String address) {
        return users.stream().anyMatch(arrived -> arrived.isNamed(address));
    }

    private String nameOf(PublisherUser user, Migration migration) {
        var person = twins.personOf(user);
        return migration.isActingOwner(person) ? migration.workEmail() : person.address();
    }
}
