package io.accountmigration.usersync;

/** How a change came to be known. */
public enum ChangeSource {
    FEED,
    PUSH,
    RECONCILIATION,
    ON_DEMAND
}
