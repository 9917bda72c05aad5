package io.accountmigration.process;

import io.accountmigration.usersync.NextStep;
import io.accountmigration.usersync.SyncCycle;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.variable.Variables;

/** The names that the model {@code processes/user-back-sync.bpmn} and the code share; a test holds them together. */
final class UserBackSyncModel {

    static final String PROCESS_ID = "user-back-sync";

    static final Variable<Boolean> COMPARED = Variable.flag("compared");
    static final Variable<String> NEXT_STEP = Variable.answer("nextStep");

    /** What one go knows is handed from step to step within its transaction, and never stored. */
    private static final String CYCLE = "cycle";

    private UserBackSyncModel() {}

    static void keep(DelegateExecution execution, SyncCycle cycle) {
        execution.setVariable(CYCLE, Variables.untypedValue(cycle, true));
    }

    static SyncCycle cycle(DelegateExecution execution) {
        return (SyncCycle) execution.getVariable(CYCLE);
    }

    /** How the model calls the ways to go on. */
    static String nameOf(NextStep step) {
        return switch (step) {
            case GO_ON -> "goOn";
            case SETTLE -> "settle";
            case RECONCILE -> "reconcile";
            case END -> "end";
        };
    }
}
