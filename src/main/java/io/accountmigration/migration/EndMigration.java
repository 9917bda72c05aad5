package io.accountmigration.migration;

import io.accountmigration.migration.followup.OwnerNotifications;
import io.accountmigration.migration.owners.CancelOwnerSearch;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Closes the case when its process ends, frees the publisher, and tells its owners. */
@Component
public class EndMigration {

    private final Migrations migrations;
    private final CancelOwnerSearch cancelOwnerSearch;
    private final OwnerNotifications ownerNotifications;
    private final Clock clock;

    EndMigration(
            Migrations migrations,
            CancelOwnerSearch cancelOwnerSearch,
            OwnerNotifications ownerNotifications,
            Clock clock) {
        this.migrations = migrations;
        this.cancelOwnerSearch = cancelOwnerSearch;
        this.ownerNotifications = ownerNotifications;
        this.clock = clock;
    }

    /** Ends the case with this outcome. */
    @Transactional
    public void end(String processInstanceId, MigrationState outcome) {
        var migration = migrations.ofInstance(processInstanceId);
        cancelOwnerSearch.of(migration);
        migration.end(outcome, clock.instant());
        ownerNotifications.ofEnd(migration);
    }
}
