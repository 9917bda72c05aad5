package io.accountmigration.migration.move;

import static io.accountmigration.migration.MigrationStep.ACTIVATE_PARTNER_CENTER_ACCOUNT;
import static io.accountmigration.migration.MigrationStep.START_USER_SYNC;

import io.accountmigration.migration.Migrations;
import io.accountmigration.partner.PartnerCenter;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the new account the master (R9). */
@Component
public class ActivatePartnerCenterAccount {

    private final Migrations migrations;
    private final PartnerCenter partnerCenter;
    private final Clock clock;

    ActivatePartnerCenterAccount(Migrations migrations, PartnerCenter partnerCenter, Clock clock) {
        this.migrations = migrations;
        this.partnerCenter = partnerCenter;
        this.clock = clock;
    }

    /** Activates the account; one that is active stays so. */
    @Transactional
    public void activateFor(String processInstanceId) {
        var migration = migrations.ofInstance(processInstanceId);
        var accountId = migration.accountId().orElseThrow();
        partnerCenter.activate(accountId, migration.request(ACTIVATE_PARTNER_CENTER_ACCOUNT, accountId));
        migration.advance(ACTIVATE_PARTNER_CENTER_ACCOUNT, START_USER_SYNC, clock.instant());
    }
}
