package io.accountmigration.outside.partnercenter;

import io.accountmigration.outside.Answer;
import io.accountmigration.outside.Endpoint;
import io.accountmigration.outside.PathSegment;
import io.accountmigration.partner.AccountUser;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads who is a user of an account, through the members of every role there is, known here or not. */
class AccountUsersReader {

    private static final String ROLES = "/v1/roles?accountId={accountId}";
    private static final String MEMBERS = "/v1/roles/{roleId}/usermembers?accountId={accountId}";

    private final Endpoint partnerCenter;

    AccountUsersReader(Endpoint partnerCenter) {
        this.partnerCenter = partnerCenter;
    }

    List<AccountUser> of(String accountId) {
        var members = new LinkedHashMap<String, MemberAnswer>();
        var roles = new LinkedHashMap<String, Set<String>>();
        for (var role : rolesOf(accountId)) {
            for (var member : membersOf(accountId, role)) {
                members.put(member.id(), member);
                roles.computeIfAbsent(member.id(), id -> new LinkedHashSet<>()).add(role.name());
            }
        }
        return members.values().stream()
                .map(member -> member.toUser(roles.get(member.id())))
                .toList();
    }

    private List<RoleAnswer> rolesOf(String accountId) {
        var answer = partnerCenter.get(ROLES, accountId).send();
        var roles = answer.countedItems(RoleAnswer.class);
        // No role would mean that nobody is a user: an account without its owner does not exist.
        if (roles.isEmpty() || !roles.stream().map(RoleAnswer::id).allMatch(PathSegment::canCarry)) {
            throw answer.unreadable("roles");
        }
        return roles;
    }

    private List<MemberAnswer> membersOf(String accountId, RoleAnswer role) {
        Answer answer = partnerCenter.get(MEMBERS, role.id(), accountId).send();
        var members = answer.countedItems(MemberAnswer.class);
        if (!members.stream().allMatch(member -> member.isOf(accountId))) {
            throw answer.unreadable("another account");
        }
        return members;
    }
}
