package io.accountmigration.migration.move;

import static io.accountmigration.migration.MigrationStep.ACTIVATE_PARTNER_CENTER_ACCOUNT;

import io.accountmigration.migration.Migration;
import io.accountmigration.migration.MigrationState;
import io.accountmigration.partner.PartnerCenter;
import io.accountmigration.partner.PartnerCenterAccount;
import io.accountmigration.publisher.CloudPartnerPortal;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Repeats the last step of the switch where Partner Center has lost it: an account that is still provisional, although
 * the old one is read-only in its favour, lives nowhere.
 */
@Component
class RestoreActivation {

    private final CloudPartnerPortal portal;
    private final PartnerCenter partnerCenter;

    RestoreActivation(CloudPartnerPortal portal, PartnerCenter partnerCenter) {
        this.portal = portal;
        this.partnerCenter = partnerCenter;
    }

    /**
     * Activates the account of a case that has ended as migrated, and no other.
     *
     * @param lastVerified tells this attempt from those before: Partner Center takes a repeated request for done
     */
    void of(Migration migration, Optional<Instant> lastVerified) {
        if (migration.state() == MigrationState.MIGRATED) {
            partnerCenter
                    .accountOf(migration.publisherId())
                    .filter(account -> account.state() == PartnerCenterAccount.State.PROVISIONING)
                    .filter(account -> isOf(migration, account))
                    .filter(this::isSwitchedTo)
                    .ifPresent(account -> partnerCenter.activate(
                            account.accountId(),
                            migration.request(
                                    ACTIVATE_PARTNER_CENTER_ACCOUNT,
                                    account.accountId() + " after " + lastVerified.orElse(migration.since()))));
        }
    }

    private static boolean isOf(Migration migration, PartnerCenterAccount account) {
        return migration.accountId().filter(account.accountId()::equals).isPresent()
                && (account.openedBy() == null || account.isOpenedBy(migration.id()));
    }

    private boolean isSwitchedTo(PartnerCenterAccount account) {
        return portal.find(account.publisherId())
                .filter(publisher -> publisher.isMigrated()
                        && publisher
                                .accountId()
                                .filter(account.accountId()::equals)
                                .isPresent())
                .isPresent();
    }
}
