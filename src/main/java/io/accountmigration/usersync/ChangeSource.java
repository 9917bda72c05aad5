package io.accountmigration.usersync;

/** How a change came to be known. */
public enum ChangeSource {
    FEED,
    PUSH,
    RECONCILIATION,
    ON_DEMAND;

    /** Whether Partner Center told the change itself; what was compared or looked up rests on its lists. */
    public boolean isTold() {
        return this == FEED || this == PUSH;
    }
}
