package io.accountmigration.usersync.comparison;

import io.accountmigration.partner.PartnerCenter;
import io.accountmigration.publisher.CloudPartnerPortal;
import io.accountmigration.publisher.OutsideUnavailable;
import io.accountmigration.publisher.Publisher;
import io.accountmigration.publisher.RequestKey;
import io.accountmigration.publisher.SettingsArea;
import io.accountmigration.publisher.WriteResult;
import io.accountmigration.usersync.SyncTarget;
import io.accountmigration.usersync.UserSync;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Carries the profiles that Partner Center is the master of back to the portal. */
@Component
class SyncSettingsAreas {

    private static final Set<SettingsArea> AREAS = EnumSet.of(SettingsArea.COMPANY, SettingsArea.PAYOUT);

    private final PartnerCenter partnerCenter;
    private final CloudPartnerPortal portal;

    SyncSettingsAreas(PartnerCenter partnerCenter, CloudPartnerPortal portal) {
        this.partnerCenter = partnerCenter;
        this.portal = portal;
    }

    /** Overwrites what differs and tells it; what Partner Center does not have is left alone. */
    List<Drift> sync(SyncTarget target) {
        var drifts = new ArrayList<Drift>();
        var publisher = readOnce(target);
        for (var area : AREAS) {
            var drift = sync(target, area, publisher);
            if (drift.isPresent()) {
                drifts.add(drift.get());
                // Overwriting has made another version of it.
                publisher = readOnce(target);
            }
        }
        return drifts;
    }

    private Supplier<Optional<Publisher>> readOnce(SyncTarget target) {
        return SingletonSupplier.of(() -> portal.find(target.publisherId()));
    }

    /** The users are not kept waiting for an area that cannot be read or written now. */
    private Optional<Drift> sync(SyncTarget target, SettingsArea area, Supplier<Optional<Publisher>> read) {
        try {
            var wanted = partnerCenter.settingsOf(target.accountId(), area).filter(it -> !it.isEmpty());
            var publisher = read.get();
            return wanted.isPresent()
                            && publisher.isPresent()
                            && !wanted.get().equals(publisher.get().settings().get(area))
                    ? Optional.of(overwrite(target, area, wanted.get(), publisher.get()))
                    : Optional.empty();
        } catch (OutsideUnavailable unavailable) {
            if (unavailable.retryAfter().isPresent()) {
                throw unavailable;
            }
            return Optional.of(drift(area, DriftAction.TRIED_AGAIN, null));
        }
    }

    private Drift overwrite(SyncTarget target, SettingsArea area, Map<String, Object> wanted, Publisher publisher) {
        var key = new RequestKey(
                UserSync.correlationOf(target.publisherId()), "user-sync/settings", area + "/" + publisher.version());
        var writing = portal.putSettings(target.publisherId(), area, wanted, publisher.version(), key);
        if (writing instanceof WriteResult.Refused refused) {
            return drift(area, DriftAction.REFUSED_BY_PORTAL, refused.code());
        }
        return drift(
                area, writing instanceof WriteResult.Stale ? DriftAction.TRIED_AGAIN : DriftAction.CORRECTED, null);
    }

    private static Drift drift(SettingsArea area, DriftAction action, String detail) {
        return new Drift(DriftClass.SETTINGS_DIFFER, area.name(), null, null, null, null, action, detail);
    }
}
