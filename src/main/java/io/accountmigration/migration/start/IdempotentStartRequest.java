package io.accountmigration.migration.start;

import io.accountmigration.migration.Caller;
import io.accountmigration.migration.Migration;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A start that was asked for under an idempotency key, and answered. */
@Entity
@Table(name = "start_request")
class IdempotentStartRequest {

    @Id
    private UUID id;

    private UUID contentId;
    private String publisherId;
    private UUID caseId;
    private String answer;
    private Instant askedAt;

    protected IdempotentStartRequest() {}

    static IdempotentStartRequest of(Caller caller, String key, String publisherId, String requestedBy, Instant now) {
        var request = new IdempotentStartRequest();
        request.id = StartMigration.idOf(caller, key);
        var content = Migration.keyOf(publisherId) + "\n" + requestedBy;
        request.contentId = UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8));
        request.publisherId = publisherId;
        request.askedAt = now;
        return request;
    }

    IdempotentStartRequest hasStarted(Migration migration) {
        publisherId = migration.publisherId();
        caseId = migration.id();
        return this;
    }

    /** The answer of the first call stays. */
    void answeredWith(String text) {
        if (answer == null) {
            answer = text;
        }
    }

    /** Whether the key stands for something else from now on. */
    boolean isOlderThan(Instant time) {
        return askedAt.isBefore(time);
    }

    StartMigration.Started started() {
        return new StartMigration.Started(publisherId, caseId, Optional.ofNullable(answer));
    }

    boolean asksTheSameAs(IdempotentStartRequest other) {
        return contentId.equals(other.contentId);
    }

    UUID id() {
        return id;
    }

    String publisherId() {
        return publisherId;
    }
}
