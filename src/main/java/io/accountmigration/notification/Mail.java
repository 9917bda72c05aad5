package io.accountmigration.notification;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A message that waits for its delivery; it is forgotten once the mail server has it. */
@Entity
@Table(name = "mail")
class Mail {

    @Id
    private UUID id;

    private String recipient;
    private String subject;
    private String textBody;
    private String htmlBody;
    private Instant createdAt;

    /** The case that it is about, where it is written to one of its owners. */
    private UUID caseId;

    protected Mail() {}

    Mail(String recipient, String subject, String textBody, String htmlBody, Instant createdAt, UUID caseId) {
        this.id = UUID.randomUUID();
        this.recipient = recipient;
        this.subject = subject;
        this.textBody = textBody;
        this.htmlBody = htmlBody;
        this.createdAt = createdAt;
        this.caseId = caseId;
    }

    UUID id() {
        return id;
    }

    Optional<UUID> caseId() {
        return Optional.ofNullable(caseId);
    }

    String recipient() {
        return recipient;
    }

    String subject() {
        return subject;
    }

    String textBody() {
        return textBody;
    }

    String htmlBody() {
        return htmlBody;
    }

    Instant createdAt() {
        return createdAt;
    }
}
