package io.accountmigration.migration.owners;

import io.accountmigration.migration.Caller;
import io.accountmigration.migration.LockOpenMigration;
import io.accountmigration.migration.MigrationRefused;
import io.accountmigration.migration.MigrationWorkflow;
import io.accountmigration.migration.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Lets another owner do what is asked. */
@Component
public class TakeOverMigration {

    private final LockOpenMigration cases;
    private final MigrationWorkflow workflow;
    private final RefreshOwners refreshOwners;
    private final CancelOwnerSearch cancelOwnerSearch;
    private final TransactionOperations transaction;
    private final Clock clock;

    TakeOverMigration(
            LockOpenMigration cases,
            MigrationWorkflow workflow,
            RefreshOwners refreshOwners,
            CancelOwnerSearch cancelOwnerSearch,
            TransactionOperations transaction,
            Clock clock) {
        this.cases = cases;
        this.workflow = workflow;
        this.refreshOwners = refreshOwners;
        this.cancelOwnerSearch = cancelOwnerSearch;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Hands the open task to the caller, who must be an owner in Cloud Partner Portal now.
     *
     * @return where to do it
     */
    public String takeOver(String publisherId, Caller caller) {
        refreshOwners.beforeActing(publisherId, caller);
        return transaction.execute(status -> takeNow(publisherId, caller));
    }

    private String takeNow(String publisherId, Caller caller) {
        var migration = cases.ofOwner(publisherId, caller);
        var owner = caller.userId().toLowerCase(Locale.ROOT);
        cases.requireActive(migration);
        var task = workflow.openTasks(List.of(migration.processInstanceId())).get(migration.processInstanceId());
        if (task == null) {
            throw MigrationRefused.because(Refusal.NO_OPEN_TASK, migration);
        }
        if (task.assignee().filter(owner::equals).isEmpty()) {
            cancelOwnerSearch.of(migration);
            migration.takenOverBy(owner, clock.instant());
            workflow.offer(task.taskId(), Optional.of(owner), migration.coOwners(), migration);
        }
        return task.url();
    }
}
