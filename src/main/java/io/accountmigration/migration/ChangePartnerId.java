package io.accountmigration.migration;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets an owner give another partner ID while the partner network is still verifying the one before. */
@Component
public class ChangePartnerId {

    private final LivingCases cases;
    private final MigrationWorkflow workflow;

    ChangePartnerId(LivingCases cases, MigrationWorkflow workflow) {
        this.cases = cases;
        this.workflow = workflow;
    }

    /** Leads the case back to asking for a partner ID. */
    @Transactional
    public void askAgain(String publisherId, Caller caller) {
        var migration = cases.ofOwnerOrOperator(publisherId, caller);
        if (migration.step() != MigrationStep.AWAIT_ENROLMENT) {
            throw MigrationRefused.because(Refusal.NOT_AWAITING_ENROLMENT, migration);
        }
        workflow.askForPartnerId(migration.processInstanceId());
    }
}
