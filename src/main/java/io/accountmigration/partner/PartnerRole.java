package io.accountmigration.partner;

import io.accountmigration.publisher.PublisherRole;

/** The roles of Partner Center that have an effect in the marketplace (service-principal.md, user-roles.md). */
public enum PartnerRole {
    OWNER,
    MANAGER,
    DEVELOPER;

    /** The role that carries the same rights as one of Cloud Partner Portal: never more. */
    public static PartnerRole counterpartOf(PublisherRole role) {
        return role == PublisherRole.OWNER ? MANAGER : DEVELOPER;
    }
}
