package io.accountmigration.publisher;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody whom a sign-in knows by issuer and subject. The name is given once and for good; the address is the one that
 * was verified last, and may pass to another person.
 */
@Entity
@Table(name = "person")
public class Person {

    /** The issuer of those who sign in with a password of this program. */
    static final String LOCAL = "local";

    @Id
    private UUID id;

    @Version
    // Boxed: null marks a person who is not stored yet.
    private Integer version;

    private String issuer;
    private String subject;

    /** The first release had one column for both. */
    @Column(name = "address")
    private String name;

    @Column(name = "current_address")
    private String address;

    private Instant boundAt;

    protected Person() {}

    Person(String issuer, String subject, String name, EmailAddress address, Instant boundAt) {
        this.id = UUID.randomUUID();
        this.issuer = issuer;
        this.subject = subject;
        this.name = name;
        this.address = address.value();
        this.boundAt = boundAt;
    }

    /** The user id under which the person acts in this program: the first address, as long as nobody else has it. */
    public String name() {
        return name;
    }

    /** The address that was verified last, in lower case; empty where it has passed to somebody else. */
    Optional<String> address() {
        return Optional.ofNullable(address);
    }

    boolean signsInAs(String other) {
        return other.equals(address);
    }

    /** Whether the name itself is all that the sign-in knows the person by. */
    boolean isLocal() {
        return LOCAL.equals(issuer);
    }

    boolean isKnownAs(String otherIssuer, String otherSubject) {
        return issuer.equals(otherIssuer) && subject.equals(otherSubject);
    }

    void moveTo(EmailAddress other) {
        address = other.value();
    }

    void loseAddress() {
        address = null;
    }

    /** The way to sign in was changed: the same person is known by another issuer from now on. */
    void continueAs(String otherIssuer, String otherSubject) {
        issuer = otherIssuer;
        subject = otherSubject;
    }
}
