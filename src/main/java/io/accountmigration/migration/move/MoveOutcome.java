package io.accountmigration.migration.move;

/** What became of a step of the move. */
public enum MoveOutcome {
    /** The step is done. */
    DONE,
    /** Somebody gave the move up, or it cannot succeed: what was done has to be undone. */
    GIVEN_UP,
    /**
     * The person who gave the answers is no longer an owner, or the address has become another user's: they have to be
     * given again before anything is moved.
     */
    OWNER_GONE
}
