package io.accountmigration.eligibility;

import io.accountmigration.partner.Tenant;

/** That an address is in none of the partner's directories. Only {@link TenantNameDisclosure} names those directories. */
public final class TenantMismatch {

    private final Tenant primary;

    TenantMismatch(Tenant primary) {
        this.primary = primary;
    }

    Finding named() {
        return FindingCode.TENANT_MISMATCH.naming(primary.displayName());
    }

    Finding unnamed() {
        return FindingCode.TENANT_MISMATCH.naming();
    }
}
