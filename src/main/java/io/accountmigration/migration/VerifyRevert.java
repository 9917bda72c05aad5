package io.accountmigration.migration;

import io.accountmigration.partner.PartnerCenter;
import io.accountmigration.publisher.CloudPartnerPortal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks whether everything is as it was, late enough to see an effect whose answer was lost. */
@Component
public class VerifyRevert {

    private final Migrations migrations;
    private final CloudPartnerPortal portal;
    private final PartnerCenter partnerCenter;

    VerifyRevert(Migrations migrations, CloudPartnerPortal portal, PartnerCenter partnerCenter) {
        this.migrations = migrations;
        this.portal = portal;
        this.partnerCenter = partnerCenter;
    }

    /** Whether neither an account nor a lock of the case is left. */
    @Transactional
    public boolean verify(String processInstanceId) {
        var migration = migrations.ofInstance(processInstanceId);
        var accountIsLeft = partnerCenter
                .accountOf(migration.publisherId())
                .filter(account -> ClosePartnerCenterAccount.isOpenedBy(migration, account))
                .isPresent();
        return !accountIsLeft && !portal.isLockedBy(migration.publisherId(), migration.id());
    }
}
