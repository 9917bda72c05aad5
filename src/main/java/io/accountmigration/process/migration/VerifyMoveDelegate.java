package io.accountmigration.process.migration;

import io.accountmigration.migration.move.VerifyMove;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Runs the step "Verify move". */
@Component
class VerifyMoveDelegate implements JavaDelegate {

    private final VerifyMove verifyMove;

    VerifyMoveDelegate(VerifyMove verifyMove) {
        this.verifyMove = verifyMove;
    }

    @Override
    public void execute(DelegateExecution execution) {
        MoveGivenUpError.unlessDone(verifyMove.verify(execution.getProcessInstanceId()));
    }
}
