package io.accountmigration.migration.move;

import io.accountmigration.eligibility.PartnerMembershipCheck;
import io.accountmigration.migration.Migration;
import io.accountmigration.partner.PartnerCenter;
import io.accountmigration.partner.PartnerCenterAccount;
import io.accountmigration.partner.PartnerCenterAccount.State;
import io.accountmigration.publisher.CloudPartnerPortal;
import io.accountmigration.publisher.Publisher;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Recognises an account that has moved already though its case does not remember, as after a restore of the database. Such
 * a case writes nothing into the account any more: what is there is verified and kept.
 */
@Component
class AdoptMovedAccount {

    private final CloudPartnerPortal portal;
    private final PartnerCenter partnerCenter;
    private final PartnerMembershipCheck membershipCheck;
    private final Clock clock;

    AdoptMovedAccount(
            CloudPartnerPortal portal,
            PartnerCenter partnerCenter,
            PartnerMembershipCheck membershipCheck,
            Clock clock) {
        this.portal = portal;
        this.partnerCenter = partnerCenter;
        this.membershipCheck = membershipCheck;
        this.clock = clock;
    }

    /**
     * Whether the account has moved; the case then knows to which one.
     *
     * @throws MoveBlocked when the two portals do not name the same account
     */
    boolean adopt(Migration migration) {
        if (migration.move().isAdopted()) {
            return true;
        }
        var publisher = portal.find(migration.publisherId())
                .orElseThrow(() -> new MoveBlocked("Cloud Partner Portal does not know the publisher any more"));
        var account = partnerCenter.accountOf(migration.publisherId());
        var moved = publisher.isMigrated()
                ? Optional.of(accountOfMoved(publisher, account, migration))
                : account.filter(found -> found.state() == State.ACTIVE && found.isOpenedBy(migration.id()));
        moved.ifPresent(found -> migration.movedAlready(
                found,
                membershipCheck.check(Optional.ofNullable(found.partnerId())),
                publisher.version(),
                clock.instant()));
        return moved.isPresent();
    }

    private static PartnerCenterAccount accountOfMoved(
            Publisher publisher, Optional<PartnerCenterAccount> account, Migration migration) {
        return account.filter(found -> publisher.accountId().equals(Optional.of(found.accountId())))
                .filter(found -> found.state() == State.ACTIVE || found.isOpenedBy(migration.id()))
                .orElseThrow(() -> new MoveBlocked("the publisher has moved to account "
                        + publisher.accountId().orElse("without a name")
                        + ", which Partner Center does not show as its active one"));
    }
}
