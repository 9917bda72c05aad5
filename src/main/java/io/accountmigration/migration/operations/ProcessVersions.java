package io.accountmigration.migration.operations;

import io.accountmigration.migration.Caller;
import java.util.List;

/** What the cases need from the engine when a new version of a process arrives: it leaves running instances where they are. */
public interface ProcessVersions {

    /**
     * Carries the running instances of every earlier version to the current one, each on its own and in the caller's
     * name. Timers keep their due dates.
     *
     * @param dryRun whether each instance is put back after the try, so that nothing changes
     * @return one line for each earlier version that has running instances
     */
    List<ProcessUpgrade> upgrade(Caller caller, boolean dryRun);
}
