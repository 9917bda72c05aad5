package io.accountmigration.usersync.comparison;

import io.accountmigration.partner.AccountCondition;
import io.accountmigration.partner.AccountUser;
import io.accountmigration.partner.PartnerCenter;
import io.accountmigration.partner.PartnerCenterUnavailable;
import io.accountmigration.publisher.CallPriority;
import io.accountmigration.publisher.CloudPartnerPortal;
import io.accountmigration.publisher.CloudPartnerPortalUnavailable;
import io.accountmigration.publisher.OutsideCallScope;
import io.accountmigration.publisher.OutsideUnavailable;
import io.accountmigration.publisher.Publisher;
import io.accountmigration.publisher.PublisherRoster;
import io.accountmigration.usersync.ChangeSource;
import io.accountmigration.usersync.ChangeState;
import io.accountmigration.usersync.FailureReason;
import io.accountmigration.usersync.ReconcileReason;
import io.accountmigration.usersync.SyncSettings;
import io.accountmigration.usersync.SyncTarget;
import io.accountmigration.usersync.UserChange;
import io.accountmigration.usersync.UserChangeInbox;
import io.accountmigration.usersync.UserChanges;
import io.accountmigration.usersync.UserLink;
import io.accountmigration.usersync.UserLinks;
import io.accountmigration.usersync.UserSyncAlerts;
import io.accountmigration.usersync.UserSyncs;
import io.accountmigration.usersync.cycle.MapRoles;
import io.accountmigration.usersync.cycle.RecordSyncFailure;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Compares an account as a whole. What differs becomes changes like any others, so that the same guards hold; an empty
 * or partial snapshot leads to nothing.
 */
@Component
public class ReconcileUsers {

    private final UserSyncs userSyncs;
    private final UserChanges changes;
    private final UserLinks links;
    private final UserChangeInbox inbox;
    private final RecordComparison recordComparison;
    private final PartnerCenter partnerCenter;
    private final CloudPartnerPortal portal;
    private final MapRoles mapRoles;
    private final UnmappableUserCheck unmappableUserCheck;
    private final SyncSettingsAreas settingsAreas;
    private final RecordSyncFailure recordSyncFailure;
    private final UserSyncAlerts alerts;
    private final SyncSettings settings;
    private final OutsideCallScope scope;
    private final Clock clock;

    ReconcileUsers(
            UserSyncs userSyncs,
            UserChanges changes,
            UserLinks links,
            UserChangeInbox inbox,
            RecordComparison recordComparison,
            PartnerCenter partnerCenter,
            CloudPartnerPortal portal,
            MapRoles mapRoles,
            UnmappableUserCheck unmappableUserCheck,
            SyncSettingsAreas settingsAreas,
            RecordSyncFailure recordSyncFailure,
            UserSyncAlerts alerts,
            SyncSettings settings,
            OutsideCallScope scope,
            Clock clock) {
        this.userSyncs = userSyncs;
        this.changes = changes;
        this.links = links;
        this.inbox = inbox;
        this.recordComparison = recordComparison;
        this.partnerCenter = partnerCenter;
        this.portal = portal;
        this.mapRoles = mapRoles;
        this.unmappableUserCheck = unmappableUserCheck;
        this.settingsAreas = settingsAreas;
        this.recordSyncFailure = recordSyncFailure;
        this.alerts = alerts;
        this.settings = settings;
        this.scope = scope;
        this.clock = clock;
    }

    /**
     * Compares both sides and puts what differs into the inbox.
     *
     * @return whether both sides could be read; if not it is tried again later
     */
    @Transactional
    public boolean reconcile(String publisherId) {
        var target = userSyncs.findTarget(Publisher.keyOf(publisherId)).orElseThrow();
        var startedAt = clock.instant();
        if (target.isOnlyScheduled()) {
            scope.lowerTo(CallPriority.COMPARISON);
        }
        try {
            var condition = AccountCondition.of(partnerCenter, target.publisherId(), target.accountId());
            if (condition != AccountCondition.ACTIVE) {
                return failLost(target, condition);
            }
            var members = partnerCenter.rosterOf(target.accountId());
            if (members.isEmpty()) {
                return fail(target, FailureReason.EMPTY_SNAPSHOT);
            }
            var roster = portal.rosterOf(target.publisherId());
            var reason = FailureReason.of(roster);
            if (reason.isPresent()) {
                return fail(target, reason.get());
            }
            compare(target, startedAt, members, roster.get());
            return true;
        } catch (PartnerCenterUnavailable unavailable) {
            return failUnlessThrottled(target, FailureReason.ofPartnerCenter(unavailable), unavailable);
        } catch (CloudPartnerPortalUnavailable unavailable) {
            return failUnlessThrottled(target, FailureReason.ofPortal(unavailable), unavailable);
        }
    }

    private void compare(SyncTarget target, Instant startedAt, List<AccountUser> members, PublisherRoster roster) {
        var known = links.findByPublisherKey(target.publisherKey()).stream()
                .collect(Collectors.toMap(UserLink::userId, Function.identity()));
        var open = changes.findOpen(target.publisherKey());
        var waiting = idsOf(open, change -> change.state() == ChangeState.STAGED);
        var approved = idsOf(open, UserChange::isApproved);
        var comparison = new Comparison(target, startedAt, known, roster, mapRoles, settings, waiting, approved);
        comparison.members(members);
        comparison.removed(members);
        comparison.strangers(unmappableUserCheck.of(target));
        open.forEach(change ->
                comparison.outcomeOf(change).ifPresent(why -> change.decide(ChangeState.SUPERSEDED, why, startedAt)));
        var drifts = comparison.drifts();
        var settingsDrifts = settingsAreas.sync(target);
        drifts.addAll(settingsDrifts);

        recordComparison.record(target.publisherKey(), comparison, drifts, startedAt);

        var sync = userSyncs.findForUpdate(target.publisherKey()).orElseThrow();
        var reason = sync.reconcileReason();
        sync.reconciled(startedAt, settings.roleMap().version());
        if (!settings.lag().isZero()
                && (comparison.isToBeRepeated()
                        || comparison.isToRemove()
                        || reason.filter(ReconcileReason::concernsTheLatest).isPresent())) {
            sync.reconcileWhenShown(startedAt.plus(settings.lag()));
        }
        if (sync.isFailing()) {
            sync.succeeded();
        }
        sync.accountFound(AccountCondition.ACTIVE);
        sync.compared(comparison.parity(), startedAt);
        sync.settingsCompared(settingsDrifts.stream().allMatch(drift -> drift.action() == DriftAction.CORRECTED));
        if (drifts.stream().anyMatch(ReconcileUsers::couldNotBeSettled)) {
            sync.reconcileAgain(startedAt.plus(settings.retry()));
        }
        inbox.take(sync, ChangeSource.RECONCILIATION, comparison.changes());
    }

    private static Set<String> idsOf(List<UserChange> open, Predicate<UserChange> wanted) {
        return open.stream().filter(wanted).map(UserChange::userId).collect(Collectors.toSet());
    }

    /** Nobody follows an account that is not the master: nothing is carried over, and operators are told once. */
    private boolean failLost(SyncTarget target, AccountCondition condition) {
        var sync = userSyncs.findForUpdate(target.publisherKey()).orElseThrow();
        if (sync.accountFound(condition)) {
            alerts.accountLost(target.publisherId(), condition);
        }
        return fail(target, FailureReason.ACCOUNT_NOT_ACTIVE);
    }

    /** Something outside did not answer, which says nothing about the account. */
    private static boolean couldNotBeSettled(Drift drift) {
        return drift.action() == DriftAction.TRIED_AGAIN || drift.action() == DriftAction.COULD_NOT_CHECK;
    }

    private boolean failUnlessThrottled(SyncTarget target, FailureReason reason, OutsideUnavailable unavailable) {
        if (unavailable.retryAfter().isPresent()) {
            throw unavailable;
        }
        return fail(target, reason);
    }

    private boolean fail(SyncTarget target, FailureReason reason) {
        var sync = userSyncs.findForUpdate(target.publisherKey()).orElseThrow();
        recordSyncFailure.note(sync, reason);
        return false;
    }
}
