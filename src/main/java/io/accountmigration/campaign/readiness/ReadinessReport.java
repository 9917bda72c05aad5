package io.accountmigration.campaign.readiness;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A look at many accounts: which, how far it is, and when it ended. Its results are rows of their own. */
@Entity
@Table(name = "readiness_report")
class ReadinessReport {

    /** After so many failed attempts the call would fail for the next account as well. */
    private static final int ENOUGH_FAILURES = 5;

    @Id
    private UUID id;

    @Version
    // Boxed: null marks a report that is not stored yet.
    private Integer version;

    private String requestedBy;
    private Instant requestedAt;
    private Instant freshSince;

    @Enumerated(EnumType.STRING)
    private ReportState state;

    private String listedUpTo;
    private int accounts;
    private int nextPosition;
    private int consecutiveFailures;
    private Instant endedAt;

    protected ReadinessReport() {}

    private ReadinessReport(String requestedBy, Instant now, Instant freshSince, ReportState state) {
        this.id = UUID.randomUUID();
        this.requestedBy = requestedBy;
        this.requestedAt = now;
        this.freshSince = freshSince;
        this.state = state;
    }

    /** A report on all publishers, which are listed first. */
    static ReadinessReport onAll(String requestedBy, Instant now, Instant freshSince) {
        var report = new ReadinessReport(requestedBy, now, freshSince, ReportState.LISTING);
        report.listedUpTo = "";
        return report;
    }

    /** A report on accounts that are known already. */
    static ReadinessReport onSome(String requestedBy, Instant now, Instant freshSince) {
        return new ReadinessReport(requestedBy, now, freshSince, ReportState.RUNNING);
    }

    /** Adds an account, at the end. */
    ReadinessResult add(String publisherId) {
        return new ReadinessResult(id, accounts++, publisherId);
    }

    /** Notes how far the list was read; nothing, when it is at its end. */
    void listed(String upTo) {
        listedUpTo = upTo;
        if (upTo == null) {
            state = ReportState.RUNNING;
        }
    }

    /** The account at the next position is done with, for now. */
    void next() {
        nextPosition++;
    }

    boolean hasNext() {
        return nextPosition < accounts;
    }

    void answered() {
        consecutiveFailures = 0;
    }

    void failed() {
        consecutiveFailures++;
    }

    boolean isInTrouble() {
        return consecutiveFailures >= ENOUGH_FAILURES;
    }

    void end(Instant now) {
        state = ReportState.COMPLETED;
        endedAt = now;
    }

    UUID id() {
        return id;
    }

    String requestedBy() {
        return requestedBy;
    }

    Instant requestedAt() {
        return requestedAt;
    }

    Instant freshSince() {
        return freshSince;
    }

    ReportState state() {
        return state;
    }

    String listedUpTo() {
        return listedUpTo;
    }

    int accounts() {
        return accounts;
    }

    int nextPosition() {
        return nextPosition;
    }

    Instant endedAt() {
        return endedAt;
    }
}
