package io.accountmigration.migration.revert;

import static io.accountmigration.migration.MigrationStep.CLOSE_PARTNER_CENTER_ACCOUNT;
import static io.accountmigration.migration.MigrationStep.UNLOCK_PUBLISHER;

import io.accountmigration.migration.Migrations;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Undoes the opening of the account: asks what is there, and removes only what this case opened. */
@Component
public class ClosePartnerCenterAccount {

    private final Migrations migrations;
    private final CloseAccountOpenedByCase closeAccountOpenedByCase;
    private final Clock clock;

    ClosePartnerCenterAccount(Migrations migrations, CloseAccountOpenedByCase closeAccountOpenedByCase, Clock clock) {
        this.migrations = migrations;
        this.closeAccountOpenedByCase = closeAccountOpenedByCase;
        this.clock = clock;
    }

    /** Closes the account of the case; nothing to close is a success. */
    @Transactional
    public void closeFor(String processInstanceId) {
        var migration = migrations.ofInstance(processInstanceId);
        migration.beginRevert(clock.instant());
        closeAccountOpenedByCase.closeFor(migration, CLOSE_PARTNER_CENTER_ACCOUNT);
        migration.advance(CLOSE_PARTNER_CENTER_ACCOUNT, UNLOCK_PUBLISHER, clock.instant());
    }
}
