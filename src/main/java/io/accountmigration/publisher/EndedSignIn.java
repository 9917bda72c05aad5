package io.accountmigration.publisher;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Word of a sign-in server that a session of somebody there is over, or that all are which began before. */
@Entity
@Table(name = "ended_sign_in")
public class EndedSignIn {

    @Id
    private UUID id;

    private String issuer;
    private String subject;
    private String sessionId;
    private Instant endedAt;

    protected EndedSignIn() {}

    EndedSignIn(String issuer, String subject, String sessionId, Instant endedAt) {
        this.id = UUID.randomUUID();
        this.issuer = issuer;
        this.subject = subject;
        this.sessionId = sessionId;
        this.endedAt = endedAt;
    }
}
