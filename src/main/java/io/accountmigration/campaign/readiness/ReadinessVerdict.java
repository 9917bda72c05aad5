package io.accountmigration.campaign.readiness;

import io.accountmigration.eligibility.Finding;
import io.accountmigration.publisher.Publisher;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Persistable;

/** What was last found out about a publisher's readiness. What could not be found out is never kept here. */
@Entity
@Table(name = "readiness_verdict")
public class ReadinessVerdict implements Persistable<String> {

    @Id
    private String publisherKey;

    private String publisherId;

    @Enumerated(EnumType.STRING)
    private ReadinessCategory need;

    @Convert(converter = FindingsConverter.class)
    private List<Finding> findings;

    private int users;
    private Instant assessedAt;
    private Instant recheckAt;
    private Instant blockedSince;

    @Transient
    private boolean unsaved;

    protected ReadinessVerdict() {}

    ReadinessVerdict(String publisherId) {
        this.publisherKey = Publisher.keyOf(publisherId);
        this.unsaved = true;
    }

    @Override
    public String getId() {
        return publisherKey;
    }

    @Override
    public boolean isNew() {
        return unsaved;
    }

    /**
     * Notes what was found out.
     *
     * @param nextLook when a blocked account is assessed again
     * @return whether a blocked account has become ready
     */
    boolean found(AccountAssessment outcome, Instant nextLook) {
        var becameReady = blockedSince != null && outcome.need() == ReadinessCategory.CONFIRM_ONLY;
        publisherId = outcome.publisherId();
        need = outcome.need();
        findings = outcome.findings();
        users = outcome.users();
        assessedAt = outcome.at();
        if (need.isBlocked()) {
            blockedSince = blockedSince == null ? outcome.at() : blockedSince;
            recheckAt = nextLook;
        } else {
            blockedSince = null;
            recheckAt = null;
        }
        return becameReady;
    }

    /** No mail could be sent yet that the account is ready: it is assessed once more, as one that was blocked. */
    void tellLater(Instant wasBlockedSince, Instant at) {
        blockedSince = wasBlockedSince;
        recheckAt = at;
    }

    /** Has a blocked account looked at again later. */
    void lookAgain(Instant at) {
        recheckAt = at;
    }

    /** In the portal's spelling. */
    public String publisherId() {
        return publisherId;
    }

    /** What the account needs. */
    public ReadinessCategory need() {
        return need;
    }

    /** Everything that was found, also what does not keep the account from moving. */
    public List<Finding> findings() {
        return findings;
    }

    /** How many user entries the publisher has in Cloud Partner Portal: the size of the account. */
    public int users() {
        return users;
    }

    /** How old the verdict is counts from here. */
    public Instant assessedAt() {
        return assessedAt;
    }

    /** Since when somebody would have to do something, where that is so. */
    public Optional<Instant> blockedSince() {
        return Optional.ofNullable(blockedSince);
    }
}
