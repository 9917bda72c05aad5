package io.accountmigration.campaign;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Accounts that are started together. The first wave is the canary. */
@Entity
@Table(name = "campaign_wave")
public class CampaignWave {

    @Id
    private UUID id;

    @Version
    // Boxed: null marks a wave that is not stored yet.
    private Integer version;

    private UUID campaignId;
    private int number;
    private Instant startedAt;
    private Instant completedAt;

    protected CampaignWave() {}

    public CampaignWave(UUID campaignId, int number) {
        this.id = UUID.nameUUIDFromBytes((campaignId + "/wave/" + number).getBytes(StandardCharsets.UTF_8));
        this.campaignId = campaignId;
        this.number = number;
    }

    public void begin(Instant now) {
        startedAt = now;
    }

    public void complete(Instant now) {
        completedAt = now;
    }

    public int number() {
        return number;
    }

    boolean isCompleted() {
        return completedAt != null;
    }

    public Optional<Instant> startedAt() {
        return Optional.ofNullable(startedAt);
    }

    Optional<Instant> completedAt() {
        return Optional.ofNullable(completedAt);
    }
}
