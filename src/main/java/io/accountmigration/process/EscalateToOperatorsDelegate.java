package io.accountmigration.process;

import io.accountmigration.migration.EscalateToOperators;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Runs the step "Escalate to operators". */
@Component
class EscalateToOperatorsDelegate implements JavaDelegate {

    private final EscalateToOperators escalateToOperators;

    EscalateToOperatorsDelegate(EscalateToOperators escalateToOperators) {
        this.escalateToOperators = escalateToOperators;
    }

    @Override
    public void execute(DelegateExecution execution) {
        escalateToOperators.escalate(execution.getProcessInstanceId());
    }
}
