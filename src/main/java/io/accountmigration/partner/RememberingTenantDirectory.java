package io.accountmigration.partner;

import io.accountmigration.publisher.EmailAddress;
import io.accountmigration.publisher.RecentValues;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/**
 * Remembers for some minutes which tenant a domain belongs to: the directory tells the same of every address of a tenant's
 * domain. Only what makes an address acceptable is answered from memory.
 */
@Component
@Primary
class RememberingTenantDirectory implements TenantDirectory {

    private static final Duration LIFETIME = Duration.ofMinutes(5);
    private static final int DOMAINS = 10_000;

    private final TenantDirectory directory;
    private final RecentValues<String, Tenant> tenants;

    RememberingTenantDirectory(TenantDirectory directory, Clock clock) {
        this.directory = directory;
        this.tenants = new RecentValues<>(clock, LIFETIME, DOMAINS);
    }

    @Override
    public AccountKind kindOf(EmailAddress address, Collection<Tenant> accepted) {
        var known = tenants.get(address.domain()).filter(tenant -> isAmong(accepted, tenant));
        return known.isPresent() ? new AccountKind.Work(known.get()) : kindOf(address);
    }

    @Override
    public AccountKind kindOf(EmailAddress address) {
        tenants.take(address.domain());
        var kind = directory.kindOf(address);
        if (kind instanceof AccountKind.Work work) {
            tenants.put(address.domain(), work.tenant());
        }
        return kind;
    }

    private static boolean isAmong(Collection<Tenant> accepted, Tenant tenant) {
        return accepted.stream().anyMatch(other -> other.tenantId().equals(tenant.tenantId()));
    }
}
