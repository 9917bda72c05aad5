package io.accountmigration.migration.owners;

import io.accountmigration.migration.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Opens a search for an owner where a start was refused because there is none, at every endpoint. */
@Component
public class RequestOwnerSearch {

    private final OwnerSearchWorkflow ownerSearchWorkflow;
    private final TransactionOperations transaction;

    RequestOwnerSearch(OwnerSearchWorkflow ownerSearchWorkflow, TransactionOperations transaction) {
        this.ownerSearchWorkflow = ownerSearchWorkflow;
        this.transaction = transaction;
    }

    /** Where another refusal than that a publisher has no owner is given, there is nothing to do. */
    public void after(Refusal refusal, String publisherId) {
        if (refusal == Refusal.NO_OWNER) {
            transaction.executeWithoutResult(
                    status -> ownerSearchWorkflow.open(publisherId, OwnerSearchWorkflow.Why.NO_OWNER));
        }
    }
}
