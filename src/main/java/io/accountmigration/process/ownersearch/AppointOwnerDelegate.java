package io.accountmigration.process.ownersearch;

import static io.accountmigration.process.ownersearch.OwnerSearchModel.NAMED_BY;
import static io.accountmigration.process.ownersearch.OwnerSearchModel.OWNER;
import static io.accountmigration.process.ownersearch.OwnerSearchModel.OWNER_APPOINTED;
import static io.accountmigration.process.ownersearch.OwnerSearchModel.PROBLEM_TEXT;
import static io.accountmigration.process.ownersearch.OwnerSearchModel.REASON;

import io.accountmigration.migration.owners.AppointOwner;
import io.accountmigration.publisher.EmailAddress;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Runs the step "Appoint owner". */
@Component
class AppointOwnerDelegate implements JavaDelegate {

    private final AppointOwner appointOwner;

    AppointOwnerDelegate(AppointOwner appointOwner) {
        this.appointOwner = appointOwner;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var refused = appointOwner.appoint(
                execution.getProcessBusinessKey(),
                new EmailAddress(OWNER.from(execution)),
                NAMED_BY.from(execution),
                REASON.from(execution));
        refused.ifPresent(text -> PROBLEM_TEXT.set(execution, text));
        OWNER_APPOINTED.set(execution, refused.isEmpty());
    }
}
