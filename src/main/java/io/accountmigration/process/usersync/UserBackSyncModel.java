package io.accountmigration.process.usersync;

import io.accountmigration.process.engine.Variable;
import io.accountmigration.usersync.cycle.NextStep;

/** The names that the model {@code processes/user-back-sync.bpmn} and the code share; a test holds them together. */
public final class UserBackSyncModel {

    public static final String PROCESS_ID = "user-back-sync";

    static final Variable<Boolean> COMPARED = Variable.flag("compared");
    static final Variable<String> NEXT_STEP = Variable.answer("nextStep");

    private UserBackSyncModel() {}

    /** The names of the next steps in the model. */
    static String nameOf(NextStep step) {
        return switch (step) {
            case GO_ON -> "goOn";
            case SETTLE -> "settle";
            case RECONCILE -> "reconcile";
            case END -> "end";
        };
    }
}
