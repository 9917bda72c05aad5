package io.accountmigration.migration;

import org.springframework.stereotype.Component;

/** Takes the search for an owner from the operators where they were asked for one and are not needed any more. */
@Component
class CallOffSearch {

    private final OwnerSearch ownerSearch;
    private final FollowUpSettings followUp;

    CallOffSearch(OwnerSearch ownerSearch, FollowUpSettings followUp) {
        this.ownerSearch = ownerSearch;
        this.followUp = followUp;
    }

    /** Somebody acts for the case, or it is over. */
    void of(Migration migration) {
        if (migration.waiting().toldRungs() >= followUp.rungs().size()) {
            ownerSearch.callOff(migration.publisherId());
        }
    }
}
