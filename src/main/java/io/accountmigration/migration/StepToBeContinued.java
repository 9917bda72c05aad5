package io.accountmigration.migration;

import java.time.Duration;

/**
 * A step has done its share of one job and has more to do. Its job runs again after a pause, which costs no retry and is
 * no incident; what the step found is kept in the transaction that says so.
 */
public class StepToBeContinued extends RuntimeException {

    private final Duration pause;

    // Java's own serialization is never used; the field only lives until the job is put back.
    private final transient Runnable progress;

    /** To be continued at once. */
    public StepToBeContinued(String message, Runnable progress) {
        this(message, Duration.ZERO, progress);
    }

    public StepToBeContinued(String message, Duration pause, Runnable progress) {
        super(message, null, false, false);
        this.pause = pause;
        this.progress = progress;
    }

    /** How long the next job waits. */
    public Duration pause() {
        return pause;
    }

    /** Keeps what the step found, since its own transaction is rolled back. */
    public void keepProgress() {
        progress.run();
    }
}
