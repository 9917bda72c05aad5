package io.accountmigration.migration;

import io.accountmigration.eligibility.StartObstacle;

/** Why a request is refused; every endpoint answers a refusal with the same status and code. */
public enum Refusal {
    INPUT_MALFORMED(400),
    INPUT_TOO_LONG(400),
    START_NOT_SUPPORTED(400),
    NOT_OWNER(403),
    OWNER_NO_MORE(403),
    NOT_ALLOWED(403),
    TASK_OF_SOMEBODY_ELSE(403),
    PUBLISHER_NOT_FOUND(404),
    MIGRATION_NOT_FOUND(404),
    TASK_NOT_FOUND(404),
    VERIFICATION_NOT_FOUND(404),
    ALREADY_RUNNING(409),
    ALREADY_MIGRATED(409),
    TOO_LATE(409),
    SUSPENDED(409),
    NOT_RUNNING(409),
    NO_OPEN_TASK(409),
    NOT_AWAITING_ENROLMENT(409),
    NO_OWNER(422),
    REQUESTED_BY_MISSING(422),
    PUBLISHER_ID_MISSING(422),
    IDEMPOTENCY_KEY_REUSED(422);

    private final int status;

    /** How a start is refused for this reason. */
    public static Refusal of(StartObstacle obstacle) {
        return switch (obstacle) {
            case ALREADY_MIGRATED -> ALREADY_MIGRATED;
            case NO_OWNER -> NO_OWNER;
        };
    }

    Refusal(int status) {
        this.status = status;
    }

    /** The HTTP status of this refusal. */
    public int status() {
        return status;
    }
}
