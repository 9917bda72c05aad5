package io.accountmigration.migration.owners;

import io.accountmigration.migration.Migration;
import io.accountmigration.migration.followup.FollowUpSettings;
import org.springframework.stereotype.Component;

/** Cancels the operators' search for an owner if one is open and no longer needed. */
@Component
public class CancelOwnerSearch {

    private final OwnerSearchWorkflow ownerSearchWorkflow;
    private final FollowUpSettings followUp;

    CancelOwnerSearch(OwnerSearchWorkflow ownerSearchWorkflow, FollowUpSettings followUp) {
        this.ownerSearchWorkflow = ownerSearchWorkflow;
        this.followUp = followUp;
    }

    /** Somebody acts for the case, or it is over. */
    public void of(Migration migration) {
        if (migration.waiting().reachedLevels() >= followUp.escalationLevels().size()) {
            ownerSearchWorkflow.callOff(migration.publisherId());
        }
    }
}
