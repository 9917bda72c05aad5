package io.accountmigration.outside.partnercenter;

import static java.util.Objects.requireNonNull;

import io.accountmigration.partner.AccountUser;
import io.accountmigration.partner.PartnerRole;
import io.accountmigration.partner.RoleMember;
import java.util.Set;

/** A member of a role as Partner Center sends it. */
record MemberAnswer(String id, String userPrincipalName, String displayName, String accountId) {

    MemberAnswer {
        requireNonNull(id);
        requireNonNull(userPrincipalName);
    }

    /** Whether nothing says that the member is another account's. */
    boolean isOf(String otherAccountId) {
        return accountId == null || accountId.equals(otherAccountId);
    }

    AccountUser toUser(Set<String> roles) {
        return new AccountUser(id, userPrincipalName, displayName, roles);
    }

    RoleMember toUser(PartnerRole role) {
        return new RoleMember(id, userPrincipalName, displayName, role);
    }
}
