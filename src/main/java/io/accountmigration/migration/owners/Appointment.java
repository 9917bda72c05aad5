package io.accountmigration.migration.owners;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An operator named an owner for a publisher, and said why. */
@Entity
@Table(name = "owner_appointment")
class Appointment {

    @Id
    private UUID id;

    private String publisherId;
    private String owner;
    private String operator;
    private String reason;
    private Instant appointedAt;

    protected Appointment() {}

    Appointment(String publisherId, String owner, String operator, String reason, Instant appointedAt) {
        this.id = UUID.randomUUID();
        this.publisherId = publisherId;
        this.owner = owner;
        this.operator = operator;
        this.reason = reason;
        this.appointedAt = appointedAt;
    }
}
