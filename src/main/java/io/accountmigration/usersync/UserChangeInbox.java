package io.accountmigration.usersync;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Stores incoming changes, each once. The caller holds the lock on the publisher's row. */
@Component
public class UserChangeInbox {

    private final UserChanges changes;
    private final UserSyncWorkflow workflow;
    private final Clock clock;

    UserChangeInbox(UserChanges changes, UserSyncWorkflow workflow, Clock clock) {
        this.changes = changes;
        this.workflow = workflow;
        this.clock = clock;
    }

    /** What was taken in, and which ids are known for something else. */
    record Taken(int count, List<String> reusedIds) {}

    /** Takes a change in that is not known yet. */
    void add(UserSync sync, ChangeSource source, IncomingChange change) {
        changes.saveAll(List.of(new UserChange(sync.getId(), source, change, clock.instant())));
        wake(sync);
    }

    public Taken take(UserSync sync, ChangeSource source, Collection<IncomingChange> incoming) {
        var known = known(sync.getId(), incoming);
        var fresh = new ArrayList<UserChange>();
        var reused = new ArrayList<String>();
        for (var change : incoming) {
            var same = known.get(change.changeId());
            if (same == null) {
                fresh.add(new UserChange(sync.getId(), source, change, clock.instant()));
            } else if (!same.says(change)) {
                reused.add(change.changeId());
            }
        }
        changes.saveAll(fresh);
        if (!fresh.isEmpty()) {
            wake(sync);
        }
        return new Taken(fresh.size(), reused);
    }

    Map<String, UserChange> known(String publisherKey, Collection<IncomingChange> incoming) {
        if (incoming.isEmpty()) {
            return Map.of();
        }
        var ids = incoming.stream().map(IncomingChange::changeId).toList();
        return changes.findByPublisherKeyAndChangeIdIn(publisherKey, ids).stream()
                .collect(Collectors.toMap(UserChange::changeId, Function.identity()));
    }

    public void wake(UserSync sync) {
        if (sync.mayTry(clock.instant())) {
            workflow.wake(sync.publisherId());
        }
    }
}
