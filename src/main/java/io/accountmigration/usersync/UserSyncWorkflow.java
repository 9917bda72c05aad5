package io.accountmigration.usersync;

/** What the sync needs from the engine that runs it. */
public interface UserSyncWorkflow {

    /**
     * Sees to it that the publisher's changes are worked on. The caller holds the publisher's row, so that there is
     * never a second instance.
     */
    void wake(String publisherId);
}
