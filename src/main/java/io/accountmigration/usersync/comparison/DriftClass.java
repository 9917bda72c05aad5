package io.accountmigration.usersync.comparison;

import io.accountmigration.partner.AccountUser;
import io.accountmigration.publisher.PublisherUser;
import io.accountmigration.usersync.RoleMapping;
import java.util.Optional;

/** In what a user, or a part of the settings, differs between the portals. */
public enum DriftClass {
    MISSING_IN_CPP,
    EXTRA_IN_CPP,
    ROLE_DIFFERS,
    ADDRESS_DIFFERS,
    /** There, but disabled. */
    DISABLED,
    /** One side has no counterpart for it. */
    UNMAPPED,
    SETTINGS_DIFFER;

    /** In what the entry differs from what the user is to be by these roles. */
    static Optional<DriftClass> between(AccountUser member, RoleMapping mapping, Optional<PublisherUser> entry) {
        if (mapping.role() == null) {
            return entry.filter(PublisherUser::active)
                    .filter(it -> !mapping.isOpen())
                    .map(it -> EXTRA_IN_CPP);
        }
        if (entry.isEmpty()) {
            return Optional.of(MISSING_IN_CPP);
        }
        if (!entry.get().active()) {
            return Optional.of(DISABLED);
        }
        if (entry.get().role() != mapping.role()) {
            return Optional.of(ROLE_DIFFERS);
        }
        return entry.get().signsInAs(member.userPrincipalName()) ? Optional.empty() : Optional.of(ADDRESS_DIFFERS);
    }
}
