package io.accountmigration.process.mail;

import io.accountmigration.migration.followup.MailDelivery;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Runs the step "Deliver mail". */
@Component
class DeliverMailDelegate implements JavaDelegate {

    private final MailDelivery mailDelivery;

    DeliverMailDelegate(MailDelivery mailDelivery) {
        this.mailDelivery = mailDelivery;
    }

    @Override
    public void execute(DelegateExecution execution) {
        mailDelivery.deliver(UUID.fromString(execution.getBusinessKey()));
    }
}
