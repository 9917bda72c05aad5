package io.accountmigration.migration.owners;

import io.accountmigration.migration.Caller;
import io.accountmigration.migration.Migration;
import io.accountmigration.migration.MigrationRefused;
import io.accountmigration.migration.Migrations;
import io.accountmigration.migration.Refusal;
import io.accountmigration.publisher.CloudPartnerPortalUnavailable;
import io.accountmigration.publisher.PublisherUser;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Reads the owners of a running case again where the list is old, and gives an open task to an active one. The portal is
 * asked before the case is held, so that nobody waits for it with a connection in hand.
 */
@Component
public class RefreshOwners {

    private static final Logger LOG = LoggerFactory.getLogger(RefreshOwners.class);

    private final Migrations migrations;
    private final ActiveOwners activeOwners;
    private final ReassignToActiveOwner reassignToActiveOwner;
    private final TransactionOperations transaction;

    RefreshOwners(
            Migrations migrations,
            ActiveOwners activeOwners,
            ReassignToActiveOwner reassignToActiveOwner,
            TransactionOperations transaction) {
        this.migrations = migrations;
        this.activeOwners = activeOwners;
        this.reassignToActiveOwner = reassignToActiveOwner;
        this.transaction = transaction;
    }

    /** Somebody looks at the case. Where the portal does not answer, or the case moves on, the next look will do. */
    public void onLook(String publisherId, Caller caller) {
        if (caller.isPublisherUser() || caller.isOperator()) {
            renewIfItStandsStill(publisherId);
        }
    }

    /** An owner is about to act on the case. */
    public void beforeActing(String publisherId, Caller caller) {
        if (caller.isPublisherUser()) {
            renew(publisherId, migration -> activeOwners.isOldFor(caller.userId(), migration));
        }
    }

    /** An owner is about to give the case up. */
    public void beforeGivingUp(String publisherId, Caller caller) {
        if (caller.isPublisherUser()) {
            renew(publisherId, migration -> activeOwners.isTooOldToGiveUp(caller.userId(), migration));
        }
    }

    /** Somebody was refused as no owner any more, or for a task that may still be such a person's: it must not wait. */
    public void after(MigrationRefused refused) {
        if (refused.refusal() == Refusal.OWNER_NO_MORE || refused.refusal() == Refusal.TASK_OF_SOMEBODY_ELSE) {
            renewIfItStandsStill(refused.subject());
        }
    }

    private void renewIfItStandsStill(String publisherId) {
        try {
            renew(publisherId, activeOwners::isOld);
        } catch (ConcurrencyFailureException movedOn) {
            LOG.debug("the owners of {} are read again at the next check", publisherId, movedOn);
        } catch (MigrationRefused refused) {
            if (refused.refusal() != Refusal.SUSPENDED) {
                throw refused;
            }
            LOG.debug("the owners of {} are read again when the migration continues", publisherId, refused);
        }
    }

    private void renew(String publisherId, Predicate<Migration> needed) {
        migrations
                .living(publisherId)
                .filter(needed)
                .flatMap(migration -> ask(migration.publisherId()))
                .ifPresent(entries -> transaction.executeWithoutResult(status -> migrations
                        .findLivingForUpdate(Migration.keyOf(publisherId))
                        .ifPresent(migration -> note(migration, entries))));
    }

    private Optional<List<PublisherUser>> ask(String publisherId) {
        try {
            return Optional.of(activeOwners.ask(publisherId));
        } catch (CloudPartnerPortalUnavailable unavailable) {
            LOG.debug("{} keeps the owners that were read before", publisherId, unavailable);
            return Optional.empty();
        }
    }

    private void note(Migration migration, List<PublisherUser> entries) {
        var before = migration.owners();
        migration.ownersRead(activeOwners.renewed(migration, entries));
        reassignToActiveOwner.openTask(migration, before);
    }

    /** As part of a job of the case. */
    public void inJob(Migration migration) {
        if (activeOwners.isOld(migration)) {
            try {
                note(migration, activeOwners.askFromJob(migration.publisherId()));
            } catch (CloudPartnerPortalUnavailable unavailable) {
                LOG.debug("{} keeps the owners that were read before", migration.publisherId(), unavailable);
            }
        }
    }
}
