package io.accountmigration.migration.revert;

import static io.accountmigration.migration.MigrationStep.UNLOCK_PUBLISHER;
import static io.accountmigration.migration.MigrationStep.VERIFY_REVERT;

import io.accountmigration.migration.Migrations;
import io.accountmigration.publisher.CloudPartnerPortal;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives the old account back to its people. */
@Component
public class UnlockPublisher {

    private final Migrations migrations;
    private final CloudPartnerPortal portal;
    private final Clock clock;

    UnlockPublisher(Migrations migrations, CloudPartnerPortal portal, Clock clock) {
        this.migrations = migrations;
        this.portal = portal;
        this.clock = clock;
    }

    /** Ends the lock of the case; a lock that is not there is a success. */
    @Transactional
    public void unlock(String processInstanceId) {
        var migration = migrations.ofInstance(processInstanceId);
        portal.unlock(migration.publisherId(), migration.request(UNLOCK_PUBLISHER, ""));
        migration.advance(UNLOCK_PUBLISHER, VERIFY_REVERT, clock.instant());
    }
}
