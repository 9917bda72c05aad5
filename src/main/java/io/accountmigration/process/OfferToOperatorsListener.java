package io.accountmigration.process;

import static io.accountmigration.process.OwnerSearchModel.WHY;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Writes on a new task of operators which publisher it is about, and why it is theirs. */
@Component
class OfferToOperatorsListener implements TaskListener {

    @Override
    public void notify(DelegateTask task) {
        task.setDescription(task.getExecution().getProcessBusinessKey());
        task.setOwner(WHY.from(task));
    }
}
