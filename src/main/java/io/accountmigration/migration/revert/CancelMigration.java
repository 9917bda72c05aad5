package io.accountmigration.migration.revert;

import io.accountmigration.migration.Caller;
import io.accountmigration.migration.LockOpenMigration;
import io.accountmigration.migration.Migration;
import io.accountmigration.migration.MigrationRefused;
import io.accountmigration.migration.MigrationWorkflow;
import io.accountmigration.migration.Refusal;
import io.accountmigration.migration.owners.RefreshOwners;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** Gives up a case on somebody's wish: at once while it is prepared, by undoing what was done while it moves. */
@Component
public class CancelMigration {

    private final LockOpenMigration cases;
    private final MigrationWorkflow workflow;
    private final RefreshOwners refreshOwners;
    private final TransactionOperations transaction;
    private final Clock clock;

    CancelMigration(
            LockOpenMigration cases,
            MigrationWorkflow workflow,
            RefreshOwners refreshOwners,
            TransactionOperations transaction,
            Clock clock) {
        this.cases = cases;
        this.workflow = workflow;
        this.refreshOwners = refreshOwners;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Gives the case up. The row lock makes this wait for a step that is about to pass the point of no return.
     *
     * @throws MigrationRefused when there is no living case of the caller's, or it is suspended or past the point of no
     *     return
     */
    public void cancel(String publisherId, Caller caller) {
        refreshOwners.beforeGivingUp(publisherId, caller);
        transaction.executeWithoutResult(status -> giveUp(cases.ofOwnerOrOperator(publisherId, caller), caller));
    }

    /**
     * Gives this case of the publisher up, and no later one.
     *
     * @throws MigrationRefused when it is over, suspended, or past the point of no return
     */
    @Transactional
    public void cancel(String publisherId, UUID caseId, Caller caller) {
        var migration = cases.ofOwnerOrOperator(publisherId, caller);
        if (!migration.id().equals(caseId)) {
            throw MigrationRefused.because(Refusal.NOT_RUNNING, migration);
        }
        giveUp(migration, caller);
    }

    private void giveUp(Migration migration, Caller caller) {
        migration.giveUp(caller.actor(), clock.instant());
        cases.requireActive(migration);
        if (workflow.exists(migration.processInstanceId())) {
            workflow.noticeGivenUp(migration.processInstanceId());
        } else {
            migration.continueIn(workflow.revert(migration.publisherId()));
        }
    }
}
