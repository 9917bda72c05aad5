package io.accountmigration.usersync;

import java.util.Optional;

/** What the sync needs from the engine that runs it. */
public interface UserSyncWorkflow {

    /**
     * Sees to it that the publisher's changes are worked on. The caller holds the publisher's row, so that there is
     * never a second instance.
     */
    void wake(String publisherId);

    /** The work that is under way on a publisher. */
    Optional<Work> workOn(String publisherId);

    /** Work by an instance of the engine; once stuck it has stopped at an error, or is suspended, and waits for an operator. */
    record Work(String instanceId, boolean stuck) {}
}
