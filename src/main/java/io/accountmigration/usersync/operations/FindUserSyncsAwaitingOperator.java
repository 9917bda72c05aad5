package io.accountmigration.usersync.operations;

import io.accountmigration.usersync.ChangeState;
import io.accountmigration.usersync.FailureReason;
import io.accountmigration.usersync.QuarantineView;
import io.accountmigration.usersync.UserChanges;
import io.accountmigration.usersync.UserChanges.Tally;
import io.accountmigration.usersync.UserSync;
import io.accountmigration.usersync.UserSyncs;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds the publishers whose user sync needs somebody. */
@Component
public class FindUserSyncsAwaitingOperator {

    /**
     * A publisher whose user sync needs somebody.
     *
     * @param quarantine why nothing of it can be kept in step, where that is so
     * @param staged removals that wait for an operator
     * @param failing users whose change does not get through
     * @param held removals of a last owner
     */
    public record SyncInNeed(
            String publisherId, Optional<FailureReason> quarantine, long staged, long failing, long held) {}

    private final UserSyncs userSyncs;
    private final UserChanges changes;

    FindUserSyncsAwaitingOperator(UserSyncs userSyncs, UserChanges changes) {
        this.userSyncs = userSyncs;
        this.changes = changes;
    }

    /** Those in quarantine first, then those with the most that waits. */
    @Transactional(readOnly = true)
    public List<SyncInNeed> find(int atMost) {
        var quarantined = userSyncs.findQuarantined(Limit.of(atMost));
        var waiting = changes.tallyWaiting(Limit.of(2 * atMost));
        var keys = new LinkedHashSet<String>();
        quarantined.forEach(sync -> keys.add(sync.getId()));
        waiting.forEach(tally -> keys.add(tally.publisherKey()));
        if (keys.isEmpty()) {
            return List.of();
        }
        var found = userSyncs.findAll(keys).stream().collect(Collectors.toMap(UserSync::getId, sync -> sync));
        return keys.stream()
                .limit(atMost)
                .map(key -> new SyncInNeed(
                        found.get(key).publisherId(),
                        found.get(key).quarantine().map(QuarantineView::reason),
                        count(waiting, key, ChangeState.STAGED),
                        count(waiting, key, ChangeState.PENDING),
                        count(waiting, key, ChangeState.HELD)))
                .toList();
    }

    private static long count(List<Tally> tallies, String publisherKey, ChangeState state) {
        return tallies.stream()
                .filter(tally -> tally.publisherKey().equals(publisherKey) && tally.state() == state)
                .mapToLong(Tally::changes)
                .sum();
    }
}
