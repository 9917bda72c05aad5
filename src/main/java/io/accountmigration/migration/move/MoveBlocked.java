package io.accountmigration.migration.move;

/** A step of the move found an outside system in a state from which it cannot continue; an operator has to check. */
public class MoveBlocked extends RuntimeException {

    // Java's own serialization is never used; the field only lives until the job is put back.
    private final transient Runnable finding;

    public MoveBlocked(String message) {
        this(message, () -> {});
    }

    /** @param finding lets the case say what is in the way */
    MoveBlocked(String message, Runnable finding) {
        super(message);
        this.finding = finding;
    }

    /** Lets the case say what is in the way, since the transaction of the step itself is rolled back. */
    public void keepFinding() {
        finding.run();
    }
}
