package io.accountmigration.migration.move;

/** Has accounts compared by jobs: reading them back calls outside systems. */
public interface VerificationWorkflow {

    /** Queues a comparison of the account, unless one is queued already. */
    void start(String publisherId);
}
