package io.accountmigration.migration.owners;

import io.accountmigration.migration.MigrationRefused;
import io.accountmigration.migration.MigrationWorkflow;
import io.accountmigration.migration.Migrations;
import io.accountmigration.migration.Refusal;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets only active owners act on a task, at every endpoint. */
@Component
public class RequireActiveOwner {

    private final Migrations migrations;
    private final ActiveOwners activeOwners;
    private final MigrationWorkflow workflow;

    RequireActiveOwner(Migrations migrations, ActiveOwners activeOwners, MigrationWorkflow workflow) {
        this.migrations = migrations;
        this.activeOwners = activeOwners;
        this.workflow = workflow;
    }

    /** The reason why this person cannot act on the case of an instance, if the person is a former owner. */
    @Transactional(readOnly = true)
    public Optional<MigrationRefused> toFormerOwner(String processInstanceId, String person) {
        return migrations
                .findByProcessInstanceId(processInstanceId)
                .filter(migration -> !migration.isOwnedBy(person))
                .filter(migration -> migration.ownersAsRead().included(person))
                .map(migration -> MigrationRefused.toNoOwner(migration, migration.ownersAsRead(), person));
    }

    /** Why a candidate cannot have the task of an instance; nothing where the instance moves no case. */
    @Transactional(readOnly = true)
    public Optional<MigrationRefused> toCandidate(String processInstanceId, Refusal reason) {
        return migrations
                .findByProcessInstanceId(processInstanceId)
                .map(migration -> MigrationRefused.because(reason, migration));
    }

    /**
     * Somebody takes a task, and may not do it yet. The candidates stay as they are.
     *
     * @return the work address that this person is offered
     * @throws MigrationRefused when this person is no active owner, or the case is suspended
     */
    @Transactional
    public String toTake(String processInstanceId, String person) {
        var migration = migrations.ofInstance(processInstanceId);
        activeOwners.now(migration, person).require(person, migration);
        if (workflow.suspended(List.of(processInstanceId)).contains(processInstanceId)) {
            // The engine lets somebody claim again what is claimed already.
            throw MigrationRefused.because(Refusal.SUSPENDED, migration);
        }
        return person.equals(migration.actingOwner()) ? migration.offeredAddress() : migration.addressOf(person);
    }

    /**
     * Somebody does a task. The next one goes to whom the portal has named.
     *
     * @throws MigrationRefused when this person is no active owner
     */
    @Transactional
    public void toComplete(String processInstanceId, String person) {
        var migration = migrations.ofInstance(processInstanceId);
        var owners = activeOwners.now(migration, person);
        owners.require(person, migration);
        migration.ownersRead(owners);
    }
}
