package io.accountmigration.publisher;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A user entry of a publisher that belongs to one person, also after its address has changed. */
@Entity
@Table(name = "bound_user")
public class PortalUserBinding {

    @Id
    private UUID id;

    private String publisherKey;
    private String userId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "person_id")
    private Person person;

    protected PortalUserBinding() {}

    PortalUserBinding(String publisherId, String userId, Person person) {
        this.id = idOf(publisherId, userId);
        this.publisherKey = Publisher.keyOf(publisherId);
        this.userId = userId;
        this.person = person;
    }

    static UUID idOf(String publisherId, String userId) {
        return UUID.nameUUIDFromBytes((Publisher.keyOf(publisherId) + "/" + userId).getBytes(StandardCharsets.UTF_8));
    }

    UUID id() {
        return id;
    }

    void passTo(Person other) {
        person = other;
    }

    String publisherKey() {
        return publisherKey;
    }

    String userId() {
        return userId;
    }

    Person person() {
        return person;
    }
}
