package io.accountmigration.partner;

import java.util.List;

/**
 * A membership in the Microsoft Partner Network.
 *
 * @param partnerId the number that was asked for; a location's number answers with its global account
 * @param tenants the directories associated with it, the primary one first
 */
public record PartnerMembership(String partnerId, String partnerName, Vetting vetting, List<Tenant> tenants) {}
