package io.accountmigration.process.migration;

import io.accountmigration.migration.Migrations;
import io.accountmigration.migration.move.VerifiedUsers;
import io.accountmigration.usersync.StartUserSync;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Runs the step "Start user sync". */
@Component
class StartUserSyncDelegate implements JavaDelegate {

    private final Migrations migrations;
    private final VerifiedUsers verifiedUsers;
    private final StartUserSync startUserSync;

    StartUserSyncDelegate(Migrations migrations, VerifiedUsers verifiedUsers, StartUserSync startUserSync) {
        this.migrations = migrations;
        this.verifiedUsers = verifiedUsers;
        this.startUserSync = startUserSync;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var migration = migrations.ofInstance(execution.getProcessInstanceId());
        startUserSync.startFor(
                migration.publisherId(),
                migration.accountId().orElseThrow(),
                migration.transferredAt(),
                ListedUsers.of(migration),
                verifiedUsers.take(migration));
    }
}
