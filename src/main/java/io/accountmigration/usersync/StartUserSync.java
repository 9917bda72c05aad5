package io.accountmigration.usersync;

import io.accountmigration.partner.AccountReading;
import io.accountmigration.publisher.MovedPublisher;
import io.accountmigration.publisher.Publisher;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets the users of a publisher follow Partner Center (R10). */
@Component
public class StartUserSync {

    private final UserSyncs userSyncs;
    private final UserLinks links;
    private final UserChangeInbox inbox;
    private final FirstComparison firstComparison;
    private final Clock clock;

    StartUserSync(
            UserSyncs userSyncs, UserLinks links, UserChangeInbox inbox, FirstComparison firstComparison, Clock clock) {
        this.userSyncs = userSyncs;
        this.links = links;
        this.inbox = inbox;
        this.firstComparison = firstComparison;
        this.clock = clock;
    }

    /**
     * Notes the account and the watermark from which its changes count, and has both sides compared a first time.
     *
     * @param transferredAt when the users were read for the transfer: changes from then on are to be synced
     * @param listed the entries of the portal that the move has left there, which stay until somebody decides
     * @param verified what the verification of the move has read, which may be enough for the first comparison
     */
    @Transactional
    public void startFor(
            String publisherId,
            String accountId,
            Instant transferredAt,
            List<ListedUser> listed,
            Optional<AccountReading> verified) {
        if (userSyncs.findById(Publisher.keyOf(publisherId)).isPresent()) {
            return;
        }
        var sync = userSyncs.saveAndFlush(new UserSync(publisherId, accountId, transferredAt));
        var ofListed = listed.stream()
                .map(user -> UserLink.ofListed(sync.getId(), user))
                .toList();
        links.saveAll(ofListed);
        if (verified.filter(reading -> firstComparison.isDoneWith(reading, sync, ofListed))
                .isEmpty()) {
            inbox.wake(sync);
        }
    }

    /** As above, of a move that was not verified here. */
    @Transactional
    public void startFor(String publisherId, String accountId, Instant transferredAt) {
        startFor(publisherId, accountId, transferredAt, List.of(), Optional.empty());
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
