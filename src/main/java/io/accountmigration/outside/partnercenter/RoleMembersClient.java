package io.accountmigration.outside.partnercenter;

import io.accountmigration.outside.Answer;
import io.accountmigration.outside.Call;
import io.accountmigration.outside.Endpoint;
import io.accountmigration.partner.AddUserResult;
import io.accountmigration.partner.PartnerRole;
import io.accountmigration.partner.RoleMember;
import io.accountmigration.publisher.RequestKey;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

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
        var answer = send(accountId, role, roleId -> partnerCenter
                .get(MEMBERS, roleId, accountId)
                .expecting(404));
        if (!answer.isSuccess()) {
            throw answer.unexpected();
        }
        return answer.countedItems(MemberAnswer.class).stream()
                .map(member -> member.toUser(role))
                .toList();
    }

    AddUserResult add(
            String accountId, PartnerRole role, String userPrincipalName, String displayName, RequestKey key) {
        var answer = send(accountId, role, roleId -> partnerCenter
                .post(MEMBERS, roleId, accountId)
                .identifiedBy(key)
                .body(new MemberRequest(displayName, userPrincipalName))
                .expecting(400, 404, 409));
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
        var answer = send(accountId, member.role(), roleId -> partnerCenter
                .delete(MEMBER, roleId, member.memberId(), accountId)
                .identifiedBy(key)
                .expecting(404));
        if (!answer.isSuccess() && !answer.isRefusal(404, "4004")) {
            throw answer.unexpected();
        }
    }

    /**
     * Sends a call that names the role by its id. Where that is not found, the remembered id may be an old one: it is
     * looked up anew, and the call sent again if it is another. "Not found" may also mean the member.
     */
    private Answer send(String accountId, PartnerRole role, Function<String, Call> call) {
        var remembered = roleIdsByName.get(named(role.name()));
        if (remembered == null) {
            return call.apply(readRoles(accountId, role)).send();
        }
        var answer = call.apply(remembered).send();
        if (!answer.isStatus(404)) {
            return answer;
        }
        roleIdsByName.remove(named(role.name()), remembered);
        var current = readRoles(accountId, role);
        return current.equals(remembered) ? answer : call.apply(current).send();
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
