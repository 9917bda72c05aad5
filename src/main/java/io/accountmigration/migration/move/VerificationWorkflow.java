package io.accountmigration.migration.move;

/** Has accounts compared by jobs: reading them back calls outside systems. */
public interface VerificationWorkflow {

    /** Has the account compared soon, once however often it is asked for. */
    void start(String publisherId);
}
