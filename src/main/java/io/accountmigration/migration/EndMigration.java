package io.accountmigration.migration;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Closes the case when its process ends, and frees the publisher. */
@Component
public class EndMigration {

    private final Migrations migrations;
    private final CallOffSearch callOffSearch;
    private final Clock clock;

    EndMigration(Migrations migrations, CallOffSearch callOffSearch, Clock clock) {
        this.migrations = migrations;
        this.callOffSearch = callOffSearch;
        this.clock = clock;
    }

    /** Ends the case with this outcome. */
    @Transactional
    public void end(String processInstanceId, MigrationState outcome) {
        var migration = migrations.ofInstance(processInstanceId);
        callOffSearch.of(migration);
        migration.end(outcome, clock.instant());
    }
}
