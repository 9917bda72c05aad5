package io.accountmigration.usersync;

import java.time.Clock;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds what has become due by time alone: another try, the next comparison. */
@Component
public class StartDueUserSyncs {

    private final UserSyncs userSyncs;
    private final UserChanges changes;
    private final UserChangeInbox inbox;
    private final SyncSettings settings;
    private final Clock clock;

    StartDueUserSyncs(
            UserSyncs userSyncs, UserChanges changes, UserChangeInbox inbox, SyncSettings settings, Clock clock) {
        this.userSyncs = userSyncs;
        this.changes = changes;
        this.inbox = inbox;
        this.settings = settings;
        this.clock = clock;
    }

    /** The publishers that something is due for, a part at a time. */
    public List<String> findDueAfter(String publisherKey) {
        var now = clock.instant();
        return userSyncs.findDue(
                publisherKey,
                now,
                now.minus(settings.reconcileInterval()),
                settings.roleMap().version(),
                Limit.of(200));
    }

    /** Has the work on a publisher begin. */
    @Transactional
    public void wake(String publisherKey) {
        var now = clock.instant();
        userSyncs.findForUpdate(publisherKey).ifPresent(sync -> {
            if (sync.isToBeReconciledAgain(now)
                    || sync.reconciledAt()
                            .filter(at -> at.isBefore(now.minus(settings.reconcileInterval())))
                            .isPresent()) {
                sync.requireReconciliation(ReconcileReason.SCHEDULED, clock.instant());
            } else if (sync.reconciledAt().isPresent()
                    && !sync.isMappedBy(settings.roleMap().version())) {
                sync.requireReconciliation(ReconcileReason.ROLE_MAP_CHANGED, clock.instant());
            }
            // What was due may have been done by the time that the row was free.
            if (sync.reconcileReason().isPresent() || changes.areDue(publisherKey, now)) {
                inbox.wake(sync);
            }
        });
    }

    /** Forgets decided changes whose repetition would be refused anyway. */
    @Transactional
    public void forgetOldChanges() {
        changes.forgetDecidedBefore(
                clock.instant().minus(settings.oldestChange()).minus(settings.overlap()));
    }
}
