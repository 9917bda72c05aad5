package io.accountmigration.sandbox.data;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** One change of a user, as Partner Center's audit feed returns it; {@code newValue} is the changed user as JSON. */
@Entity
@Table(name = "sandbox_audit_record")
public class AuditRecord {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "sandbox_sequence")
    @SequenceGenerator(name = "sandbox_sequence", sequenceName = "sandbox_sequence")
    private Long id;

    private String accountId;
    private String operationType;
    private String actedBy;
    private String newValue;
    private Instant operationDate;

    protected AuditRecord() {}

    AuditRecord(String accountId, String operationType, String actedBy, String newValue, Instant operationDate) {
        this.accountId = accountId;
        this.operationType = operationType;
        this.actedBy = actedBy;
        this.newValue = newValue;
        this.operationDate = operationDate;
    }

    public long id() {
        return id;
    }

    public String accountId() {
        return accountId;
    }

    public String operationType() {
        return operationType;
    }

    public String actedBy() {
        return actedBy;
    }

    public String newValue() {
        return newValue;
    }

    public Instant operationDate() {
        return operationDate;
    }
}
