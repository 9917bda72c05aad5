package io.accountmigration.campaign;

import io.accountmigration.migration.MigrationState;

/** Where an account of a campaign stands: in exactly one of these at any time. */
public enum AccountState {
    PLANNED,
    NOT_READY,
    LEFT_OUT,
    /** Its start was refused; the code is the reason. */
    REFUSED,
    WAITING_FOR_PEOPLE,
    AT_WORK,
    /** Its case stopped at a failure and waits for an operator. */
    FAILED,
    MIGRATED,
    CANCELLED,
    EXPIRED,
    REVERTED;

    /** The state of an account whose case does not stand still at a failure. */
    static AccountState of(AccountStartStatus standing, MigrationState caseState) {
        return switch (standing) {
            case PLANNED -> PLANNED;
            case NOT_READY -> NOT_READY;
            case REFUSED -> REFUSED;
            case LEFT_OUT -> LEFT_OUT;
            case MOVED_BEFORE -> MIGRATED;
            case STARTED -> of(caseState);
        };
    }

    private static AccountState of(MigrationState caseState) {
        return switch (caseState) {
            case ACTION_REQUIRED -> WAITING_FOR_PEOPLE;
            case VALIDATING, MOVING -> AT_WORK;
            case MIGRATED -> MIGRATED;
            case CANCELLED -> CANCELLED;
            case EXPIRED -> EXPIRED;
            case REVERTED -> REVERTED;
        };
    }
}
