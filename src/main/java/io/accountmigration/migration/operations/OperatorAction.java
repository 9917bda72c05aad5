package io.accountmigration.migration.operations;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What an operator did to one of several cases, why, and what came of it. */
@Entity
@Table(name = "operator_action")
public class OperatorAction {

    /** What was done. */
    public enum Kind {
        RETRY,
        CANCEL
    }

    /** What it came to where nothing was in the way. */
    public static final String DONE = "DONE";

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String publisherId;
    private String operator;
    private String reason;
    private String outcome;
    private Instant actedAt;

    protected OperatorAction() {}

    OperatorAction(Kind kind, String publisherId, String operator, String reason, String outcome, Instant actedAt) {
        this.id = UUID.randomUUID();
        this.kind = kind;
        this.publisherId = publisherId;
        this.operator = operator;
        this.reason = reason;
        this.outcome = outcome;
        this.actedAt = actedAt;
    }

    public Kind kind() {
        return kind;
    }

    /** Whose case it was done to; for a mail the text is empty. */
    public String publisherId() {
        return publisherId;
    }

    public String operator() {
        return operator;
    }

    /** In the operator's words. */
    public String reason() {
        return reason;
    }

    /** {@link #DONE}, or the code of what was in the way. */
    public String outcome() {
        return outcome;
    }

    public Instant actedAt() {
        return actedAt;
    }
}
