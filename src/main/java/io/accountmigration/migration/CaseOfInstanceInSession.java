package io.accountmigration.migration;

import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.hibernate.Session;

/** Looks the case up by its natural id, which a session remembers. */
class CaseOfInstanceInSession implements CaseOfInstance {

    private final EntityManager entities;

    CaseOfInstanceInSession(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public Optional<Migration> findByProcessInstanceId(String processInstanceId) {
        return entities.unwrap(Session.class).bySimpleNaturalId(Migration.class).loadOptional(processInstanceId);
    }
}
