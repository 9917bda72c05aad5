package io.accountmigration.sandbox.data;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Every write that the stand-ins saw, oldest first. */
@Component
@Profile("sandbox")
@SandboxTransaction
public class Writes {

    private final EntityManager entities;

    Writes(SandboxDatabase database) {
        this.entities = database.entityManager();
    }

    public void add(Write write) {
        entities.persist(write);
    }

    public List<Write> all() {
        return entities.createQuery("select w from Write w order by w.id", Write.class)
                .getResultList();
    }

    public List<Write> of(String publisherId) {
        return entities.createQuery("select w from Write w where w.publisherKey = :key order by w.id", Write.class)
                .setParameter("key", KeyNormalization.of(publisherId))
                .getResultList();
    }
}
