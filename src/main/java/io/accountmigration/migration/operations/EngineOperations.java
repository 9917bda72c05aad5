package io.accountmigration.migration.operations;

import io.accountmigration.migration.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What operators need from the engine. */
public interface EngineOperations {

    /**
     * How much the engine has on its hands.
     *
     * @param openTasks tasks that wait for people
     * @param incidents work that has stopped
     * @param deadJobs jobs that ran out of retries
     * @param dueJobs jobs that wait for a thread
     * @param lostCases open cases whose process instance an administrator deleted
     * @param suspended instances in which nothing happens until an operator activates them
     */
    record Load(
            Map<TaskAge, Long> openTasks,
            long incidents,
            long deadJobs,
            long dueJobs,
            long lostCases,
            long suspended) {}

    /**
     * Why steps have stopped, all alike counted as one.
     *
     * @param sample the id of one of them, which stands for all
     * @param process the process that the step belongs to
     * @param step the name of the step
     * @param reason the words of the failure
     * @param since since when the first of them is stopped
     */
    record Cause(String sample, String process, String step, String reason, long steps, Instant since) {}

    /**
     * One stopped step.
     *
     * @param id of the job that can be tried again
     * @param publisherId the publisher; null for a mail
     */
    record FailedStep(
            String id,
            String process,
            String step,
            String reason,
            String processInstanceId,
            Optional<String> publisherId,
            Instant since) {}

    /**
     * An instance that somebody has suspended.
     *
     * @param process the process, by the name in its model
     * @param publisherId the publisher; null for a campaign, a report or a mail
     */
    record SuspendedInstance(String processInstanceId, String process, Optional<String> publisherId) {}

    /** Counts what is there now. */
    Load load(Instant now);

    /** The most frequent causes first. */
    List<Cause> causes(int atMost);

    /** How many steps have stopped for the same cause as this one. */
    long countLike(String sample);

    /** Those that stopped for the same cause as this one, the longest stopped first. */
    List<FailedStep> like(String sample, int atMost);

    /** Those of this instance, the longest stopped first. */
    List<FailedStep> stoppedIn(String processInstanceId);

    /** Those of these that are still stopped. */
    List<FailedStep> stillFailed(List<String> ids);

    /**
     * Has a stopped step tried once more, in the caller's name.
     *
     * @return whether it was still stopped
     */
    boolean retry(String id, Caller caller);

    /** The instances that somebody has suspended. */
    List<SuspendedInstance> suspended(int atMost);

    /** Open cases whose process instance an administrator deleted, by publisher id. */
    List<String> lostCases(int atMost);
}
