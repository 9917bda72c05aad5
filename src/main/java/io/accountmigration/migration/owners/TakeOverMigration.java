package io.accountmigration.migration.owners;

import io.accountmigration.eligibility.Finding;
import io.accountmigration.migration.Caller;
import io.accountmigration.migration.LockOpenMigration;
import io.accountmigration.migration.MigrationRefused;
import io.accountmigration.migration.MigrationStep;
import io.accountmigration.migration.MigrationWorkflow;
import io.accountmigration.migration.Migrations;
import io.accountmigration.migration.Refusal;
import io.accountmigration.migration.preparation.CheckOfferedAddress;
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
    private final Migrations migrations;
    private final RefreshOwners refreshOwners;
    private final CheckOfferedAddress checkOfferedAddress;
    private final CancelOwnerSearch cancelOwnerSearch;
    private final TransactionOperations transaction;
    private final Clock clock;

    TakeOverMigration(
            LockOpenMigration cases,
            MigrationWorkflow workflow,
            Migrations migrations,
            RefreshOwners refreshOwners,
            CheckOfferedAddress checkOfferedAddress,
            CancelOwnerSearch cancelOwnerSearch,
            TransactionOperations transaction,
            Clock clock) {
        this.cases = cases;
        this.workflow = workflow;
        this.migrations = migrations;
        this.refreshOwners = refreshOwners;
        this.checkOfferedAddress = checkOfferedAddress;
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
        var owner = caller.userId().toLowerCase(Locale.ROOT);
        var unusable = migrations
                .living(publisherId)
                .filter(migration -> migration.step() == MigrationStep.PROVIDE_WORK_EMAIL)
                .filter(migration -> migration.isOwnedBy(owner) && !owner.equals(migration.actingOwner()))
                .flatMap(migration -> checkOfferedAddress.check(migration.addressOf(owner), migration));
        return transaction.execute(status -> takeNow(publisherId, caller, owner, unusable));
    }

    private String takeNow(String publisherId, Caller caller, String owner, Optional<Finding> unusable) {
        var migration = cases.ofOwner(publisherId, caller);
        cases.requireActive(migration);
        var task = workflow.openTasks(List.of(migration.processInstanceId())).get(migration.processInstanceId());
        if (task == null) {
            throw MigrationRefused.because(Refusal.NO_OPEN_TASK, migration);
        }
        if (task.assignee().filter(owner::equals).isEmpty()) {
            cancelOwnerSearch.of(migration);
            migration.takenOverBy(owner, clock.instant());
            unusable.ifPresent(migration::cannotUseSignIn);
            workflow.offer(task.taskId(), Optional.of(owner), migration.coOwners(), migration);
        }
        return task.url();
    }
}
