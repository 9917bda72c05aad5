package io.accountmigration.migration;

/** A step of the move found the outside in a state it cannot go on from; an operator has to look. */
public class MoveBlocked extends RuntimeException {

    MoveBlocked(String message) {
        super(message);
    }
}
