package io.accountmigration.migration;

import io.accountmigration.migration.owners.ActiveOwners;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds the living case that a caller wants to act on, and holds it until the transaction ends. */
@Component
public class LockOpenMigration {

    private final Migrations migrations;
    private final ActiveOwners activeOwners;
    private final MigrationWorkflow workflow;

    LockOpenMigration(Migrations migrations, ActiveOwners activeOwners, MigrationWorkflow workflow) {
        this.migrations = migrations;
        this.activeOwners = activeOwners;
        this.workflow = workflow;
    }

    public Migration ofOwnerOrOperator(String publisherId, Caller caller) {
        return caller.isOperator() ? find(publisherId, caller) : ofOwner(publisherId, caller);
    }

    /** The owners must have been renewed before, where their list is old. */
    public Migration ofOwner(String publisherId, Caller caller) {
        var migration = find(publisherId, caller);
        if (!caller.isPublisherUser()) {
            throw MigrationRefused.because(Refusal.NOT_OWNER, publisherId);
        }
        activeOwners.asRead(migration).require(caller.userId(), migration);
        return migration;
    }

    /** Refuses what could have no effect before an operator activates the case. */
    public void requireActive(Migration migration) {
        var instance = migration.processInstanceId();
        if (workflow.suspended(List.of(instance)).contains(instance)) {
            throw MigrationRefused.because(Refusal.SUSPENDED, migration);
        }
    }

    private Migration find(String publisherId, Caller caller) {
        return migrations.findLivingForUpdate(Migration.keyOf(publisherId)).orElseThrow(() -> migrations
                .latest(publisherId)
                .map(ended -> endedFor(ended, caller))
                .orElseGet(() -> MigrationRefused.because(Refusal.MIGRATION_NOT_FOUND, publisherId)));
    }

    private static MigrationRefused endedFor(Migration ended, Caller caller) {
        if (!caller.isOperator() && !ended.isOwnedBy(caller.userId())) {
            return MigrationRefused.toNoOwner(ended, ended.ownersAsRead(), caller.userId());
        }
        var refusal = ended.state() == MigrationState.MIGRATED ? Refusal.TOO_LATE : Refusal.NOT_RUNNING;
        return MigrationRefused.because(refusal, ended);
    }
}
