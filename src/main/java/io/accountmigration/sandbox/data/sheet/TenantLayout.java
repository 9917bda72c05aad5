package io.accountmigration.sandbox.data.sheet;

import io.accountmigration.sandbox.data.KeyNormalization;
import io.accountmigration.sandbox.data.TenantDirectory;
import io.accountmigration.sandbox.data.sheet.AccountSheet.CppPerson;
import io.accountmigration.sandbox.data.sheet.AccountSheet.Membership;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where a publisher's people are at home: the tenant of its company, tenants outside the membership, and personal
 * accounts. It follows from the addresses, the membership and the kind of the publisher.
 *
 * @param outside names of the tenants that are not in the membership, with their domains in order
 */
record TenantLayout(String companyTenantId, List<OutsideTenant> outside, Set<String> microsoftAccounts) {

    /** A tenant that the directory knows and the membership does not. */
    record OutsideTenant(String tenantId, String displayName, List<String> domains) {}

    static TenantLayout of(String kind, String displayName, List<CppPerson> people, Membership membership) {
        var inside = domainsOf(membership);
        var personal = new TreeSet<String>();
        var outside = new LinkedHashMap<String, OutsideTenant>();
        for (var person : ownersFirst(people)) {
            var domain = KeyNormalization.domainOf(person.address());
            var elsewhere = !domain.isEmpty() && !inside.contains(domain) && !TenantDirectory.isConsumerDomain(domain);
            var personalByKind = elsewhere && kind.equals(Kind.FABRIKAM.word());
            if (personalByKind || Boolean.TRUE.equals(person.microsoftAccount())) {
                personal.add(KeyNormalization.of(person.address()));
            }
            if (elsewhere && !personalByKind) {
                var name = kind.equals(Kind.ADVENTURE_WORKS.word()) ? displayName + " Holding" : displayName;
                outside.putIfAbsent(domain, tenant(domain, name));
            }
        }
        var company = company(kind, displayName, people, membership, outside);
        return new TenantLayout(company, List.copyOf(outside.values()), personal);
    }

    private static String company(
            String kind,
            String displayName,
            List<CppPerson> people,
            Membership membership,
            Map<String, OutsideTenant> outside) {
        if (!outside.isEmpty() && !kind.equals(Kind.ADVENTURE_WORKS.word())) {
            return outside.values().iterator().next().tenantId();
        }
        if (membership != null && !membership.tenants().isEmpty()) {
            return primary(membership);
        }
        var domain = people.stream()
                .map(person -> KeyNormalization.domainOf(person.address()))
                .filter(found -> !found.isEmpty() && !TenantDirectory.isConsumerDomain(found))
                .findFirst()
                .orElse(KeyNormalization.idOf(displayName) + ".example");
        var own = tenant(domain.replaceFirst("(?=\\.)", "-inc"), displayName);
        outside.putIfAbsent(own.domains().get(0), own);
        return own.tenantId();
    }

    static String primary(Membership membership) {
        return membership.tenants().stream()
                .filter(AccountSheet.CompanyTenant::primary)
                .findFirst()
                .or(() -> membership.tenants().stream().findFirst())
                .map(AccountSheet.CompanyTenant::tenantId)
                .orElse(null);
    }

    static String tenantIdOf(String domain) {
        return KeyNormalization.idOf("tenant:" + domain);
    }

    static List<String> domainsOf(Membership membership) {
        return membership == null
                ? List.of()
                : membership.tenants().stream()
                        .flatMap(tenant -> tenant.domains().stream())
                        .toList();
    }

    /** The domains of the company's tenant, which is in the membership or outside it. */
    List<String> companyDomains(Membership membership) {
        var domains = new ArrayList<String>();
        outside.stream()
                .filter(tenant -> tenant.tenantId().equals(companyTenantId))
                .forEach(tenant -> domains.addAll(tenant.domains()));
        if (membership != null) {
            membership.tenants().stream()
                    .filter(tenant -> tenant.tenantId().equals(companyTenantId))
                    .forEach(tenant -> domains.addAll(tenant.domains()));
        }
        return domains;
    }

    private static OutsideTenant tenant(String domain, String displayName) {
        return new OutsideTenant(tenantIdOf(domain), displayName, List.of(domain));
    }

    private static List<CppPerson> ownersFirst(List<CppPerson> people) {
        return people.stream().sorted(Comparator.comparing(CppPerson::role)).toList();
    }
}
