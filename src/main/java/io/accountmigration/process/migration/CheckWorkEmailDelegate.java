package io.accountmigration.process.migration;

import io.accountmigration.migration.preparation.CheckWorkEmail;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Runs the step "Check work e-mail". */
@Component
class CheckWorkEmailDelegate implements JavaDelegate {

    private final CheckWorkEmail checkWorkEmail;

    CheckWorkEmailDelegate(CheckWorkEmail checkWorkEmail) {
        this.checkWorkEmail = checkWorkEmail;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CheckOutcomeVariables.set(execution, checkWorkEmail.check(execution.getProcessInstanceId()));
    }
}
