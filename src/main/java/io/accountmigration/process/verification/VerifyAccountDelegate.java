package io.accountmigration.process.verification;

import io.accountmigration.migration.move.VerifyAccount;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Runs the step "Verify account". */
@Component
class VerifyAccountDelegate implements JavaDelegate {

    private final VerifyAccount verifyAccount;

    VerifyAccountDelegate(VerifyAccount verifyAccount) {
        this.verifyAccount = verifyAccount;
    }

    @Override
    public void execute(DelegateExecution execution) {
        verifyAccount.verify(execution.getProcessBusinessKey());
    }
}
