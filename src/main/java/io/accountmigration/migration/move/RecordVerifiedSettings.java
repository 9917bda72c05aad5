package io.accountmigration.migration.move;

import io.accountmigration.migration.Migrations;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Remembers that the settings are verified when the users are left to the next job. */
@Component
class RecordVerifiedSettings {

    private final Migrations migrations;
    private final Clock clock;

    RecordVerifiedSettings(Migrations migrations, Clock clock) {
        this.migrations = migrations;
        this.clock = clock;
    }

    /** The settings of this version of the old account are the same in the new one. */
    @Transactional
    public void of(String processInstanceId, String version) {
        migrations.ofInstance(processInstanceId).move().settingsVerified(version, clock.instant());
    }
}
