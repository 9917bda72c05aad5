package io.accountmigration.eligibility;

import io.accountmigration.partner.Tenant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether an address lives in one of the directories of the partner membership (R6). */
@Component
public class TenantMatchCheck {

    /** The mismatch, where the tenant is none of the partner's; the partner's are given primary first. */
    public Optional<TenantMismatch> check(String tenantId, List<Tenant> partnerTenants) {
        var matches =
                partnerTenants.stream().anyMatch(partner -> partner.tenantId().equalsIgnoreCase(tenantId));
        return matches ? Optional.empty() : Optional.of(new TenantMismatch(partnerTenants.get(0)));
    }
}
