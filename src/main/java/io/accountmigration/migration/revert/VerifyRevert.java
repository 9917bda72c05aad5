package io.accountmigration.migration.revert;

import static io.accountmigration.migration.MigrationStep.VERIFY_REVERT;

import io.accountmigration.migration.Migration;
import io.accountmigration.migration.Migrations;
import io.accountmigration.migration.move.MoveBlocked;
import io.accountmigration.partner.PartnerCenter;
import io.accountmigration.partner.PartnerCenterAccount;
import io.accountmigration.publisher.CloudPartnerPortal;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes sure that everything is as it was, late enough to see an effect whose answer was lost. */
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

    /** Undoes once more what came late. What is still shown after that fails the step, as often as it is retried. */
    @Transactional
    public void verify(String processInstanceId) {
        var migration = migrations.ofInstance(processInstanceId);
        accountOf(migration).ifPresent(account -> {
            partnerCenter.close(account.accountId(), migration.request(VERIFY_REVERT, account.accountId()));
            if (accountOf(migration).isPresent()) {
                throw new MoveBlocked("Partner Center still shows the account that it has closed");
            }
        });
        if (isLocked(migration)) {
            portal.unlock(migration.publisherId(), migration.request(VERIFY_REVERT, ""));
            if (isLocked(migration)) {
                throw new MoveBlocked("Cloud Partner Portal still shows the lock that it has ended");
            }
        }
    }

    private Optional<PartnerCenterAccount> accountOf(Migration migration) {
        return partnerCenter
                .accountOf(migration.publisherId())
                .filter(account -> ClosePartnerCenterAccount.isOpenedBy(migration, account));
    }

    private boolean isLocked(Migration migration) {
        return portal.isLockedBy(migration.publisherId(), migration.id());
    }
}
