package io.accountmigration.sandbox.data;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The accounts in Partner Center. */
@Component
@Profile("sandbox")
public class PartnerCenterAccounts {

    private final EntityManager entities;

    public PartnerCenterAccounts(SandboxDatabase database) {
        this.entities = database.entityManager();
    }

    public Optional<PartnerCenterAccount> find(String accountId) {
        return Optional.ofNullable(entities.find(PartnerCenterAccount.class, accountId));
    }

    /** The account, held until the transaction ends. */
    public Optional<PartnerCenterAccount> hold(String accountId) {
        return Optional.ofNullable(
                entities.find(PartnerCenterAccount.class, accountId, LockModeType.PESSIMISTIC_WRITE));
    }

    public Optional<PartnerCenterAccount> ofPublisher(String publisherId) {
        return entities.createQuery(
                        "select a from PartnerCenterAccount a where a.publisherKey = :key", PartnerCenterAccount.class)
                .setParameter("key", KeyNormalization.of(publisherId))
                .getResultStream()
                .findFirst();
    }

    public void add(PartnerCenterAccount account) {
        entities.persist(account);
    }

    /** Removes an account with its users; its audit records stay. */
    public void remove(PartnerCenterAccount account) {
        entities.remove(account);
    }
}
