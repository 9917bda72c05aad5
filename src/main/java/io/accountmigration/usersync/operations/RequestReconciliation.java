package io.accountmigration.usersync.operations;

import io.accountmigration.publisher.EmailAddress;
import io.accountmigration.publisher.Publisher;
import io.accountmigration.usersync.ChangeOperation;
import io.accountmigration.usersync.ChangeSource;
import io.accountmigration.usersync.ChangeState;
import io.accountmigration.usersync.IncomingChange;
import io.accountmigration.usersync.ReconcileReason;
import io.accountmigration.usersync.UserChangeInbox;
import io.accountmigration.usersync.UserChanges;
import io.accountmigration.usersync.UserLink;
import io.accountmigration.usersync.UserLinks;
import io.accountmigration.usersync.UserSync;
import io.accountmigration.usersync.UserSyncRefused;
import io.accountmigration.usersync.UserSyncRefused.Refusal;
import io.accountmigration.usersync.UserSyncs;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Compares a whole account or one user now, also when a retry is not due yet. */
@Component
public class RequestReconciliation {

    private final UserSyncs userSyncs;
    private final UserChanges changes;
    private final UserLinks links;
    private final UserChangeInbox inbox;
    private final Clock clock;

    RequestReconciliation(
            UserSyncs userSyncs, UserChanges changes, UserLinks links, UserChangeInbox inbox, Clock clock) {
        this.userSyncs = userSyncs;
        this.changes = changes;
        this.links = links;
        this.inbox = inbox;
        this.clock = clock;
    }

    /** Has the account compared as a whole. */
    @Transactional
    public void ofAll(String publisherId) {
        var sync = hold(publisherId);
        sync.requireReconciliation(ReconcileReason.REQUESTED, clock.instant());
        sync.tryNow();
        inbox.wake(sync);
    }

    /**
     * Has one user looked up in Partner Center and put right.
     *
     * @param user an id of the user in either portal, or the address
     * @return names the change under which it is done, see {@link #outcomeOf}
     */
    @Transactional
    public String ofUser(String publisherId, String user) {
        var sync = hold(publisherId);
        var changeId = "on-demand/" + UUID.randomUUID();
        var change = new IncomingChange(
                changeId,
                clock.instant(),
                stableIdOf(sync.getId(), user),
                null,
                null,
                ChangeOperation.LOOK_UP,
                ChangeOperation.LOOK_UP.name(),
                Set.of());
        sync.tryNow();
        inbox.take(sync, ChangeSource.ON_DEMAND, List.of(change));
        return changeId;
    }

    /** How it went, once it is known. */
    @Transactional(readOnly = true)
    public Optional<UserSyncOutcome> outcomeOf(String publisherId, String changeId) {
        return changes.findByPublisherKeyAndSourceAndChangeId(
                        Publisher.keyOf(publisherId), ChangeSource.ON_DEMAND, changeId)
                .filter(change ->
                        change.state() != ChangeState.PENDING || change.attempts() > 0 || change.isPostponed())
                .map(UserSyncOutcome::of);
    }

    private String stableIdOf(String publisherKey, String user) {
        var known = links.findByPublisherKey(publisherKey);
        return known.stream()
                .filter(link -> user.equals(link.userId())
                        || user.equals(link.portalUserId().orElse(null)))
                .findFirst()
                .or(() -> known.stream()
                        .filter(link -> EmailAddress.areSame(user, link.userPrincipalName()))
                        // Of several who had the address, it is the one who has access.
                        .min(Comparator.comparing(link -> link.role().isEmpty())))
                .map(UserLink::userId)
                .orElse(user);
    }

    private UserSync hold(String publisherId) {
        return userSyncs
                .findForUpdate(Publisher.keyOf(publisherId))
                .orElseThrow(() -> new UserSyncRefused(Refusal.NOT_MIGRATED, publisherId));
    }
}
