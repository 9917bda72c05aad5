package io.accountmigration.migration.move;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import io.accountmigration.partner.AccountReading;
import io.accountmigration.partner.AccountUser;
import io.accountmigration.partner.PartnerRole;
import io.accountmigration.partner.RoleMember;
import io.accountmigration.publisher.PublisherRoster;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;

/** The users of both accounts as a verification has read them. */
public record UsersRead(List<RoleMember> members, PublisherRoster roster) {

    AccountReading at(Instant readAt) {
        return new AccountReading(accountUsers(), roster, readAt);
    }

    /** Each member once, with all roles. */
    private List<AccountUser> accountUsers() {
        var roles = members.stream()
                .collect(groupingBy(
                        RoleMember::memberId,
                        LinkedHashMap::new,
                        mapping(RoleMember::role, mapping(PartnerRole::name, toSet()))));
        return members.stream()
                .filter(member -> roles.containsKey(member.memberId()))
                .map(member -> new AccountUser(
                        member.memberId(),
                        member.userPrincipalName(),
                        member.displayName(),
                        roles.remove(member.memberId())))
                .toList();
    }
}
