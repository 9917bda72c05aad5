package io.accountmigration.migration;

import java.time.Duration;

/** What a case is at, one value per task of the process, and the state that this means. */
public enum MigrationStep {
    CHECK_PARTNER_MEMBERSHIP(MigrationState.VALIDATING, Normal.FOR_A_CHECK),
    PROVIDE_WORK_EMAIL(MigrationState.ACTION_REQUIRED, Normal.FOR_PEOPLE),
    CHECK_WORK_EMAIL(MigrationState.VALIDATING, Normal.FOR_A_CHECK),
    ENROL_IN_PARTNER_NETWORK(MigrationState.ACTION_REQUIRED, Normal.FOR_PEOPLE),
    AWAIT_ENROLMENT(MigrationState.VALIDATING, Normal.FOR_THE_NETWORK),
    CONFIRM_WORK_EMAIL(MigrationState.ACTION_REQUIRED, Normal.FOR_PEOPLE),
    LOCK_PUBLISHER(MigrationState.MOVING, Normal.FOR_A_MOVE),
    OPEN_PARTNER_CENTER_ACCOUNT(MigrationState.MOVING, Normal.FOR_A_MOVE),
    TRANSFER_SETTINGS(MigrationState.MOVING, Normal.FOR_A_MOVE),
    TRANSFER_USERS(MigrationState.MOVING, Normal.FOR_A_MOVE),
    VERIFY_MOVE(MigrationState.MOVING, Normal.FOR_A_MOVE),
    MAKE_PUBLISHER_READ_ONLY(MigrationState.MOVING, Normal.FOR_A_MOVE),
    ACTIVATE_PARTNER_CENTER_ACCOUNT(MigrationState.MOVING, Normal.FOR_A_MOVE),
    START_USER_SYNC(MigrationState.MOVING, Normal.FOR_A_MOVE),
    CLOSE_PARTNER_CENTER_ACCOUNT(MigrationState.MOVING, Normal.FOR_A_MOVE),
    UNLOCK_PUBLISHER(MigrationState.MOVING, Normal.FOR_A_MOVE),
    VERIFY_REVERT(MigrationState.MOVING, Normal.FOR_A_MOVE);

    /** How long a step normally takes at most, including the retries of a failing call. */
    private static final class Normal {
        static final Duration FOR_PEOPLE = Duration.ofDays(7);
        static final Duration FOR_THE_NETWORK = Duration.ofDays(7);
        static final Duration FOR_A_CHECK = Duration.ofMinutes(30);
        static final Duration FOR_A_MOVE = Duration.ofHours(1);
    }

    private final MigrationState state;
    private final Duration normalTime;

    MigrationStep(MigrationState state, Duration normalTime) {
        this.state = state;
        this.normalTime = normalTime;
    }

    /** The state of a case that is at this step. */
    public MigrationState state() {
        return state;
    }

    /** How long a case may be at this step without anything happening before somebody has to look. */
    public Duration normalTime() {
        return normalTime;
    }

    /** Whether this step undoes what the move did. */
    boolean isPartOfRevert() {
        return this == CLOSE_PARTNER_CENTER_ACCOUNT || this == UNLOCK_PUBLISHER || this == VERIFY_REVERT;
    }

    /** Whether giving up at this step needs undoing: the move has begun. */
    boolean isPartOfMove() {
        return state == MigrationState.MOVING;
    }
}
