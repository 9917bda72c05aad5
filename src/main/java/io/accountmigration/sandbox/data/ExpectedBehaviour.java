package io.accountmigration.sandbox.data;

import jakarta.persistence.Embeddable;

/** What a tester sees of a publisher: how it behaves, what it accepts and where its migration ends. */
@Embeddable
public record ExpectedBehaviour(
        String kind,
        String expectedEnd,
        String acceptedWorkEmail,
        String acceptedPartnerId,
        String membershipId,
        String companyTenantId) {

    ExpectedBehaviour enrolledAs(String partnerId) {
        return new ExpectedBehaviour(kind, expectedEnd, acceptedWorkEmail, partnerId, partnerId, companyTenantId);
    }
}
