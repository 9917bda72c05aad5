package io.accountmigration.sandbox.data;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The feed of user changes, oldest first. Both ends of a period belong to it. */
@Component
@Profile("sandbox")
public class AuditTrail {

    private static final String OF_PERIOD =
            " from AuditRecord r where r.accountId = :account and r.operationDate between :start and :end";

    private final EntityManager entities;

    AuditTrail(SandboxDatabase database) {
        this.entities = database.entityManager();
    }

    /** One page: the records of a period, leaving out the first {@code offset}. */
    public List<AuditRecord> find(String accountId, Instant start, Instant end, int offset, int size) {
        return entities.createQuery("select r" + OF_PERIOD + " order by r.operationDate, r.id", AuditRecord.class)
                .setParameter("account", accountId)
                .setParameter("start", start)
                .setParameter("end", end)
                .setFirstResult(offset)
                .setMaxResults(size)
                .getResultList();
    }

    public long count(String accountId, Instant start, Instant end) {
        return entities.createQuery("select count(r)" + OF_PERIOD, Long.class)
                .setParameter("account", accountId)
                .setParameter("start", start)
                .setParameter("end", end)
                .getSingleResult();
    }
}
