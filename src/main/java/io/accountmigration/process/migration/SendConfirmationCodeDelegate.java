package io.accountmigration.process.migration;

import io.accountmigration.migration.preparation.SendConfirmationCode;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Runs the step "Send confirmation code". */
@Component
class SendConfirmationCodeDelegate implements JavaDelegate {

    private final SendConfirmationCode sendConfirmationCode;

    SendConfirmationCodeDelegate(SendConfirmationCode sendConfirmationCode) {
        this.sendConfirmationCode = sendConfirmationCode;
    }

    @Override
    public void execute(DelegateExecution execution) {
        sendConfirmationCode.send(execution.getProcessInstanceId());
    }
}
