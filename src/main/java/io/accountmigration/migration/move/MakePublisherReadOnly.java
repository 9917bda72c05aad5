package io.accountmigration.migration.move;

import static io.accountmigration.migration.MigrationStep.ACTIVATE_PARTNER_CENTER_ACCOUNT;
import static io.accountmigration.migration.MigrationStep.MAKE_PUBLISHER_READ_ONLY;
import static io.accountmigration.migration.MigrationStep.TRANSFER_SETTINGS;

import io.accountmigration.migration.Migration;
import io.accountmigration.migration.Migrations;
import io.accountmigration.publisher.CloudPartnerPortal;
import io.accountmigration.publisher.SwitchResult.Stale;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the old account read-only (R9), before the new one is active: there is never a moment
 * with two masters.
 */
@Component
public class MakePublisherReadOnly {

    private final Migrations migrations;
    private final CloudPartnerPortal portal;
    private final Clock clock;

    MakePublisherReadOnly(Migrations migrations, CloudPartnerPortal portal, Clock clock) {
        this.migrations = migrations;
        this.portal = portal;
        this.clock = clock;
    }

    /** Whether the old account still was what had been transferred; if not, it has to be transferred again. */
    @Transactional
    public boolean switchOver(String processInstanceId) {
        var migration = migrations.ofInstance(processInstanceId);
        if (!migration.move().isVerified()) {
            migration.advance(MAKE_PUBLISHER_READ_ONLY, TRANSFER_SETTINGS, clock.instant());
            return false;
        }
        var accountId = migration.accountId().orElseThrow();
        var switching = portal.switchOver(
                migration.publisherId(),
                accountId,
                migration.move().transferredVersion(),
                migration.request(MAKE_PUBLISHER_READ_ONLY, migration.move().transferredVersion()));
        var unchanged = !(switching instanceof Stale);
        if (!unchanged) {
            requireAnotherVersion(migration);
            migration.move().switchRefused();
        }
        migration.advance(
                MAKE_PUBLISHER_READ_ONLY,
                unchanged ? ACTIVATE_PARTNER_CENTER_ACCOUNT : TRANSFER_SETTINGS,
                clock.instant());
        return unchanged;
    }

    /** A portal that refuses the very version that it shows would have the same content transferred for ever. */
    private void requireAnotherVersion(Migration migration) {
        portal.find(migration.publisherId())
                .filter(publisher -> publisher.version().equals(migration.move().transferredVersion()))
                .ifPresent(publisher -> {
                    throw new MoveBlocked("Cloud Partner Portal refuses the version of the publisher that it shows");
                });
    }
}
