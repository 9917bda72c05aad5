package io.accountmigration.usersync;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Stores incoming changes, each once. The caller holds the lock on the publisher's row. */
@Component
public class UserChangeInbox {

    private final UserChanges changes;
    private final UserLinks links;
    private final UserSyncWorkflow workflow;
    private final SyncSettings settings;
    private final Clock clock;

    UserChangeInbox(
            UserChanges changes, UserLinks links, UserSyncWorkflow workflow, SyncSettings settings, Clock clock) {
        this.changes = changes;
        this.links = links;
        this.workflow = workflow;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What was taken in.
     *
     * @param reusedIds ids under which the same source told something else before: that is left as it is
     * @param contradicted whether the other source told something else under an id: both are kept, the feed's counts
     */
    public record Taken(int count, List<String> reusedIds, boolean contradicted) {}

    /** Takes a change in that is not known yet. */
    void add(UserSync sync, ChangeSource source, IncomingChange change) {
        changes.saveAll(List.of(new UserChange(sync.getId(), source, change, clock.instant())));
        wake(sync);
    }

    public Taken take(UserSync sync, ChangeSource source, Collection<IncomingChange> incoming) {
        var known = known(sync.getId(), source, incoming);
        var fresh = new ArrayList<UserChange>();
        var reused = new ArrayList<String>();
        var contradicted = false;
        var confirmed = false;
        for (var change : incoming) {
            var own = known.get(new Name(source, change.changeId()));
            var other = known.get(new Name(otherThan(source), change.changeId()));
            if (own != null) {
                if (!own.says(change)) {
                    reused.add(change.changeId());
                }
            } else if (other == null || !other.isSameAs(change)) {
                fresh.add(new UserChange(sync.getId(), source, change, clock.instant()));
                contradicted |= other != null;
                if (other != null && source == ChangeSource.FEED && other.state() == ChangeState.PENDING) {
                    other.decide(ChangeState.SUPERSEDED, "CONTRADICTED_BY_FEED", clock.instant());
                }
            } else if (source == ChangeSource.FEED && other.isUnconfirmed()) {
                confirm(other);
                confirmed = true;
            }
        }
        changes.saveAll(fresh);
        var held =
                confirmed ? changes.findByPublisherKeyAndState(sync.getId(), ChangeState.HELD) : List.<UserChange>of();
        held.forEach(change -> change.tryAgain(clock.instant()));
        if (confirmed && settings.lag().isZero()) {
            sync.confirmLatest(links.findByPublisherKey(sync.getId()), clock.instant(), settings);
        }
        if (!fresh.isEmpty() || !held.isEmpty()) {
            wake(sync);
        }
        return new Taken(fresh.size(), reused, contradicted);
    }

    private void confirm(UserChange pushed) {
        pushed.confirmed();
        links.findById(new UserLink.Id(pushed.publisherKey(), pushed.userId()))
                .filter(link -> link.follows(pushed))
                .ifPresent(UserLink::confirmed);
    }

    /** Ids are each source's own. */
    private record Name(ChangeSource source, String changeId) {}

    private static ChangeSource otherThan(ChangeSource source) {
        return switch (source) {
            case FEED -> ChangeSource.PUSH;
            case PUSH -> ChangeSource.FEED;
            case RECONCILIATION, ON_DEMAND -> source;
        };
    }

    private Map<Name, UserChange> known(String publisherKey, ChangeSource source, Collection<IncomingChange> incoming) {
        var ids = incoming.stream().map(IncomingChange::changeId).toList();
        var sources = EnumSet.of(source, otherThan(source));
        return ids.isEmpty()
                ? Map.of()
                : changes.findByPublisherKeyAndSourceInAndChangeIdIn(publisherKey, sources, ids).stream()
                        .collect(Collectors.toMap(
                                change -> new Name(change.source(), change.changeId()), Function.identity()));
    }

    public void wake(UserSync sync) {
        if (sync.mayTry(clock.instant())) {
            workflow.wake(sync.publisherId());
        }
    }
}
