package io.accountmigration.sandbox.data;

import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The answers given so far, by the request they belong to. */
@Component
@Profile("sandbox")
public class Answers {

    private final EntityManager entities;

    Answers(SandboxDatabase database) {
        this.entities = database.entityManager();
    }

    public Optional<Answer> find(String requestKey) {
        return Optional.ofNullable(entities.find(Answer.class, requestKey));
    }

    public void keep(String requestKey, int status, String body) {
        entities.persist(new Answer(requestKey, status, body));
    }
}
