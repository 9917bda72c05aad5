package io.accountmigration.system;

import java.util.EnumSet;
import java.util.Set;

/** For whom a call is there, in the words of the documentation. Administrators may do what each of the staff may. */
public enum Who {
    OWNERS(Role.OWNER, Role.CO_OWNER),
    CONTRIBUTORS(Role.CONTRIBUTOR),
    /** Everybody who has an account at all, whichever it is. */
    PUBLISHER_USERS(Role.OWNER, Role.CO_OWNER, Role.OWNER_OF_ANOTHER, Role.CONTRIBUTOR),
    OPERATORS(Role.OPERATOR, Role.ADMIN),
    AUDITORS(Role.AUDITOR, Role.ADMIN),
    SERVICES(Role.SERVICE, Role.ADMIN),
    ADMINISTRATORS(Role.ADMIN),
    SIGNED_IN(EnumSet.complementOf(EnumSet.of(Role.ANONYMOUS)).toArray(Role[]::new)),
    EVERYBODY(Role.values());

    private final Set<Role> roles;

    Who(Role... roles) {
        this.roles = Set.of(roles);
    }

    public boolean includes(Role role) {
        return roles.contains(role);
    }
}
