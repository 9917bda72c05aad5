package io.accountmigration.usersync.comparison;

import io.accountmigration.partner.AccountCondition;
import io.accountmigration.partner.AccountReading;
import io.accountmigration.partner.PartnerCenter;
import io.accountmigration.partner.PartnerCenterUnavailable;
import io.accountmigration.usersync.FirstComparison;
import io.accountmigration.usersync.SyncSettings;
import io.accountmigration.usersync.SyncTarget;
import io.accountmigration.usersync.UserLink;
import io.accountmigration.usersync.UserSync;
import io.accountmigration.usersync.cycle.MapRoles;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The first comparison of an account whose move was verified a moment ago. The portal has refused to switch any other
 * version than the one that was read, and nobody could work in an account that was not active yet; only whether it is active
 * now is asked. Roles that the move
 * gives nobody were not read: who gets one later comes with the feed and with the next comparison.
 */
@Component
class CompareVerifiedAccount implements FirstComparison {

    private static final Duration LATEST = Duration.ofMinutes(10);

    private final PartnerCenter partnerCenter;
    private final MapRoles mapRoles;
    private final UnmappableUserCheck unmappableUserCheck;
    private final RecordComparison recordComparison;
    private final SyncSettings settings;
    private final Clock clock;

    CompareVerifiedAccount(
            PartnerCenter partnerCenter,
            MapRoles mapRoles,
            UnmappableUserCheck unmappableUserCheck,
            RecordComparison recordComparison,
            SyncSettings settings,
            Clock clock) {
        this.partnerCenter = partnerCenter;
        this.mapRoles = mapRoles;
        this.unmappableUserCheck = unmappableUserCheck;
        this.recordComparison = recordComparison;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public boolean isDoneWith(AccountReading verified, UserSync sync, List<UserLink> listed) {
        if (clock.instant().isAfter(verified.readAt().plus(LATEST))) {
            return false;
        }
        var comparison = compare(verified, sync, listed);
        if (!comparison.isSettled() || !isActive(sync)) {
            return false;
        }
        recordComparison.record(sync.getId(), comparison, comparison.drifts(), verified.readAt());
        sync.reconciled(verified.readAt(), settings.roleMap().version());
        sync.accountFound(AccountCondition.ACTIVE);
        sync.compared(comparison.parity(), verified.readAt());
        sync.settingsCompared(true);
        return true;
    }

    /** An activation that was acknowledged may have been lost all the same. */
    private boolean isActive(UserSync sync) {
        try {
            return AccountCondition.of(partnerCenter, sync.publisherId(), sync.accountId()) == AccountCondition.ACTIVE;
        } catch (PartnerCenterUnavailable unavailable) {
            return false;
        }
    }

    private Comparison compare(AccountReading verified, UserSync sync, List<UserLink> listed) {
        var target = new SyncTarget(
                sync.getId(), sync.publisherId(), sync.accountId(), sync.watermark(), null, AccountCondition.ACTIVE);
        var links = new HashMap<String, UserLink>();
        listed.forEach(link -> links.put(link.userId(), link));
        var comparison = new Comparison(
                target, verified.readAt(), links, verified.roster(), mapRoles, settings, Set.of(), Set.of());
        comparison.members(verified.members());
        comparison.strangers(unmappableUserCheck.withoutAsking(target));
        return comparison;
    }
}
