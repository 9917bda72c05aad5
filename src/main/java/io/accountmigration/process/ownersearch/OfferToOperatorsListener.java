package io.accountmigration.process.ownersearch;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Writes on a new task of operators which publisher it is about. */
@Component
class OfferToOperatorsListener implements TaskListener {

    @Override
    public void notify(DelegateTask task) {
        task.setDescription(task.getExecution().getProcessBusinessKey());
    }
}
