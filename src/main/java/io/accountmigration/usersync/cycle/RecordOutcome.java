package io.accountmigration.usersync.cycle;

import io.accountmigration.publisher.PublisherUser;
import io.accountmigration.usersync.ChangeSource;
import io.accountmigration.usersync.ChangeState;
import io.accountmigration.usersync.Parity;
import io.accountmigration.usersync.SyncSettings;
import io.accountmigration.usersync.UserChanges;
import io.accountmigration.usersync.UserLink;
import io.accountmigration.usersync.UserLinks;
import io.accountmigration.usersync.UserSync;
import io.accountmigration.usersync.UserSyncAlerts;
import io.accountmigration.usersync.UserSyncMetrics;
import io.accountmigration.usersync.UserSyncs;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends a run: the watermark moves only now that the effects are there, failures count, and what comes next is decided
 * while the publisher's row is held.
 */
@Component
public class RecordOutcome {

    private final UserSyncs userSyncs;
    private final UserChanges changes;
    private final UserLinks links;
    private final UserSyncAlerts alerts;
    private final UserSyncMetrics measures;
    private final RecordSyncFailure recordSyncFailure;
    private final SyncSettings settings;
    private final Clock clock;

    RecordOutcome(
            UserSyncs userSyncs,
            UserChanges changes,
            UserLinks links,
            UserSyncAlerts alerts,
            UserSyncMetrics measures,
            RecordSyncFailure recordSyncFailure,
            SyncSettings settings,
            Clock clock) {
        this.userSyncs = userSyncs;
        this.changes = changes;
        this.links = links;
        this.alerts = alerts;
        this.measures = measures;
        this.recordSyncFailure = recordSyncFailure;
        this.settings = settings;
        this.clock = clock;
    }

    /** Records the outcome of the run, and returns the next step. */
    @Transactional
    public NextStep record(SyncCycle cycle) {
        var now = clock.instant();
        keepLinks(cycle);
        var sync = userSyncs.findForUpdate(cycle.target().publisherKey()).orElseThrow();
        cycle.reconcileReasons().forEach(reason -> sync.requireReconciliation(reason, now, settings));
        cycle.accountCondition()
                .filter(sync::accountFound)
                .ifPresent(condition -> alerts.accountLost(sync.publisherId(), condition));
        cycle.failure().ifPresentOrElse(reason -> recordSyncFailure.note(sync, reason), () -> succeed(sync, cycle));
        cycle.entries().ifPresent(entries -> compare(sync, cycle, entries, now));
        sync.confirmLatest(cycle.links(), now, settings);
        if (cycle.isStagedAnew()) {
            alerts.removalsStaged(
                    sync.publisherId(), changes.countByPublisherKeyAndState(sync.getId(), ChangeState.STAGED));
        }
        if (cycle.isHeldAnew() && changes.countByPublisherKeyAndState(sync.getId(), ChangeState.HELD) > 0) {
            alerts.lastOwnerHeld(sync.publisherId());
        }
        if (cycle.isStagedEverywhere()) {
            alerts.removalsStagedEverywhere(sync.publisherId());
        }
        for (var candidate : cycle.candidates()) {
            finish(candidate, now);
        }
        return next(sync, cycle, now);
    }

    private void keepLinks(SyncCycle cycle) {
        links.saveAll(cycle.links().stream().filter(UserLink::isNew).toList());
        cycle.goneLinks().stream().filter(link -> !link.isNew()).forEach(links::delete);
    }

    private static void succeed(UserSync sync, SyncCycle cycle) {
        if (sync.isFailing() && cycle.entries().isPresent()) {
            sync.succeeded();
        }
    }

    private static void compare(UserSync sync, SyncCycle cycle, Map<String, PublisherUser> entries, Instant now) {
        var wanted = cycle.links().stream()
                .filter(link -> link.role().isPresent())
                .map(link -> Parity.line(link.userPrincipalName(), link.role().orElseThrow()));
        sync.compared(Parity.of(wanted, entries.values(), cycle.links()), now);
    }

    private void finish(PendingUserChange candidate, Instant now) {
        var change = candidate.change();
        if (change.source() == ChangeSource.ON_DEMAND) {
            change.tookSteps(candidate.steps());
        }
        if (change.state() == ChangeState.APPLIED) {
            measures.applied(change.source(), change.receivedAt(), now);
        }
    }

    private NextStep next(UserSync sync, SyncCycle cycle, Instant now) {
        if (!sync.mayTry(now)) {
            return NextStep.END;
        }
        if (sync.reconcileReason().isPresent()) {
            return NextStep.RECONCILE;
        }
        if (cycle.isSettling()) {
            return NextStep.SETTLE;
        }
        if (cycle.isUnfinished() || changes.areDue(sync.getId(), now)) {
            return NextStep.GO_ON;
        }
        sync.effectsDone();
        return NextStep.END;
    }
}
