package io.accountmigration.migration;

/**
 * A step has done its share of one job and has more to do. Its job runs again at once, which costs no retry and is no
 * incident; what the step found is kept in the transaction that says so.
 */
public class StepToBeContinued extends RuntimeException {

    // Java's own serialization is never used; the field only lives until the job is put back.
    private final transient Runnable progress;

    public StepToBeContinued(String message, Runnable progress) {
        super(message, null, false, false);
        this.progress = progress;
    }

    /** Keeps what the step found, since its own transaction is rolled back. */
    public void keepProgress() {
        progress.run();
    }
}
