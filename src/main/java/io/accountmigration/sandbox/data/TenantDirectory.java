package io.accountmigration.sandbox.data;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Which domain belongs to which tenant, and which address is a personal Microsoft account. */
@Component
@Profile("sandbox")
public class TenantDirectory {

    private static final Set<String> CONSUMER_DOMAINS = Set.of("outlook.com", "hotmail.com", "live.com", "msn.com");

    private final EntityManager entities;

    public TenantDirectory(SandboxDatabase database) {
        this.entities = database.entityManager();
    }

    public static boolean isConsumerDomain(String domain) {
        return CONSUMER_DOMAINS.contains(domain);
    }

    public Optional<Tenant> tenant(String tenantId) {
        return Optional.ofNullable(tenantId).map(id -> entities.find(Tenant.class, id));
    }

    public Optional<Tenant> ofDomain(String domain) {
        return Optional.ofNullable(entities.find(Domain.class, KeyNormalization.of(domain)))
                .flatMap(found -> tenant(found.tenantId()));
    }

    public boolean isMicrosoftAccount(String address) {
        return isConsumerDomain(KeyNormalization.domainOf(address))
                || entities.find(MicrosoftAccount.class, KeyNormalization.of(address)) != null;
    }

    /** Whether mail to an address reaches a group, not a person. */
    public boolean isGroup(String address) {
        return !entities.createQuery("""
                        select 1 from Publisher p join p.users u
                        where u.addressKey = :address and u.type = :group""", Integer.class)
                .setParameter("address", KeyNormalization.of(address))
                .setParameter("group", CppUser.Type.GROUP)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** The domains of each of these tenants, in their order. */
    public Map<String, List<String>> domains(Collection<String> tenantIds) {
        return entities
                .createQuery(
                        "select d from Domain d where d.tenantId in :ids order by d.tenantId, d.position, d.name",
                        Domain.class)
                .setParameter("ids", tenantIds)
                .getResultList()
                .stream()
                .collect(
                        Collectors.groupingBy(Domain::tenantId, Collectors.mapping(Domain::name, Collectors.toList())));
    }
}
