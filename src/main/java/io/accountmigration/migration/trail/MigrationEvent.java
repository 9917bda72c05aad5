package io.accountmigration.migration.trail;

import io.accountmigration.migration.Actor;
import io.accountmigration.migration.Migration;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;

/** One line of a case's audit trail. Each carries the hash of the one before, so that a missing or changed one shows. */
@Entity
@Table(name = "migration_event")
public class MigrationEvent {

    /** What happened. */
    public enum Type {
        REQUESTED,
        STEP_DONE,
        SENT_BACK,
        CODE_SENT,
        TAKEN_OVER,
        REMINDED,
        ESCALATED,
        OWNER_NAMED,
        HANDED_OVER,
        USER_LEFT_BEHIND,
        RETRIED,
        GIVEN_UP,
        ADOPTED,
        ENDED;

        /** Whether the case made progress by it, or somebody acted: a notification is neither. */
        public boolean isProgress() {
            return this != REMINDED && this != ESCALATED;
        }
    }

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "migration_id", updatable = false)
    private Migration migration;

    @Column(updatable = false)
    private int position;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Type type;

    @Column(updatable = false)
    private String subject;

    @Column(updatable = false)
    private String actor;

    @Column(name = "happened_at", updatable = false)
    private Instant at;

    @Column(updatable = false)
    private String hash;

    protected MigrationEvent() {}

    public MigrationEvent(
            Migration migration, int position, Type type, String subject, Actor actor, Instant at, String last) {
        this.id = UUID.nameUUIDFromBytes((migration.id() + "/" + position).getBytes(StandardCharsets.UTF_8));
        this.migration = migration;
        this.position = position;
        this.type = type;
        this.subject = subject;
        this.actor = actor.id();
        // Databases keep microseconds: what is hashed must be what can be read back.
        this.at = at.truncatedTo(ChronoUnit.MICROS);
        this.hash = hashAfter(last);
    }

    public UUID caseId() {
        return migration.id();
    }

    /** The place in the case's trail, from 1 on. */
    public int position() {
        return position;
    }

    /** What happened. */
    public Type type() {
        return type;
    }

    /** To what: a step, a finding's code, a state; never an address. */
    public String subject() {
        return subject;
    }

    /** Who did it: a person's id, or {@code process}. */
    public String actor() {
        return actor;
    }

    /** When. */
    public Instant at() {
        return at;
    }

    /** SHA-256 over the hash before and this line, in hexadecimal. */
    public String hash() {
        return hash;
    }

    /** Whether this line follows the one with that hash and was not changed since. */
    public boolean follows(String last) {
        return hash.equals(hashAfter(last));
    }

    private String hashAfter(String last) {
        var line = String.join("|", last, String.valueOf(position), type.name(), subject, actor, at.toString());
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(line.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
