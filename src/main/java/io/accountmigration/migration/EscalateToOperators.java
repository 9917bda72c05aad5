package io.accountmigration.migration;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells others that the acting owner does not act, if the case waits for people at all. */
@Component
public class EscalateToOperators {

    private final Migrations migrations;
    private final OwnerMails mails;
    private final Clock clock;

    EscalateToOperators(Migrations migrations, OwnerMails mails, Clock clock) {
        this.migrations = migrations;
        this.mails = mails;
        this.clock = clock;
    }

    /** Queues the message to co-owners and operators. */
    @Transactional
    public void escalate(String processInstanceId) {
        var migration = migrations.ofInstance(processInstanceId);
        if (migration.state() == MigrationState.ACTION_REQUIRED) {
            mails.sendEscalation(migration);
            migration.told(MigrationEvent.Type.ESCALATED, clock.instant());
        }
    }
}
