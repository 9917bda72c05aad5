package io.accountmigration.sandbox.data.sheet;

import static io.accountmigration.sandbox.data.sheet.SheetCheck.number;
import static io.accountmigration.sandbox.data.sheet.SheetCheck.require;
import static io.accountmigration.sandbox.data.sheet.SheetCheck.text;

import io.accountmigration.sandbox.data.KeyNormalization;
import io.accountmigration.sandbox.data.MembershipState;
import io.accountmigration.sandbox.data.sheet.AccountSheet.CompanyTenant;
import io.accountmigration.sandbox.data.sheet.AccountSheet.Membership;
import java.util.ArrayList;
import java.util.List;

/** Completes the membership of a sheet: it is accepted, and its first tenant the primary one, unless said otherwise. */
final class Memberships {

    private static final int LONGEST_TENANT_ID = 60;

    private Memberships() {}

    static Membership complete(Membership given, String companyName) {
        if (given == null) {
            return null;
        }
        var locations = given.locations() == null ? List.<String>of() : given.locations();
        locations.forEach(location -> number(location, "membership.locations"));
        return new Membership(
                number(given.mpnId(), "membership.mpnId"),
                given.state() == null ? MembershipState.ACCEPTED : given.state(),
                tenants(given.tenants(), companyName),
                locations);
    }

    private static List<CompanyTenant> tenants(List<CompanyTenant> given, String companyName) {
        var tenants = new ArrayList<CompanyTenant>();
        var listed = given == null ? List.<CompanyTenant>of() : given;
        var noneIsPrimary = listed.stream().noneMatch(tenant -> Boolean.TRUE.equals(tenant.primary()));
        for (var tenant : listed) {
            var domains = domains(tenant.domains());
            require(tenant.tenantId() != null || !domains.isEmpty(), "A tenant needs a tenantId or a domain.");
            var tenantId = tenant.tenantId() == null ? TenantLayout.tenantIdOf(domains.get(0)) : tenant.tenantId();
            require(
                    tenantId.length() <= LONGEST_TENANT_ID,
                    "tenantId is longer than " + LONGEST_TENANT_ID + " characters.");
            tenants.add(new CompanyTenant(
                    tenantId,
                    tenant.displayName() == null
                            ? companyName
                            : text(tenant.displayName(), "membership.tenants.displayName"),
                    noneIsPrimary ? tenants.isEmpty() : Boolean.TRUE.equals(tenant.primary()),
                    domains,
                    Boolean.TRUE.equals(tenant.unmanaged()) ? true : null));
        }
        return tenants;
    }

    private static List<String> domains(List<String> given) {
        return (given == null ? List.<String>of() : given)
                .stream()
                        .map(domain -> KeyNormalization.of(text(domain, "membership.tenants.domains")))
                        .distinct()
                        .toList();
    }
}
