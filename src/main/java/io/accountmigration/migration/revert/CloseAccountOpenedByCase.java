package io.accountmigration.migration.revert;

import io.accountmigration.migration.Migration;
import io.accountmigration.migration.MigrationStep;
import io.accountmigration.migration.move.MoveBlocked;
import io.accountmigration.partner.CloseAccountResult;
import io.accountmigration.partner.PartnerCenter;
import io.accountmigration.partner.PartnerCenterAccount;
import io.accountmigration.publisher.CloudPartnerPortal;
import io.accountmigration.publisher.Publisher;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Removes the account that a case opened, unless the publisher lives in it. */
@Component
class CloseAccountOpenedByCase {

    private final CloudPartnerPortal portal;
    private final PartnerCenter partnerCenter;

    CloseAccountOpenedByCase(CloudPartnerPortal portal, PartnerCenter partnerCenter) {
        this.portal = portal;
        this.partnerCenter = partnerCenter;
    }

    /**
     * Removes the account; nothing to remove is a success.
     *
     * @return whether there was something to remove
     * @throws MoveBlocked when the publisher has moved to Partner Center, or the account is active
     */
    boolean closeFor(Migration migration, MigrationStep step) {
        if (portal.find(migration.publisherId()).filter(Publisher::isMigrated).isPresent()) {
            throw new MoveBlocked("the publisher has moved to Partner Center: nothing is undone");
        }
        var opened = openedBy(migration);
        opened.ifPresent(account -> {
            var key = migration.request(step, account.accountId());
            if (partnerCenter.close(account, key) instanceof CloseAccountResult.InUse) {
                throw new MoveBlocked("Partner Center account " + account.accountId() + " is active and is not closed");
            }
        });
        return opened.isPresent();
    }

    /** A list may be late or empty: once its id is known, the account is asked for by that. */
    Optional<PartnerCenterAccount> openedBy(Migration migration) {
        return migration
                .accountId()
                .map(partnerCenter::findAccount)
                .orElseGet(() -> partnerCenter.accountOf(migration.publisherId()))
                .filter(account -> account.isOpenedBy(migration.id()));
    }
}
