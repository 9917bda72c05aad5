package io.accountmigration.campaign.readiness;

import io.accountmigration.eligibility.Finding;
import io.accountmigration.publisher.Publisher;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Persistable;

/** What a report says of one account. */
@Entity
@Table(name = "readiness_result")
class ReadinessResult implements Persistable<ReadinessResult.Id> {

    /** Which account of which report. */
    @Embeddable
    record Id(UUID reportId, int position) {}

    @EmbeddedId
    private Id id;

    private String publisherKey;
    private String publisherId;

    @Enumerated(EnumType.STRING)
    private ReadinessCategory need;

    @Convert(converter = FindingsConverter.class)
    private List<Finding> findings;

    private int users;
    private Instant assessedAt;
    private boolean reused;
    private int tries;
    private Instant nextTryAt;
    private String failure;

    @Transient
    private boolean unsaved;

    protected ReadinessResult() {}

    ReadinessResult(UUID reportId, int position, String publisherId) {
        this.id = new Id(reportId, position);
        this.publisherKey = Publisher.keyOf(publisherId);
        this.publisherId = publisherId;
        this.unsaved = true;
    }

    @Override
    public Id getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return unsaved;
    }

    /** The last verdict on the account is recent enough. */
    void reuse(ReadinessVerdict verdict) {
        say(verdict.need(), verdict.findings(), verdict.assessedAt());
        publisherId = verdict.publisherId();
        users = verdict.users();
        reused = true;
    }

    void found(AccountAssessment outcome) {
        say(outcome.need(), outcome.findings(), outcome.at());
        publisherId = outcome.publisherId();
        users = outcome.users();
    }

    /** A migration of the account is under way. */
    void inProgress(Instant now) {
        say(ReadinessCategory.IN_PROGRESS, List.of(), now);
    }

    /** The account no longer exists. */
    void missing(Instant now) {
        say(ReadinessCategory.UNKNOWN, List.of(), now);
        failure = "PUBLISHER_NOT_FOUND";
    }

    /** It could not be found out; it is tried again, unless that was the last try. */
    void failed(String system, Instant now, ReadinessSettings settings) {
        tries++;
        say(ReadinessCategory.UNKNOWN, List.of(), now);
        failure = system;
        nextTryAt = tries < settings.tries() ? now.plus(settings.waitAfter(tries)) : null;
    }

    private void say(ReadinessCategory what, List<Finding> why, Instant at) {
        need = what;
        findings = why;
        assessedAt = at;
        nextTryAt = null;
        failure = null;
    }

    Instant nextTryAt() {
        return nextTryAt;
    }

    String publisherKey() {
        return publisherKey;
    }

    String publisherId() {
        return publisherId;
    }

    ReadinessCategory need() {
        return need;
    }

    List<Finding> findings() {
        return findings;
    }

    int users() {
        return users;
    }

    Instant assessedAt() {
        return assessedAt;
    }

    boolean reused() {
        return reused;
    }

    String failure() {
        return failure;
    }
}
