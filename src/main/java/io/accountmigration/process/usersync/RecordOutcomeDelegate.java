package io.accountmigration.process.usersync;

import static io.accountmigration.process.usersync.UserBackSyncModel.NEXT_STEP;

import io.accountmigration.usersync.cycle.RecordOutcome;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Runs the step "Record outcome". */
@Component
class RecordOutcomeDelegate implements JavaDelegate {

    private final RecordOutcome recordOutcome;

    RecordOutcomeDelegate(RecordOutcome recordOutcome) {
        this.recordOutcome = recordOutcome;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var next = recordOutcome.record(SyncCycleHolder.get());
        NEXT_STEP.set(execution, UserBackSyncModel.nameOf(next));
    }
}
