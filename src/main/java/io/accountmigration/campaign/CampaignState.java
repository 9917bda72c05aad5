package io.accountmigration.campaign;

/** Where a campaign stands. */
public enum CampaignState {
    /** Its current wave is started and watched. */
    RUNNING,
    /** Nothing is started until somebody resumes it; the cause is shown. */
    PAUSED,
    /** A wave is done, and an operator says whether the next one begins. */
    AWAITING_GO,
    /** All waves are done. */
    COMPLETED,
    /** An operator ended it; migrations that had been started continue. */
    CANCELLED;

    /** Whether the campaign has ended. */
    public boolean isFinal() {
        return this == COMPLETED || this == CANCELLED;
    }
}
