package io.accountmigration.usersync.comparison;

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
    SETTINGS_DIFFER
}
