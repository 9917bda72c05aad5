package io.accountmigration.migration.move;

/** A step of the move found the outside in a state it cannot go on from; an operator has to look. */
public class MoveBlocked extends RuntimeException {

    public MoveBlocked(String message) {
        super(message);
    }
}
