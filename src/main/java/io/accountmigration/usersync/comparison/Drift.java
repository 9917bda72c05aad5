package io.accountmigration.usersync.comparison;

/**
 * One difference between the portals.
 *
 * @param subject the user's address, or the name of the settings
 * @param userId in Partner Center; null where it knows no such user
 * @param portalUserId null where the portal has no such entry
 * @param partnerCenter what Partner Center wants there: a role, or nothing
 * @param portal what there is: a role, DISABLED, or nothing
 * @param detail more that helps, such as the names of unknown roles or an operator's reason; may be null
 */
public record Drift(
        DriftClass driftClass,
        String subject,
        String userId,
        String portalUserId,
        String partnerCenter,
        String portal,
        DriftAction action,
        String detail) {}
