package io.accountmigration.migration.owners;

import io.accountmigration.migration.Caller;
import io.accountmigration.migration.Migration;
import io.accountmigration.migration.MigrationRefused;
import io.accountmigration.migration.Migrations;
import io.accountmigration.migration.Refusal;
import io.accountmigration.publisher.CloudPartnerPortalUnavailable;
import io.accountmigration.publisher.PublisherUser;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Reads the owners of a running case again where the list is old, and gives an open task to an active one. The portal is
 * asked before the case is held, so that nobody waits for it with a connection in hand.
 */
@Component
public class RefreshOwners {

    private static final Logger LOG = LoggerFactory.getLogger(RefreshOwners.class);

    private static final int AT_ONE_READ = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Migrations migrations;
    private final ActiveOwners activeOwners;
    private final ReassignToActiveOwner reassignToActiveOwner;
    private final HideAbsentCases hideAbsentCases;
    private final TransactionOperations transaction;
    private final Clock clock;

    /** While the portal does not answer, tasks are shown without reading the owners again. */
    private volatile Instant askNotBefore = Instant.MIN;

    RefreshOwners(
            Migrations migrations,
            ActiveOwners activeOwners,
            ReassignToActiveOwner reassignToActiveOwner,
            HideAbsentCases hideAbsentCases,
            TransactionOperations transaction,
            Clock clock) {
        this.migrations = migrations;
        this.activeOwners = activeOwners;
        this.reassignToActiveOwner = reassignToActiveOwner;
        this.hideAbsentCases = hideAbsentCases;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Somebody looks at the case. Where the portal does not answer, or the case moves on, the next look will do. */
    public void onLook(String publisherId, Caller caller) {
        hideAbsentCases.from(publisherId, caller);
        if (caller.isPublisherUser()) {
            renewIfItStandsStill(publisherId, migration -> activeOwners.isOldFor(caller.userId(), migration));
            renewEnded(publisherId, caller.userId());
        } else if (caller.isOperator()) {
            renewIfItStandsStill(publisherId);
        }
    }

    /**
     * Nobody asks who the owners of an ended case are until one reads it.
     *
     * @throws CloudPartnerPortalUnavailable when the portal cannot be asked and has not been for a day
     */
    private void renewEnded(String publisherId, String person) {
        migrations
                .latest(publisherId)
                .filter(migration -> migration.state().isFinal())
                .filter(migration -> activeOwners.isOldFor(person, migration))
                .ifPresent(ended -> {
                    var users = ask(ended.publisherId());
                    users.ifPresentOrElse(
                            read -> transaction.executeWithoutResult(status -> migrations
                                    .findForUpdate(ended.id())
                                    .ifPresent(held -> held.ownersRead(activeOwners.renewed(held, read)))),
                            () -> activeOwners.asRead(ended));
                });
    }

    /**
     * A publisher's user reads the tasks of these instances. Where many of the lists are old, those that were read the
     * longest ago are read now, and the others at the next time.
     */
    public void onRead(Collection<String> processInstanceIds) {
        if (processInstanceIds.isEmpty() || !mayAsk()) {
            return;
        }
        var until = clock.instant().plus(PATIENCE);
        migrations
                .findWithOwnersReadBefore(processInstanceIds, activeOwners.oldBefore(), Limit.of(AT_ONE_READ))
                .stream()
                .takeWhile(
                        migration -> clock.instant().isBefore(until) && renewIfItStandsStill(migration.publisherId()))
                .count();
    }

    /** Whether the portal has answered, or has had time to recover since it did not. */
    boolean mayAsk() {
        return !clock.instant().isBefore(askNotBefore);
    }

    /** An owner is about to act on the case. */
    public void beforeActing(String publisherId, Caller caller) {
        hideAbsentCases.from(publisherId, caller);
        if (caller.isPublisherUser()) {
            renew(publisherId, migration -> activeOwners.isOldFor(caller.userId(), migration));
        }
    }

    /** An owner is about to give the case up. */
    public void beforeGivingUp(String publisherId, Caller caller) {
        hideAbsentCases.from(publisherId, caller);
        if (caller.isPublisherUser()) {
            renew(publisherId, migration -> activeOwners.isTooOldToGiveUp(caller.userId(), migration));
        }
    }

    /** Somebody was refused as a former owner, or for a task that may still be a former owner's: the owners are read at once. */
    public void after(MigrationRefused refused) {
        if (refused.refusal() == Refusal.OWNER_NO_MORE || refused.refusal() == Refusal.TASK_OF_SOMEBODY_ELSE) {
            renewIfItStandsStill(refused.subject());
        }
    }

    /**
     * Renews the owners of a case unless it moves at this moment.
     *
     * @return whether the portal can be asked
     */
    boolean renewIfItStandsStill(String publisherId) {
        return renewIfItStandsStill(publisherId, activeOwners::isOld);
    }

    private boolean renewIfItStandsStill(String publisherId, Predicate<Migration> isOld) {
        try {
            return renew(
                    publisherId,
                    migration -> isOld.test(migration)
                            || reassignToActiveOwner.isLeftBehind(migration) && activeOwners.isAWhileAgo(migration));
        } catch (ConcurrencyFailureException movedOn) {
            LOG.debug("the owners of {} are read again at the next check", publisherId, movedOn);
        } catch (MigrationRefused refused) {
            if (refused.refusal() != Refusal.SUSPENDED) {
                throw refused;
            }
            LOG.debug("the owners of {} are read again when the migration continues", publisherId, refused);
        }
        return true;
    }

    private boolean renew(String publisherId, Predicate<Migration> needed) {
        var migration = migrations.living(publisherId).filter(needed);
        if (migration.isEmpty()) {
            return true;
        }
        var entries = ask(migration.get().publisherId());
        entries.ifPresent(users -> transaction.executeWithoutResult(status ->
                migrations.findLivingForUpdate(Migration.keyOf(publisherId)).ifPresent(held -> note(held, users))));
        return entries.isPresent();
    }

    private Optional<List<PublisherUser>> ask(String publisherId) {
        try {
            return Optional.of(activeOwners.ask(publisherId));
        } catch (CloudPartnerPortalUnavailable unavailable) {
            LOG.debug("{} keeps the owners that were read before", publisherId, unavailable);
            askNotBefore = clock.instant().plus(unavailable.retryAfter().orElse(PAUSE));
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
