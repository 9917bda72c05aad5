package io.accountmigration.outside.directory;

import static java.util.Objects.requireNonNull;

import io.accountmigration.partner.Tenant;

/** A tenant as Graph sends it. */
record TenantInformation(String tenantId, String displayName) {

    TenantInformation {
        requireNonNull(tenantId);
        requireNonNull(displayName);
    }

    Tenant toTenant() {
        return new Tenant(tenantId, displayName);
    }
}
