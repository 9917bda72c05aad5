package io.accountmigration.campaign;

/** Why a campaign is paused. */
public enum PauseCause {
    /** An operator paused it. */
    OPERATOR,
    /** An operator looked at a wave and said no. */
    NO_GO,
    /** The brake: more accounts of the wave failed than the campaign allows. */
    FAILURE_RATE,
    /** The brake: an outside system fails or does not answer. */
    OUTSIDE_IN_TROUBLE;

    /** Whether the brake did it. */
    public boolean isBrake() {
        return this == FAILURE_RATE || this == OUTSIDE_IN_TROUBLE;
    }
}
