package io.accountmigration.publisher;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody whom a sign-in server knows by issuer and subject, bound once and for good to a user of Cloud Partner Portal.
 * Whatever address the server names later, the person stays that user.
 */
@Entity
@Table(name = "person")
public class Person {

    @Id
    private UUID id;

    @Version
    // Boxed: its absence tells a new person from a stored one.
    private Integer version;

    private String issuer;
    private String subject;
    private String address;
    private Instant boundAt;

    protected Person() {}

    Person(String issuer, String subject, EmailAddress address, Instant boundAt) {
        this.id = UUID.randomUUID();
        this.issuer = issuer;
        this.subject = subject;
        this.address = address.value();
        this.boundAt = boundAt;
    }

    /** The address, in lower case, under which Cloud Partner Portal knows this person. */
    public String address() {
        return address;
    }
}
