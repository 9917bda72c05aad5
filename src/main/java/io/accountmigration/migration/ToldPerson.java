package io.accountmigration.migration;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A person was sent a mail unasked. */
@Entity
@Table(name = "told_person")
class ToldPerson {

    @Id
    private UUID id;

    private String person;
    private Instant toldAt;

    protected ToldPerson() {}

    ToldPerson(String person, Instant toldAt) {
        this.id = UUID.randomUUID();
        this.person = person;
        this.toldAt = toldAt;
    }
}
