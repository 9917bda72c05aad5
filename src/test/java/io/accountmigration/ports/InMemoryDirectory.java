package io.accountmigration.ports;

import io.accountmigration.partner.AccountKind;
import io.accountmigration.partner.TenantDirectory;
import io.accountmigration.publisher.EmailAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The directory of all tenants, held in memory: whole domains are of one kind. */
public class InMemoryDirectory implements TenantDirectory {

    private final Map<String, AccountKind> domains = new ConcurrentHashMap<>();

    public void add(String domain, AccountKind kind) {
        domains.put(domain, kind);
    }

    @Override
    public AccountKind kindOf(EmailAddress address) {
        return domains.getOrDefault(address.domain(), new AccountKind.NoTenant());
    }
}
