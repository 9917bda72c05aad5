package io.accountmigration.ports;

import io.accountmigration.partner.PartnerMembership;
import io.accountmigration.partner.PartnerNetwork;
import io.accountmigration.partner.Tenant;
import io.accountmigration.partner.Vetting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The partner network, held in memory. */
public class InMemoryPartnerNetwork implements PartnerNetwork {

    private final Map<String, PartnerMembership> memberships = new ConcurrentHashMap<>();

    public void add(String partnerId, Vetting vetting, Tenant... tenants) {
        memberships.put(partnerId, new PartnerMembership(partnerId, "Partner " + partnerId, vetting, List.of(tenants)));
    }

    public void clear() {
        memberships.clear();
    }

    @Override
    public Optional<PartnerMembership> find(String partnerId) {
        return Optional.ofNullable(memberships.get(partnerId));
    }
}
