package io.accountmigration.migration.move;

import io.accountmigration.migration.Caller;
import io.accountmigration.migration.Caller.Role;
import io.accountmigration.migration.Migration;
import io.accountmigration.migration.MigrationRefused;
import io.accountmigration.migration.MigrationState;
import io.accountmigration.migration.Migrations;
import io.accountmigration.migration.Refusal;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows owners and operators what has arrived in the new account, and has it looked at again. */
@Component
public class ViewVerification {

    private final Migrations migrations;
    private final VerificationReports reports;
    private final VerificationWorkflow workflow;

    ViewVerification(Migrations migrations, VerificationReports reports, VerificationWorkflow workflow) {
        this.migrations = migrations;
        this.reports = reports;
        this.workflow = workflow;
    }

    /** The report of a publisher's newest case, once there is one. */
    @Transactional(readOnly = true)
    public Optional<VerificationReport> find(String publisherId, Caller caller) {
        return reports.findById(caseOf(publisherId, caller).id());
    }

    /**
     * The report of a publisher's newest case.
     *
     * @throws MigrationRefused when there is none yet
     */
    @Transactional(readOnly = true)
    public VerificationReport of(String publisherId, Caller caller) {
        return find(publisherId, caller)
                .orElseThrow(() -> MigrationRefused.because(Refusal.VERIFICATION_NOT_FOUND, publisherId));
    }

    /**
     * Has a moved account compared again, for operators.
     *
     * @throws MigrationRefused when it has not moved
     */
    @Transactional
    public void again(String publisherId, Caller caller) {
        caller.require(Role.OPERATOR);
        var migration = caseOf(publisherId, caller);
        if (migration.state() != MigrationState.MIGRATED) {
            throw MigrationRefused.because(Refusal.VERIFICATION_NOT_FOUND, publisherId);
        }
        workflow.start(migration.publisherId());
    }

    private Migration caseOf(String publisherId, Caller caller) {
        var migration = migrations
                .latest(publisherId)
                .orElseThrow(() -> MigrationRefused.because(Refusal.MIGRATION_NOT_FOUND, publisherId));
        if (!caller.mayNameOwners() && !migration.isOwnedBy(caller.userId())) {
            throw MigrationRefused.toNoOwner(migration, migration.ownersAsRead(), caller.userId());
        }
        return migration;
    }
}
