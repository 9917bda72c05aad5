package io.accountmigration.sandbox.wire;

import io.accountmigration.sandbox.data.KeyNormalization;
import io.accountmigration.sandbox.data.PartnerCenterAccount;
import io.accountmigration.sandbox.data.PartnerRegistry;
import io.accountmigration.sandbox.data.Refusal;
import io.accountmigration.sandbox.data.TenantDirectory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Partner Center takes active work accounts of the account's tenants for users, and nobody else. */
@Component
@Profile("sandbox")
class WorkAccounts {

    private final PartnerRegistry registry;
    private final TenantDirectory directory;

    WorkAccounts(PartnerRegistry registry, TenantDirectory directory) {
        this.registry = registry;
        this.directory = directory;
    }

    void requireIn(PartnerCenterAccount account, String address) {
        var home = directory.ofDomain(KeyNormalization.domainOf(address));
        var inTenants = home.filter(tenant -> registry.global(account.mpnId())
                        .filter(partner -> partner.tenantIds().contains(tenant.tenantId()))
                        .isPresent())
                .isPresent();
        if (!inTenants) {
            throw new Refusal(400, "4022", address + " is in no tenant of this account.");
        }
        if (directory.isGroup(address)) {
            throw new Refusal(400, "4022", address + " is no work account.");
        }
    }
}
