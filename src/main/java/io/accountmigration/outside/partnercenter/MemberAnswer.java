package io.accountmigration.outside.partnercenter;

import static java.util.Objects.requireNonNull;

import io.accountmigration.partner.PartnerCenterUser;
import io.accountmigration.partner.PartnerRole;

/** A member of a role as Partner Center sends it. */
record MemberAnswer(String id, String userPrincipalName, String displayName) {

    MemberAnswer {
        requireNonNull(id);
        requireNonNull(userPrincipalName);
    }

    PartnerCenterUser toUser(PartnerRole role) {
        return new PartnerCenterUser(id, userPrincipalName, displayName, role);
    }
}
