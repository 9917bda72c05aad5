package io.accountmigration.usersync;

import io.accountmigration.publisher.Publisher;
import io.accountmigration.usersync.UserSyncRefused.Refusal;
import java.time.Clock;
import java.util.List;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Takes a change that was pushed: once accepted it is never lost. */
@Component
public class AcceptUserChange {

    private final UserSyncs userSyncs;
    private final UserChangeInbox inbox;
    private final SyncSettings settings;
    private final TransactionOperations transaction;
    private final Clock clock;

    AcceptUserChange(
            UserSyncs userSyncs,
            UserChangeInbox inbox,
            SyncSettings settings,
            TransactionOperations transaction,
            Clock clock) {
        this.userSyncs = userSyncs;
        this.inbox = inbox;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Accepts a change; a repetition is harmless.
     *
     * @throws UserSyncRefused when the publisher is not kept in step, or the change cannot be taken
     */
    public void accept(String publisherId, IncomingChange change) {
        var now = clock.instant();
        if (change.occurredAt().isAfter(now.plus(settings.futureTolerance()))) {
            throw new UserSyncRefused(Refusal.CHANGE_FROM_THE_FUTURE, "occurredAt");
        }
        if (change.occurredAt().isBefore(now.minus(settings.oldestChange()))) {
            throw new UserSyncRefused(Refusal.CHANGE_TOO_OLD, "occurredAt");
        }
        if (UserLink.isPortalOnly(change.userId())) {
            throw new UserSyncRefused(Refusal.USER_ID_RESERVED, "userId");
        }
        try {
            transaction.executeWithoutResult(status -> take(publisherId, change));
        } catch (DataIntegrityViolationException faster) {
            // The same change came twice at the same moment, and only now the other one can be seen.
            transaction.executeWithoutResult(status -> take(publisherId, change));
        }
    }

    /** Anybody with the rights may push: what was pushed counts, and the lists confirm it or put it right. */
    private void compareWhenShown(UserSync sync) {
        if (!settings.lag().isZero()) {
            sync.reconcileWhenShown(clock.instant().plus(settings.lag()));
        }
    }

    private void take(String publisherId, IncomingChange change) {
        var held = userSyncs
                .findForUpdate(Publisher.keyOf(publisherId), change.changeId())
                .orElseThrow(() -> new UserSyncRefused(Refusal.NOT_MIGRATED, publisherId));
        if (held.getKnown() == 0) {
            inbox.add(held.getSync(), ChangeSource.PUSH, change);
            compareWhenShown(held.getSync());
            return;
        }
        var taken = inbox.take(held.getSync(), ChangeSource.PUSH, List.of(change));
        if (!taken.reusedIds().isEmpty()) {
            throw new UserSyncRefused(Refusal.CHANGE_ID_REUSED, change.changeId());
        }
        if (taken.count() > 0) {
            compareWhenShown(held.getSync());
        }
        if (taken.contradicted()) {
            held.getSync().requireReconciliation(ReconcileReason.PUSH_CONTRADICTED, clock.instant(), settings);
        }
    }
}
