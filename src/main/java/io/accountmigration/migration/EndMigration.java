package io.accountmigration.migration;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Closes the case when its process ends, and frees the publisher. */
@Component
public class EndMigration {

    private final Migrations migrations;
    private final Clock clock;

    EndMigration(Migrations migrations, Clock clock) {
        this.migrations = migrations;
        this.clock = clock;
    }

    /** Ends the case with this outcome. */
    @Transactional
    public void end(String processInstanceId, MigrationState outcome) {
        migrations.ofInstance(processInstanceId).end(outcome, clock.instant());
    }
}
