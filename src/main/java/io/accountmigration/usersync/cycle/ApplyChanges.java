package io.accountmigration.usersync.cycle;

import io.accountmigration.partner.AccountCondition;
import io.accountmigration.partner.PartnerCenter;
import io.accountmigration.partner.PartnerCenterUnavailable;
import io.accountmigration.publisher.CloudPartnerPortal;
import io.accountmigration.publisher.CloudPartnerPortalUnavailable;
import io.accountmigration.publisher.EmailAddress;
import io.accountmigration.publisher.PublisherUser;
import io.accountmigration.usersync.ChangeState;
import io.accountmigration.usersync.FailureReason;
import io.accountmigration.usersync.ReconcileReason;
import io.accountmigration.usersync.SyncSettings;
import io.accountmigration.usersync.UserChange;
import io.accountmigration.usersync.UserLink;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the portal's entries be as Partner Center wants them, as far as the guards allow. The portal is read first, so
 * that what has been done already is not done again.
 */
@Component
public class ApplyChanges {

    /** So many failures in a row, and no success, are the portal's trouble and not the users'. */
    static final int ENOUGH_FAILURES = 5;

    private final CloudPartnerPortal portal;
    private final PartnerCenter partnerCenter;
    private final GuardRemovals guard;
    private final SyncSettings settings;
    private final Clock clock;

    ApplyChanges(
            CloudPartnerPortal portal,
            PartnerCenter partnerCenter,
            GuardRemovals guard,
            SyncSettings settings,
            Clock clock) {
        this.portal = portal;
        this.partnerCenter = partnerCenter;
        this.guard = guard;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Applies as many changes as there is time for.
     *
     * @throws CloudPartnerPortalUnavailable when the portal asks to be left alone for a while
     * @throws PartnerCenterUnavailable when Partner Center does
     */
    @Transactional
    public void apply(SyncCycle cycle) {
        if (cycle.candidates().isEmpty()) {
            return;
        }
        var entries = read(cycle);
        if (entries == null || isAccountInDoubt(cycle, entries) && !isAccountActive(cycle)) {
            return;
        }
        for (var candidate : cycle.candidates()) {
            candidate.match(entries, cycle.links());
        }
        cycle.endStrangers();
        cycle.candidates().forEach(candidate -> candidate.settle(entries.of(candidate.link())));
        entries.knowDoubtfulOwners(cycle.links());
        lookAtTwins(cycle, entries);
        guard.check(cycle, entries);
        write(cycle, entries);
        cycle.read(entries.all());
    }

    /** Before somebody loses something the account is looked at, and while it was last found lost. */
    private static boolean isAccountInDoubt(SyncCycle cycle, PortalEntries entries) {
        return cycle.target().isAccountLost()
                || cycle.candidates().stream()
                        .filter(candidate -> isOpen(candidate.change(), cycle))
                        .anyMatch(candidate ->
                                candidate.givesNoAccess() || candidate.takesOwnerAway(entries.of(candidate.link())));
    }

    private boolean isAccountActive(SyncCycle cycle) {
        var target = cycle.target();
        try {
            var condition = AccountCondition.of(partnerCenter, target.publisherId(), target.accountId());
            cycle.accountFound(condition);
            return condition == AccountCondition.ACTIVE;
        } catch (PartnerCenterUnavailable unavailable) {
            if (unavailable.retryAfter().isPresent()) {
                throw unavailable;
            }
            cycle.failed(FailureReason.ofPartnerCenter(unavailable));
            return false;
        }
    }

    /** Who loses something may have it still by another entry, which a comparison finds. */
    private static void lookAtTwins(SyncCycle cycle, PortalEntries entries) {
        var twins = cycle.links().stream().filter(UserLink::isTwin).toList();
        var isConcerned = cycle.candidates().stream()
                .filter(candidate -> losesAccess(candidate, entries))
                .map(candidate -> candidate.link().userPrincipalName())
                .anyMatch(address ->
                        twins.stream().anyMatch(twin -> EmailAddress.areSame(twin.userPrincipalName(), address)));
        if (isConcerned) {
            cycle.mustReconcile(ReconcileReason.TWIN_REMAINS);
        }
    }

    private PortalEntries read(SyncCycle cycle) {
        try {
            var roster = portal.rosterOf(cycle.target().publisherId());
            var reason = FailureReason.of(roster);
            reason.ifPresent(cycle::failed);
            return reason.isPresent() ? null : new PortalEntries(roster.orElseThrow());
        } catch (CloudPartnerPortalUnavailable unavailable) {
            if (unavailable.retryAfter().isPresent()) {
                throw unavailable;
            }
            cycle.failed(FailureReason.ofPortal(unavailable));
            return null;
        }
    }

    private void write(SyncCycle cycle, PortalEntries entries) {
        var writes = new PortalWrites(portal, cycle, entries);
        var deadline = clock.instant().plus(settings.patience());
        for (var step : AddressOrder.of(inOrder(cycle, entries), entries)) {
            if (clock.instant().isAfter(deadline)) {
                cycle.leaveRest();
                break;
            }
            writes.write(step);
            if (writes.isAskedToWait() || writes.failuresInARow() >= ENOUGH_FAILURES && writes.successes() == 0) {
                break;
            }
        }
        writes.tryHeldAgain();
        writes.settleFailures(settings);
    }

    /**
     * Who gains comes before who loses, so that an owner can be replaced by another; owners come last among either, so
     * that rather somebody else stands under a substitute address for a moment.
     */
    private static List<PendingUserChange> inOrder(SyncCycle cycle, PortalEntries entries) {
        return cycle.candidates().stream()
                .filter(candidate -> isOpen(candidate.change(), cycle))
                .sorted(Comparator.comparing((PendingUserChange candidate) -> losesAccess(candidate, entries))
                        .thenComparing(candidate -> entries.of(candidate.link())
                                .filter(PublisherUser::isActiveOwner)
                                .isPresent()))
                .toList();
    }

    private static boolean losesAccess(PendingUserChange candidate, PortalEntries entries) {
        var entry = entries.of(candidate.link());
        return candidate.takesOwnerAway(entry) || candidate.removes(entry);
    }

    private static boolean isOpen(UserChange change, SyncCycle cycle) {
        return change.state() == ChangeState.HELD
                || change.state() == ChangeState.PENDING && !change.nextTryAt().isAfter(cycle.startedAt());
    }
}
