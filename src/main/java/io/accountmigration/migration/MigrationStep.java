package io.accountmigration.migration;

/** What a case is at, one value per task of the process, and the state that this means. */
public enum MigrationStep {
    CHECK_PARTNER_MEMBERSHIP(MigrationState.VALIDATING),
    PROVIDE_WORK_EMAIL(MigrationState.ACTION_REQUIRED),
    CHECK_WORK_EMAIL(MigrationState.VALIDATING),
    ENROL_IN_PARTNER_NETWORK(MigrationState.ACTION_REQUIRED),
    AWAIT_ENROLMENT(MigrationState.VALIDATING),
    CONFIRM_WORK_EMAIL(MigrationState.ACTION_REQUIRED),
    LOCK_PUBLISHER(MigrationState.MOVING),
    OPEN_PARTNER_CENTER_ACCOUNT(MigrationState.MOVING),
    TRANSFER_SETTINGS(MigrationState.MOVING),
    TRANSFER_USERS(MigrationState.MOVING),
    VERIFY_MOVE(MigrationState.MOVING),
    MAKE_PUBLISHER_READ_ONLY(MigrationState.MOVING),
    ACTIVATE_PARTNER_CENTER_ACCOUNT(MigrationState.MOVING),
    START_USER_SYNC(MigrationState.MOVING),
    CLOSE_PARTNER_CENTER_ACCOUNT(MigrationState.MOVING),
    UNLOCK_PUBLISHER(MigrationState.MOVING),
    VERIFY_REVERT(MigrationState.MOVING);

    private final MigrationState state;

    MigrationStep(MigrationState state) {
        this.state = state;
    }

    /** The state of a case that is at this step. */
    public MigrationState state() {
        return state;
    }

    /** Whether giving up at this step needs undoing: the move has begun. */
    boolean isPartOfMove() {
        return state == MigrationState.MOVING;
    }
}
