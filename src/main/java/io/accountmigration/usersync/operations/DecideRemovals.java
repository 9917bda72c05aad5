package io.accountmigration.usersync.operations;

import io.accountmigration.publisher.Publisher;
import io.accountmigration.usersync.ChangeState;
import io.accountmigration.usersync.UserChange;
import io.accountmigration.usersync.UserChangeInbox;
import io.accountmigration.usersync.UserChanges;
import io.accountmigration.usersync.UserLink;
import io.accountmigration.usersync.UserLinks;
import io.accountmigration.usersync.UserSync;
import io.accountmigration.usersync.UserSyncRefused;
import io.accountmigration.usersync.UserSyncRefused.Refusal;
import io.accountmigration.usersync.UserSyncs;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An operator's word on removals that were too many to be done without one. */
@Component
public class DecideRemovals {

    private final UserSyncs userSyncs;
    private final UserChanges changes;
    private final UserLinks links;
    private final UserChangeInbox inbox;
    private final Clock clock;

    DecideRemovals(UserSyncs userSyncs, UserChanges changes, UserLinks links, UserChangeInbox inbox, Clock clock) {
        this.userSyncs = userSyncs;
        this.changes = changes;
        this.links = links;
        this.inbox = inbox;
        this.clock = clock;
    }

    /**
     * Has the staged removals done.
     *
     * @param seenUntil when the last of those that the operator has seen was staged: later ones continue to wait
     * @return how many
     */
    @Transactional
    public int approve(String publisherId, Instant seenUntil, String operator, String reason) {
        var sync = hold(publisherId);
        var staged = staged(sync, seenUntil);
        staged.forEach(change -> change.approve(said("APPROVED", operator, reason), clock.instant()));
        sync.tryNow();
        inbox.wake(sync);
        return staged.size();
    }

    /**
     * Lets the users stay in the portal; comparisons continue to list them.
     *
     * @param seenUntil as for an approval
     * @return how many
     */
    @Transactional
    public int reject(String publisherId, Instant seenUntil, String operator, String reason) {
        var sync = hold(publisherId);
        var staged = staged(sync, seenUntil);
        var because = said("REJECTED", operator, reason);
        for (var change : staged) {
            change.decide(ChangeState.REJECTED, because, clock.instant());
            links.findById(new UserLink.Id(sync.getId(), change.userId()))
                    .filter(link -> !link.isNewerThan(change))
                    .ifPresent(link -> link.keep(because));
        }
        return staged.size();
    }

    private UserSync hold(String publisherId) {
        return userSyncs
                .findForUpdate(Publisher.keyOf(publisherId))
                .orElseThrow(() -> new UserSyncRefused(Refusal.NOT_MIGRATED, publisherId));
    }

    private List<UserChange> staged(UserSync sync, Instant seenUntil) {
        var staged = changes.findByPublisherKeyAndState(sync.getId(), ChangeState.STAGED).stream()
                .filter(change -> !change.decidedAt().isAfter(seenUntil))
                .toList();
        if (staged.isEmpty()) {
            throw new UserSyncRefused(Refusal.NO_STAGED_REMOVALS, sync.publisherId());
        }
        return staged;
    }

    private static String said(String what, String operator, String reason) {
        return what + " by " + operator + ": " + reason;
    }
}
