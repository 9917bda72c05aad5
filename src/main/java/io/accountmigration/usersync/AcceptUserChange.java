package io.accountmigration.usersync;

import io.accountmigration.usersync.UserSyncRefused.Refusal;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a change that was pushed: once accepted it is never lost. */
@Component
public class AcceptUserChange {

    private final UserSyncs userSyncs;
    private final UserChangeInbox inbox;
    private final SyncSettings settings;
    private final Clock clock;

    AcceptUserChange(UserSyncs userSyncs, UserChangeInbox inbox, SyncSettings settings, Clock clock) {
        this.userSyncs = userSyncs;
        this.inbox = inbox;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Accepts a change; a repetition is harmless.
     *
     * @throws UserSyncRefused when the publisher is not kept in step, or the change cannot be taken
     */
    @Transactional
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
        var sync = userSyncs
                .findForUpdate(UserSync.keyOf(publisherId))
                .orElseThrow(() -> new UserSyncRefused(Refusal.NOT_MIGRATED, publisherId));
        var taken = inbox.take(sync, ChangeSource.PUSH, List.of(change));
        if (!taken.reusedIds().isEmpty()) {
            throw new UserSyncRefused(Refusal.CHANGE_ID_REUSED, change.changeId());
        }
    }
}
