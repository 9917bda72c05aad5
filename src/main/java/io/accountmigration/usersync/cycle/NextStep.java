package io.accountmigration.usersync.cycle;

/** The next step of the sync of a publisher. */
public enum NextStep {
    /** There are changes left. */
    GO_ON,
    /** Removals wait a moment for others. */
    SETTLE,
    /** The account is to be compared as a whole. */
    RECONCILE,
    /** Nothing can be done now. */
    END
}
