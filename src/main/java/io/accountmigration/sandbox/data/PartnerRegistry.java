package io.accountmigration.sandbox.data;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The numbers of the Partner Network. A location's number stands for its global account. */
@Component
@Profile("sandbox")
public class PartnerRegistry {

    private final EntityManager entities;

    public PartnerRegistry(SandboxDatabase database) {
        this.entities = database.entityManager();
    }

    public Optional<Partner> find(String mpnId) {
        return Optional.ofNullable(mpnId).map(id -> entities.find(Partner.class, id));
    }

    /** The global account behind a number. */
    public Optional<Partner> global(String mpnId) {
        return find(mpnId)
                .flatMap(found -> found.globalMpnId() == null ? Optional.of(found) : find(found.globalMpnId()));
    }

    public List<String> locationsOf(String mpnId) {
        return entities.createQuery(
                        "select p.mpnId from Partner p where p.globalMpnId = :id order by p.mpnId", String.class)
                .setParameter("id", mpnId)
                .getResultList();
    }
}
