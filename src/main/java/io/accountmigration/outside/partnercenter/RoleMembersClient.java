package io.accountmigration.outside.partnercenter;

import io.accountmigration.outside.Answer;
import io.accountmigration.outside.Endpoint;
import io.accountmigration.partner.AddUserResult;
import io.accountmigration.partner.PartnerRole;
import io.accountmigration.partner.RoleMember;
import io.accountmigration.publisher.RequestKey;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The members of an account's roles. Roles are found by name; their ids are the same for every account. */
class RoleMembersClient {

    private static final String MEMBERS = "/v1/roles/{roleId}/usermembers?accountId={accountId}";
    private static final String MEMBER = "/v1/roles/{roleId}/usermembers/{memberId}?accountId={accountId}";

    private final Endpoint partnerCenter;
    private final Map<String, String> roleIdsByName = new ConcurrentHashMap<>();

    RoleMembersClient(Endpoint partnerCenter) {
        this.partnerCenter = partnerCenter;
    }

    List<RoleMember> of(String accountId, PartnerRole role) {
        return partnerCenter
                .get(MEMBERS, roleId(accountId, role), accountId)
                .send()
                .countedItems(MemberAnswer.class)
                .stream()
                .map(member -> member.toUser(role))
                .toList();
    }

    AddUserResult add(
            String accountId, PartnerRole role, String userPrincipalName, String displayName, RequestKey key) {
        var answer = partnerCenter
                .post(MEMBERS, roleId(accountId, role), accountId)
                .identifiedBy(key)
                .body(new MemberRequest(displayName, userPrincipalName))
                .expecting(400, 409)
                .send();
        if (answer.isSuccess()) {
            answer.as(MemberAnswer.class);
            return new AddUserResult.Added();
        }
        if (answer.isRefusal(409, "4009")) {
            return new AddUserResult.Added();
        }
        if (answer.isRefusal(400, "4022")) {
            return new AddUserResult.Refused(answer.errorText());
        }
        throw answer.unexpected();
    }

    void remove(String accountId, RoleMember member, RequestKey key) {
        var answer = partnerCenter
                .delete(MEMBER, roleId(accountId, member.role()), member.memberId(), accountId)
                .identifiedBy(key)
                .expecting(404)
                .send();
        if (!answer.isSuccess() && !answer.isRefusal(404, "4004")) {
            throw answer.unexpected();
        }
    }

    private String roleId(String accountId, PartnerRole role) {
        var known = roleIdsByName.get(named(role.name()));
        return known != null ? known : readRoles(accountId, role);
    }

    private String readRoles(String accountId, PartnerRole role) {
        Answer answer =
                partnerCenter.get("/v1/roles?accountId={accountId}", accountId).send();
        answer.countedItems(RoleAnswer.class).forEach(found -> roleIdsByName.put(named(found.name()), found.id()));
        var id = roleIdsByName.get(named(role.name()));
        if (id == null) {
            throw answer.unreadable("role " + role);
        }
        return id;
    }

    private static String named(String name) {
        return name.toUpperCase(Locale.ROOT);
    }

    /** A new member as Partner Center takes it; who has no name is shown by the address. */
    private record MemberRequest(String displayName, String userPrincipalName) {

        MemberRequest {
            displayName = displayName == null || displayName.isBlank() ? userPrincipalName : displayName;
        }
    }
}
