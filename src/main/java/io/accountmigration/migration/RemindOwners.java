package io.accountmigration.migration;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reminds the acting owner, if the case waits for people at all. */
@Component
public class RemindOwners {

    private final Migrations migrations;
    private final OwnerMails mails;
    private final Clock clock;

    RemindOwners(Migrations migrations, OwnerMails mails, Clock clock) {
        this.migrations = migrations;
        this.mails = mails;
        this.clock = clock;
    }

    /** Queues the reminder. */
    @Transactional
    public void remind(String processInstanceId) {
        var migration = migrations.ofInstance(processInstanceId);
        if (migration.state() == MigrationState.ACTION_REQUIRED) {
            mails.sendReminder(migration);
            migration.told(MigrationEvent.Type.REMINDED, clock.instant());
        }
    }
}
