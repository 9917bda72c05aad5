package io.accountmigration.migration.move;

/** What became of a step of the move. */
public enum MoveOutcome {
    /** The step is done. */
    DONE,
    /** Somebody gave the move up, or it cannot succeed: what was done has to be undone. */
    GIVEN_UP,
    /** Who gave the answers is no owner any more: they have to be given anew before anything is moved. */
    OWNER_GONE
}
