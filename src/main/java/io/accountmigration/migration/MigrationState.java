package io.accountmigration.migration;

/** Where a case stands, in the words that outside clients rely on. */
public enum MigrationState {
    ACTION_REQUIRED,
    VALIDATING,
    MOVING,
    MIGRATED,
    CANCELLED,
    EXPIRED,
    REVERTED;

    /** Whether the case is over. */
    public boolean isFinal() {
        return this == MIGRATED || this == CANCELLED || this == EXPIRED || this == REVERTED;
    }
}
