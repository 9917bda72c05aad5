package io.accountmigration.partner;

import io.accountmigration.publisher.EmailAddress;

/** A user of a Partner Center account in one role; {@code memberId} is stable, the principal name is not. */
public record RoleMember(String memberId, String userPrincipalName, String displayName, PartnerRole role) {

    /** Whether this is the person with that principal name, ignoring case and what is invisible at its edges. */
    public boolean isNamed(String other) {
        return EmailAddress.areSame(userPrincipalName, other);
    }
}
