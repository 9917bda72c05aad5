package io.accountmigration.outside.partnercenter;

import io.accountmigration.outside.Answer;
import io.accountmigration.outside.Endpoint;
import io.accountmigration.outside.PathSegment;
import io.accountmigration.partner.AccountUser;
import io.accountmigration.partner.PartnerCenterUnavailable;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

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
        var roles = read(RoleAnswer.class, RoleAnswer::id, ROLES, accountId);
        // No role would mean that nobody is a user: an account without its owner does not exist.
        if (roles.isEmpty() || !roles.stream().map(RoleAnswer::id).allMatch(PathSegment::canCarry)) {
            throw unreadable("roles");
        }
        return roles;
    }

    private List<MemberAnswer> membersOf(String accountId, RoleAnswer role) {
        var members = read(MemberAnswer.class, MemberAnswer::id, MEMBERS, role.id(), accountId);
        if (!members.stream().allMatch(member -> member.isOf(accountId))) {
            throw unreadable("members of another account");
        }
        return members;
    }

    private <T> List<T> read(Class<T> type, Function<T, Object> nameOf, String template, Object... variables) {
        return Pages.read(() -> partnerCenter.get(template, variables), type, nameOf, Answer::isSuccess)
                .orElseThrow();
    }

    private static PartnerCenterUnavailable unreadable(String part) {
        return new PartnerCenterUnavailable("the users of an account cannot be read: " + part, null, null);
    }
}
