package io.accountmigration.process.migration;

import io.accountmigration.migration.revert.GiveUpMove;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Runs the step "Give up move". */
@Component
class GiveUpMoveDelegate implements JavaDelegate {

    private final GiveUpMove giveUpMove;

    GiveUpMoveDelegate(GiveUpMove giveUpMove) {
        this.giveUpMove = giveUpMove;
    }

    @Override
    public void execute(DelegateExecution execution) {
        giveUpMove.giveUp(execution.getProcessInstanceId());
    }
}
