package io.accountmigration.sandbox.data.sheet;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.accountmigration.sandbox.data.CppStatus;
import io.accountmigration.sandbox.data.CppUser;
import io.accountmigration.sandbox.data.MembershipState;
import io.accountmigration.sandbox.data.PartnerCenterAccount;
import java.util.List;

/** One publisher as a tester sees and sets it, in both portals, the Partner Network and the directory. */
public record AccountSheet(
        String publisherId,
        String kind,
        List<String> owners,
        String acceptedWorkEmail,
        String acceptedPartnerId,
        String expectedEnd,
        Cpp cpp,
        PartnerCenter partnerCenter,
        Membership membership) {

    /** The publisher in Cloud Partner Portal; {@code accountId} is given once it is read-only. */
    public record Cpp(
            String displayName,
            CppStatus status,
            String mpnId,
            @JsonInclude(JsonInclude.Include.NON_NULL) String accountId,
            JsonNode settings,
            List<CppPerson> users) {}

    /** A user there; {@code microsoftAccount} says that the address is (also) a personal account. */
    public record CppPerson(
            String userId,
            String address,
            String displayName,
            CppUser.Type type,
            CppUser.Role role,
            Boolean active,
            @JsonInclude(JsonInclude.Include.NON_NULL) Boolean microsoftAccount) {}

    /** The account in Partner Center. */
    public record PartnerCenter(
            String accountId, PartnerCenterAccount.State state, JsonNode settings, List<PartnerCenterPerson> users) {}

    /** A user there, with the names of the roles. */
    public record PartnerCenterPerson(
            String userId, String userPrincipalName, String displayName, List<String> roles, Boolean active) {}

    /** The membership of the publisher's company, with the numbers of its locations. */
    public record Membership(
            String mpnId,
            MembershipState state,
            List<CompanyTenant> tenants,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> locations) {}

    /** A tenant of the company; {@code unmanaged} when nobody administers it. */
    public record CompanyTenant(
            String tenantId,
            String displayName,
            Boolean primary,
            List<String> domains,
            @JsonInclude(JsonInclude.Include.NON_NULL) Boolean unmanaged) {}
}
