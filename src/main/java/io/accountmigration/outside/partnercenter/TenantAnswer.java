package io.accountmigration.outside.partnercenter;

import static java.util.Objects.requireNonNull;

import io.accountmigration.partner.Tenant;

/** A directory of a partner as Partner Center sends it. */
record TenantAnswer(String tenantId, String displayName, boolean primary) {

    TenantAnswer {
        requireNonNull(tenantId);
        requireNonNull(displayName);
    }

    Tenant toTenant() {
        return new Tenant(tenantId, displayName);
    }
}
