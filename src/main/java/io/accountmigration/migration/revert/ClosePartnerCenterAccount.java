package io.accountmigration.migration.revert;

import static io.accountmigration.migration.MigrationStep.CLOSE_PARTNER_CENTER_ACCOUNT;
import static io.accountmigration.migration.MigrationStep.UNLOCK_PUBLISHER;

import io.accountmigration.migration.Migration;
import io.accountmigration.migration.Migrations;
import io.accountmigration.partner.PartnerCenter;
import io.accountmigration.partner.PartnerCenterAccount;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Undoes the opening of the account: asks what is there, and removes only what this case opened. */
@Component
public class ClosePartnerCenterAccount {

    private final Migrations migrations;
    private final PartnerCenter partnerCenter;
    private final Clock clock;

    ClosePartnerCenterAccount(Migrations migrations, PartnerCenter partnerCenter, Clock clock) {
        this.migrations = migrations;
        this.partnerCenter = partnerCenter;
        this.clock = clock;
    }

    /** Closes the account of the case; nothing to close is a success. */
    @Transactional
    public void closeFor(String processInstanceId) {
        var migration = migrations.ofInstance(processInstanceId);
        migration.beginRevert(clock.instant());
        partnerCenter
                .accountOf(migration.publisherId())
                .filter(account -> isOpenedBy(migration, account))
                .ifPresent(account -> partnerCenter.close(
                        account.accountId(), migration.request(CLOSE_PARTNER_CENTER_ACCOUNT, account.accountId())));
        migration.advance(CLOSE_PARTNER_CENTER_ACCOUNT, UNLOCK_PUBLISHER, clock.instant());
    }

    static boolean isOpenedBy(Migration migration, PartnerCenterAccount account) {
        return migration.id().toString().equalsIgnoreCase(account.openedBy());
    }
}
