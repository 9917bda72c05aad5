package io.accountmigration.campaign;

import io.accountmigration.campaign.readiness.ReadinessCategory;
import io.accountmigration.publisher.Publisher;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** An account within a campaign. How far its move is, its case alone knows. */
@Entity
@Table(name = "campaign_account")
public class CampaignAccount {

    @Id
    private UUID id;

    @Version
    // Boxed: null marks an account that is not stored yet.
    private Integer version;

    private UUID campaignId;
    private String publisherKey;
    private String publisherId;
    private int position;
    private Integer wave;

    @Enumerated(EnumType.STRING)
    private ReadinessCategory need;

    @Enumerated(EnumType.STRING)
    private AccountStartStatus standing;

    private String refusal;
    private int attempts;
    private Instant triedAt;
    private boolean accepted;
    private Instant startedAt;
    private UUID migrationId;

    protected CampaignAccount() {}

    CampaignAccount(UUID campaignId, String publisherId, int position, ReadinessCategory need) {
        this.publisherKey = Publisher.keyOf(publisherId);
        this.id = UUID.nameUUIDFromBytes((campaignId + "/" + publisherKey).getBytes(StandardCharsets.UTF_8));
        this.campaignId = campaignId;
        this.publisherId = publisherId;
        this.position = position;
        this.need = need;
        this.standing = AccountStartStatus.NOT_READY;
    }

    /** Puts the account into a wave, to be started with it, regardless of an earlier attempt. */
    void plan(int number) {
        wave = number;
        standing = AccountStartStatus.PLANNED;
        refusal = null;
        attempts = 0;
        triedAt = null;
        accepted = false;
        migrationId = null;
        startedAt = null;
    }

    /** Plans it as its newest verdict wants it. */
    public void becameReady(ReadinessCategory newest, int number) {
        need = newest;
        plan(number);
    }

    public void started(UUID caseId, Instant now) {
        joined(caseId);
        startedAt = now;
    }

    /** Somebody else has started the case, or had. */
    public void joined(UUID caseId) {
        standing = AccountStartStatus.STARTED;
        migrationId = caseId;
    }

    public void movedBefore() {
        standing = AccountStartStatus.MOVED_BEFORE;
    }

    public void refused(String code) {
        standing = AccountStartStatus.REFUSED;
        refusal = code;
    }

    /** The portal did not answer; after some attempts the account is refused. */
    public void notReached(String code, int tries, Instant now) {
        attempts++;
        triedAt = now;
        if (attempts >= tries) {
            refused(code);
        }
    }

    /** Never to be started by this campaign. */
    void leaveOut() {
        standing = AccountStartStatus.LEFT_OUT;
    }

    /** Its failure counts no longer: an operator has looked at it. */
    void accept() {
        accepted = true;
    }

    boolean is(AccountStartStatus expected) {
        return standing == expected;
    }

    boolean isAccepted() {
        return accepted;
    }

    Optional<UUID> caseId() {
        return Optional.ofNullable(migrationId);
    }

    public String publisherId() {
        return publisherId;
    }

    public String publisherKey() {
        return publisherKey;
    }

    int position() {
        return position;
    }

    Optional<Integer> wave() {
        return Optional.ofNullable(wave);
    }

    ReadinessCategory need() {
        return need;
    }

    AccountStartStatus standing() {
        return standing;
    }

    Optional<String> refusal() {
        return Optional.ofNullable(refusal);
    }
}
