package io.accountmigration.migration.move;

import static io.accountmigration.migration.MigrationStep.LOCK_PUBLISHER;
import static io.accountmigration.migration.MigrationStep.OPEN_PARTNER_CENTER_ACCOUNT;

import io.accountmigration.migration.Migration;
import io.accountmigration.migration.Migrations;
import io.accountmigration.migration.owners.ActiveOwners;
import io.accountmigration.publisher.CloudPartnerPortal;
import io.accountmigration.publisher.LockResult;
import io.accountmigration.publisher.PublisherRoster;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps people from editing the old account while it moves. The lock is a lease: the portal itself ends it. */
@Component
public class LockPublisher {

    private final Migrations migrations;
    private final CloudPartnerPortal portal;
    private final ActiveOwners activeOwners;
    private final AdoptMovedAccount adoptMovedAccount;
    private final TakeMoveLock takeMoveLock;
    private final StepHandover stepHandover;
    private final Clock clock;

    LockPublisher(
            Migrations migrations,
            CloudPartnerPortal portal,
            ActiveOwners activeOwners,
            AdoptMovedAccount adoptMovedAccount,
            TakeMoveLock takeMoveLock,
            StepHandover stepHandover,
            Clock clock) {
        this.migrations = migrations;
        this.portal = portal;
        this.activeOwners = activeOwners;
        this.adoptMovedAccount = adoptMovedAccount;
        this.takeMoveLock = takeMoveLock;
        this.stepHandover = stepHandover;
        this.clock = clock;
    }

    /** Locks the publisher for the case; one that the case holds already stays locked. */
    @Transactional
    public MoveOutcome lock(String processInstanceId) {
        var migration = migrations.ofInstance(processInstanceId);
        if (migration.move().isGivenUp()) {
            return MoveOutcome.GIVEN_UP;
        }
        if (!migration.move().isPastReturn() && !areAnswersGood(migration)) {
            // A try before this one may have locked it, though its answer was lost.
            portal.unlock(migration.publisherId(), migration.request(LOCK_PUBLISHER, "unlock"));
            return MoveOutcome.OWNER_GONE;
        }
        var locking = takeMoveLock.takeFor(migration);
        if (locking instanceof LockResult.Refused refused) {
            throw new MoveBlocked("the publisher cannot be locked: " + refused.reason());
        }
        if (locking instanceof LockResult.Moved && !adoptMovedAccount.adopt(migration)) {
            throw new MoveBlocked("the publisher was read-only and is not any more");
        }
        if (locking instanceof LockResult.Locked locked) {
            locked.publisher().ifPresent(publisher -> stepHandover.locked(migration, publisher));
        }
        return locked(migration);
    }

    private MoveOutcome locked(Migration migration) {
        migration.advance(LOCK_PUBLISHER, OPEN_PARTNER_CENTER_ACCOUNT, clock.instant());
        return MoveOutcome.DONE;
    }

    /** Whether the answers count still; where not, they are asked for again. */
    @Transactional
    public boolean checkAnswers(String processInstanceId) {
        return areAnswersGood(migrations.ofInstance(processInstanceId));
    }

    /**
     * Asks the portal itself whether who gave the answers is an owner still, and the address nobody else's; which
     * does not matter where the account has moved already.
     */
    private boolean areAnswersGood(Migration migration) {
        var roster = activeOwners.readFromJob(migration.publisherId());
        roster.ifPresent(read -> stepHandover.read(migration, read));
        var users = roster.map(PublisherRoster::users).orElse(List.of());
        migration.ownersRead(activeOwners.renewed(migration, users));
        var owned = migration.isOwnedBy(migration.actingOwner());
        if (owned && !migration.isWorkEmailOfAnother(users) || adoptMovedAccount.adopt(migration)) {
            return true;
        }
        if (owned) {
            migration.addressLost(users, clock.instant());
        } else {
            migration.answersVoid(clock.instant());
        }
        return false;
    }
}
