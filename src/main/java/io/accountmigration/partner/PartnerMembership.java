package io.accountmigration.partner;

import java.util.List;
import java.util.Optional;

/**
 * A membership in the Microsoft Partner Network.
 *
 * @param partnerId the number that was asked for; a location's number answers with its global account
 * @param tenants the directories associated with it, the primary one first
 */
public record PartnerMembership(String partnerId, String partnerName, Vetting vetting, List<Tenant> tenants) {

    /** The directory to name to people, where the membership has any. */
    public Optional<Tenant> primaryTenant() {
        return tenants.stream().findFirst();
    }
}
