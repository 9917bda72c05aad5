package io.accountmigration.migration;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the cases need from the engine that moves them. */
public interface MigrationWorkflow {

    /** Starts the process for a publisher; the claim of the case is part of it. */
    void start(String publisherId, Optional<String> requestedBy, Caller caller);

    /** The open task of each of these instances that has one. */
    Map<String, OpenTask> openTasks(Collection<String> processInstanceIds);

    /** Those of these instances that wait for an operator: they stopped at a failure, or an administrator deleted them. */
    Set<String> stuck(Collection<String> processInstanceIds);

    /** Those of these instances that an operator has suspended: nothing happens in them until they are activated. */
    Set<String> suspended(Collection<String> processInstanceIds);

    /** When an instance that waits for the partner network asks it again; empty where it does not wait. */
    Optional<Instant> nextEnrolmentCheck(String processInstanceId);

    /** Lets the instance notice that its case was given up: at once where it waits for people, at the next step else. */
    void noticeGivenUp(String processInstanceId);

    /** Whether the instance still exists: an administrator can delete one in Cockpit. */
    boolean exists(String processInstanceId);

    /**
     * Undoes a move whose instance was deleted.
     *
     * @return the id of the instance that does it
     */
    String revert(String publisherId);

    /**
     * Goes on with the move of a publisher, wherever the instance waits or whether it is gone.
     *
     * @return the id of the instance that does it
     */
    String goOnWithMove(String publisherId, String processInstanceId);

    /** Gives the steps that ran out of retries one more. */
    void retryFailedSteps(String processInstanceId);

    /** Leads an instance that waits for a code back to asking for the work address. */
    void askForWorkEmail(String processInstanceId);

    /** Leads an instance that waits for the partner network back to asking for a partner ID. */
    void askForPartnerId(String processInstanceId);

    /** Leads an instance from the task for the work address to the one for a partner ID. */
    void askForPartnerIdInsteadOfAddress(String processInstanceId);

    /**
     * Offers an open task of a case to these people and to nobody else. Its form shows the address that the case offers,
     * and no problem that the case does not have any more.
     *
     * @param assignee who does it; empty where nobody is there who could
     * @param candidates who may take it over
     */
    void offer(String taskId, Optional<String> assignee, List<String> candidates, Migration migration);

    /** Takes the right to an open task from everybody but these people; possible also while the case is suspended. */
    void close(String taskId, Collection<String> allowed);
}
