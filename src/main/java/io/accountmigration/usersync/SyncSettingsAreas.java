package io.accountmigration.usersync;

import io.accountmigration.partner.PartnerCenter;
import io.accountmigration.publisher.CloudPartnerPortal;
import io.accountmigration.publisher.Publisher;
import io.accountmigration.publisher.RequestKey;
import io.accountmigration.publisher.SettingsArea;
import io.accountmigration.publisher.Writing;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

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
        for (var area : AREAS) {
            var wanted = partnerCenter.settingsOf(target.accountId(), area).filter(it -> !it.isEmpty());
            var publisher = portal.find(target.publisherId());
            if (wanted.isPresent()
                    && publisher.isPresent()
                    && !wanted.get().equals(publisher.get().settings().get(area))) {
                drifts.add(overwrite(target, area, wanted.get(), publisher.get()));
            }
        }
        return drifts;
    }

    private Drift overwrite(SyncTarget target, SettingsArea area, Map<String, Object> wanted, Publisher publisher) {
        var key = new RequestKey(
                UserSync.correlationOf(target.publisherId()), "user-sync/settings", area + "/" + publisher.version());
        var writing = portal.putSettings(target.publisherId(), area, wanted, publisher.version(), key);
        var refused = writing instanceof Writing.Refused it ? it.code() : null;
        return new Drift(
                DriftClass.SETTINGS_DIFFER,
                area.name(),
                null,
                null,
                null,
                null,
                writing instanceof Writing.Written ? DriftAction.CORRECTED : DriftAction.OVERWRITTEN,
                refused);
    }
}
