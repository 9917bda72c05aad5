package io.accountmigration.usersync;

import io.accountmigration.partner.FeedRecord;
import io.accountmigration.partner.PartnerCenterUnavailable;
import io.accountmigration.partner.UserChangeFeed;
import io.accountmigration.partner.UserChangeFeed.Reading;
import io.accountmigration.publisher.Publisher;
import io.accountmigration.usersync.UserChanges.Known;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Reads a publisher's part of the audit feed from a while before the watermark on. An answer that leaves out what was
 * returned before, does not reach back far enough or cannot be read leads to a comparison of the whole account, and to
 * nothing else.
 */
@Component
public class PollUserChanges {

    private final UserSyncs userSyncs;
    private final UserChanges changes;
    private final UserChangeFeed feed;
    private final UserChangeInbox inbox;
    private final UserSyncMetrics measures;
    private final SyncSettings settings;
    private final TransactionOperations transaction;
    private final Clock clock;

    PollUserChanges(
            UserSyncs userSyncs,
            UserChanges changes,
            UserChangeFeed feed,
            UserChangeInbox inbox,
            UserSyncMetrics measures,
            SyncSettings settings,
            TransactionOperations transaction,
            Clock clock) {
        this.userSyncs = userSyncs;
        this.changes = changes;
        this.feed = feed;
        this.inbox = inbox;
        this.measures = measures;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Reads the feed of a publisher that is kept in step. */
    public void poll(String publisherId) {
        userSyncs.findTarget(Publisher.keyOf(publisherId)).ifPresent(target -> poll(target));
    }

    /**
     * Reads the feed.
     *
     * @return what came of it; where Partner Center did not answer or is to be left alone, no other is worth asking for
     */
    public FeedPoll poll(SyncTarget target) {
        var until = clock.instant();
        var from = target.watermark().minus(settings.overlap());
        try {
            var reading = feed.read(target.accountId(), from, until);
            if (reading instanceof Reading.Complete complete) {
                take(target, complete.records(), from, until);
                measures.polled("complete");
            } else {
                requireReconciliation(target, ReconcileReason.WATERMARK_EXPIRED);
                measures.polled("expired");
            }
            return FeedPoll.READ;
        } catch (PartnerCenterUnavailable unavailable) {
            measures.polled(unavailable.isPostponed() ? "postponed" : "failed");
            if (unavailable.isUnreadable()) {
                // It answered: only this account's feed is in doubt.
                requireReconciliation(target, ReconcileReason.FEED_UNREADABLE);
                return FeedPoll.UNREADABLE;
            }
            return unavailable.isPostponed() ? FeedPoll.POSTPONED : FeedPoll.NO_ANSWER;
        }
    }

    private void requireReconciliation(SyncTarget target, ReconcileReason reason) {
        transaction.executeWithoutResult(status -> {
            var sync = userSyncs.findForUpdate(target.publisherKey()).orElseThrow();
            if (sync.reconcileReason().isEmpty() && sync.mayBeForced(settings.forcedInterval(), clock.instant())) {
                sync.requireReconciliation(reason, clock.instant());
                inbox.wake(sync);
            }
        });
    }

    private void take(SyncTarget target, List<FeedRecord> records, Instant from, Instant until) {
        var known = changes.findBetween(target.publisherKey(), from, until);
        var incoming = records.stream().map(PollUserChanges::change).toList();
        var told = incoming.stream().map(IncomingChange::changeId).collect(Collectors.toSet());
        var missing = idsOf(known, change -> !change.leftOut() && !told.contains(change.changeId()));
        var foundAgain = idsOf(known, change -> change.leftOut() && told.contains(change.changeId()));
        var knownById = known.stream().collect(Collectors.groupingBy(Known::changeId));
        var fresh = incoming.stream()
                .filter(record -> knownById.getOrDefault(record.changeId(), List.of()).stream()
                        .noneMatch(change -> change.covers(record)))
                .toList();
        var stale = Duration.between(target.watermark(), until).compareTo(settings.overlap()) > 0;
        if (fresh.isEmpty() && missing.isEmpty() && foundAgain.isEmpty() && !stale) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            noteLeftOut(target, missing, true);
            noteLeftOut(target, foundAgain, false);
            var sync = userSyncs.findForUpdate(target.publisherKey()).orElseThrow();
            var taken = inbox.take(sync, ChangeSource.FEED, fresh);
            if (taken.contradicted()) {
                sync.requireReconciliation(ReconcileReason.PUSH_CONTRADICTED, clock.instant(), settings);
            }
            if (!missing.isEmpty()) {
                sync.requireReconciliation(ReconcileReason.FEED_GAP, clock.instant(), settings);
            }
            if (sync.reconcileReason().isPresent()) {
                inbox.wake(sync);
            }
            if (!missing.isEmpty()) {
                return;
            }
            sync.feedRead(until);
            if (taken.count() == 0
                    && sync.reconcileReason().isEmpty()
                    && changes.countByPublisherKeyAndState(sync.getId(), ChangeState.PENDING) == 0) {
                // Nothing came, and nothing waits: the watermark need not fall behind further.
                sync.effectsDone();
            }
        });
    }

    /** What the feed has lost is told once, and again when it is lost again. */
    private void noteLeftOut(SyncTarget target, Set<String> changeIds, boolean leftOut) {
        if (!changeIds.isEmpty()) {
            changes.noteLeftOut(target.publisherKey(), changeIds, leftOut);
        }
    }

    private static Set<String> idsOf(List<Known> known, Predicate<Known> wanted) {
        return known.stream()
                .filter(change -> change.source() == ChangeSource.FEED)
                .filter(wanted)
                .map(Known::changeId)
                .collect(Collectors.toSet());
    }

    private static IncomingChange change(FeedRecord record) {
        var user = record.user();
        if (!fits(record)) {
            return unreadable(record);
        }
        var operation = user.isPresent() && !record.active()
                ? ChangeOperation.REMOVE
                : switch (record.operation()) {
                    case "create_partner_user" -> ChangeOperation.ADD;
                    case "update_partner_user" -> ChangeOperation.CHANGE_ROLE;
                    case "remove_partner_user" -> ChangeOperation.REMOVE;
                    default -> ChangeOperation.UNKNOWN;
                };
        return new IncomingChange(
                record.changeId(),
                record.occurredAt(),
                user.map(it -> it.userId()).orElse(null),
                user.map(it -> it.userPrincipalName()).orElse(null),
                user.map(it -> it.displayName()).orElse(null),
                operation,
                record.operation(),
                user.map(it -> it.roles()).orElse(Set.of()));
    }

    /** Whether the inbox can hold it. */
    private static boolean fits(FeedRecord record) {
        return isShort(record.changeId(), 300)
                && isShort(record.operation(), 100)
                && record.user()
                        .filter(user -> !(isShort(user.userId(), 400)
                                && isShort(user.userPrincipalName(), 400)
                                && isShort(user.displayName(), 400)
                                && isShort(String.join("\n", user.roles()), 4000)
                                && !UserLink.isPortalOnly(user.userId())))
                        .isEmpty();
    }

    private static boolean isShort(String text, int limit) {
        return text == null || text.length() <= limit && text.indexOf('\0') < 0;
    }

    private static IncomingChange unreadable(FeedRecord record) {
        var id = UUID.nameUUIDFromBytes(record.changeId().getBytes(StandardCharsets.UTF_8));
        return new IncomingChange(
                id.toString(),
                record.occurredAt(),
                null,
                null,
                null,
                ChangeOperation.UNKNOWN,
                ChangeOperation.UNKNOWN.name(),
                Set.of());
    }
}
