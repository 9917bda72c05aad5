package io.accountmigration.process.ownersearch;

import io.accountmigration.process.engine.Variable;
import java.util.Set;

/** The names that the model {@code processes/owner-search.bpmn} and the code share. */
public final class OwnerSearchModel {

    public static final String PROCESS_ID = "owner-search";
    static final String NAME_OWNER = "userTask_nameOwner";
    static final String OWNER_ACTED = "ownerSearch.ownerActed";

    static final Variable<String> WHY = Variable.text("why");
    static final Variable<String> OWNER = Variable.text("owner");
    static final Variable<String> REASON = Variable.text("reason");
    static final Variable<String> NAMED_BY = Variable.text("namedBy");
    static final Variable<String> PROBLEM_TEXT = Variable.text("problemText");
    static final Variable<String> PUBLISHER_ID = Variable.text("publisherId");
    static final Variable<Boolean> OWNER_APPOINTED = Variable.flag("ownerAppointed");

    /** What an operator may give; everything else that a client sends along is dropped. */
    static final Set<String> INPUTS = Set.of(OWNER.name(), REASON.name());

    /** What the process keeps besides that. */
    static final Set<String> KEPT = Set.of(WHY.name(), PUBLISHER_ID.name());

    private OwnerSearchModel() {}
}
