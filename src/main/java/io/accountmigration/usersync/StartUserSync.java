package io.accountmigration.usersync;

import io.accountmigration.publisher.MovedPublisher;
import io.accountmigration.publisher.Publisher;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets the users of a publisher follow Partner Center (R10). */
@Component
public class StartUserSync {

    private final UserSyncs userSyncs;
    private final UserLinks links;
    private final UserChangeInbox inbox;
    private final Clock clock;

    StartUserSync(UserSyncs userSyncs, UserLinks links, UserChangeInbox inbox, Clock clock) {
        this.userSyncs = userSyncs;
        this.links = links;
        this.inbox = inbox;
        this.clock = clock;
    }

    /**
     * Notes the account and the watermark from which its changes count, and has both sides compared a first time.
     *
     * @param transferredAt when the users were read for the transfer: changes from then on are to be synced
     * @param listed the entries of the portal that the move has left there, which stay until somebody decides
     */
    @Transactional
    public void startFor(String publisherId, String accountId, Instant transferredAt, List<ListedUser> listed) {
        if (userSyncs.findById(Publisher.keyOf(publisherId)).isEmpty()) {
            var sync = userSyncs.saveAndFlush(new UserSync(publisherId, accountId, transferredAt));
            links.saveAll(listed.stream()
                    .map(user -> UserLink.ofListed(sync.getId(), user))
                    .toList());
            inbox.wake(sync);
        }
    }

    /** As above, of a move that has listed nobody. */
    @Transactional
    public void startFor(String publisherId, String accountId, Instant transferredAt) {
        startFor(publisherId, accountId, transferredAt, List.of());
    }

    /** Those of these moved publishers that are not kept in step yet. */
    public List<MovedPublisher> findUnknown(List<MovedPublisher> moved) {
        var keys = moved.stream()
                .map(publisher -> Publisher.keyOf(publisher.publisherId()))
                .toList();
        var known = keys.isEmpty() ? new HashSet<String>() : new HashSet<>(userSyncs.findKnown(keys));
        return moved.stream()
                .filter(publisher -> !known.contains(Publisher.keyOf(publisher.publisherId())))
                .toList();
    }

    /** Begins with a publisher that moved without this program's doing. */
    @Transactional
    public void adopt(MovedPublisher moved) {
        startFor(moved.publisherId(), moved.accountId(), clock.instant());
    }
}
