package io.accountmigration.migration.preparation;

import io.accountmigration.migration.Caller;
import io.accountmigration.migration.LockOpenMigration;
import io.accountmigration.migration.MigrationRefused;
import io.accountmigration.migration.MigrationStep;
import io.accountmigration.migration.MigrationWorkflow;
import io.accountmigration.migration.Refusal;
import io.accountmigration.migration.owners.RefreshOwners;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Lets an owner give another partner ID: while the partner network is still verifying the one before, and where that is
 * registered for another organisation than the work address.
 */
@Component
public class ChangePartnerId {

    private final LockOpenMigration cases;
    private final MigrationWorkflow workflow;
    private final RefreshOwners refreshOwners;
    private final TransactionOperations transaction;

    ChangePartnerId(
            LockOpenMigration cases,
            MigrationWorkflow workflow,
            RefreshOwners refreshOwners,
            TransactionOperations transaction) {
        this.cases = cases;
        this.workflow = workflow;
        this.refreshOwners = refreshOwners;
        this.transaction = transaction;
    }

    /** Leads the case back to asking for a partner ID. */
    public void askAgain(String publisherId, Caller caller) {
        refreshOwners.beforeActing(publisherId, caller);
        transaction.executeWithoutResult(status -> askNow(publisherId, caller));
    }

    private void askNow(String publisherId, Caller caller) {
        var migration = cases.ofOwnerOrOperator(publisherId, caller);
        if (!migration.mayChangePartnerId()) {
            throw MigrationRefused.because(Refusal.NOT_AWAITING_ENROLMENT, migration);
        }
        cases.requireActive(migration);
        if (migration.step() == MigrationStep.AWAIT_ENROLMENT) {
            workflow.askForPartnerId(migration.processInstanceId());
        } else {
            migration.address().forgetMismatch();
            workflow.askForPartnerIdInsteadOfAddress(migration.processInstanceId());
        }
    }
}
