package io.accountmigration.migration.move;

import static io.accountmigration.migration.MigrationStep.TRANSFER_SETTINGS;
import static io.accountmigration.migration.MigrationStep.TRANSFER_USERS;

import io.accountmigration.migration.Migration;
import io.accountmigration.migration.Migrations;
import io.accountmigration.partner.PartnerCenter;
import io.accountmigration.publisher.CloudPartnerPortal;
import io.accountmigration.publisher.Publisher;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Carries over the publishing agreement, the company profile and the payout profile (R8). */
@Component
public class TransferSettings {

    private final Migrations migrations;
    private final CloudPartnerPortal portal;
    private final PartnerCenter partnerCenter;
    private final AdoptMovedAccount adoptMovedAccount;
    private final TakeMoveLock takeMoveLock;
    private final StepHandover stepHandover;
    private final Clock clock;

    TransferSettings(
            Migrations migrations,
            CloudPartnerPortal portal,
            PartnerCenter partnerCenter,
            AdoptMovedAccount adoptMovedAccount,
            TakeMoveLock takeMoveLock,
            StepHandover stepHandover,
            Clock clock) {
        this.migrations = migrations;
        this.portal = portal;
        this.partnerCenter = partnerCenter;
        this.adoptMovedAccount = adoptMovedAccount;
        this.takeMoveLock = takeMoveLock;
        this.stepHandover = stepHandover;
        this.clock = clock;
    }

    /** Copies every area and remembers which version of the old account was copied. */
    @Transactional
    public MoveOutcome transfer(String processInstanceId) {
        var migration = migrations.ofInstance(processInstanceId);
        if (migration.move().isGivenUp()) {
            return MoveOutcome.GIVEN_UP;
        }
        lockAgain(migration);
        var readAt = clock.instant();
        var publisher = stepHandover
                .takeLocked(migration)
                .or(() -> portal.find(migration.publisherId()))
                .orElseThrow(() -> new MoveBlocked("Cloud Partner Portal does not know the publisher any more"));
        if (!isAdopted(migration, publisher)) {
            copy(publisher, migration);
            stepHandover.copied(migration, publisher);
        }
        migration.move().transferred(publisher.version(), readAt);
        migration.advance(TRANSFER_SETTINGS, TRANSFER_USERS, clock.instant());
        return MoveOutcome.DONE;
    }

    /**
     * What is transferred a second time was edited in spite of the lock, or after its end. Where somebody else holds it now,
     * the switch notices what they edit.
     */
    private void lockAgain(Migration migration) {
        if (migration.move().transferredVersion() != null && !migration.move().isAdopted()) {
            takeMoveLock.takeFor(migration);
        }
    }

    private boolean isAdopted(Migration migration, Publisher publisher) {
        return migration.move().isAdopted() || publisher.isMigrated() && adoptMovedAccount.adopt(migration);
    }

    private void copy(Publisher publisher, Migration migration) {
        var accountId = migration.accountId().orElseThrow();
        publisher
                .settings()
                .forEach((area, content) -> partnerCenter.putSettings(
                        accountId,
                        area,
                        content,
                        migration.request(TRANSFER_SETTINGS, area + "/" + publisher.version())));
    }
}
