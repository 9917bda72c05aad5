package io.accountmigration.system;

import java.util.Locale;

/** Who knocks at an endpoint, in relation to the one account that the knocking is about. */
public enum Role {
    ANONYMOUS,
    OWNER,
    CO_OWNER,
    OWNER_OF_ANOTHER,
    CONTRIBUTOR,
    OPERATOR,
    AUDITOR,
    SERVICE,
    ADMIN;

    /** As people write it. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
