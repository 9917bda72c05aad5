package io.accountmigration.migration;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Has operators look for an owner where a start was refused because there is none, through whichever door. */
@Component
public class SearchOwner {

    private final OwnerSearch ownerSearch;
    private final TransactionOperations transaction;

    SearchOwner(OwnerSearch ownerSearch, TransactionOperations transaction) {
        this.ownerSearch = ownerSearch;
        this.transaction = transaction;
    }

    /** Where another refusal than that a publisher has no owner is given, there is nothing to do. */
    public void after(Refusal refusal, String publisherId) {
        if (refusal == Refusal.NO_OWNER) {
            transaction.executeWithoutResult(status -> ownerSearch.open(publisherId, OwnerSearch.Why.NO_OWNER));
        }
    }
}
