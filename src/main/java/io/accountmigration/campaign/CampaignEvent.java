package io.accountmigration.campaign;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One line of a campaign's history: who did what, and why. */
@Entity
@Table(name = "campaign_event")
public class CampaignEvent {

    /** What happened. */
    public enum Type {
        CREATED,
        WAVE_STARTED,
        WAVE_DONE,
        BRAKED,
        PAUSED,
        RESUMED,
        GO,
        NO_GO,
        CANCELLED,
        COMPLETED,
        LEFT_OUT,
        TAKEN_NOW,
        TRIED_AGAIN,
        ACCEPTED
    }

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "campaign_id", updatable = false)
    private Campaign campaign;

    private int position;

    @Enumerated(EnumType.STRING)
    private Type type;

    private String publisherId;
    private String actor;
    private String detail;
    private Instant happenedAt;

    protected CampaignEvent() {}

    CampaignEvent(
            Campaign campaign,
            int position,
            Type type,
            String publisherId,
            String actor,
            String detail,
            Instant happenedAt) {
        this.id = UUID.randomUUID();
        this.campaign = campaign;
        this.position = position;
        this.type = type;
        this.publisherId = publisherId;
        this.actor = actor;
        this.detail = detail;
        this.happenedAt = happenedAt;
    }

    /** What happened. */
    public Type type() {
        return type;
    }

    /** The account that it happened to; null where it was the whole campaign. */
    public String publisherId() {
        return publisherId;
    }

    /** The user id of the person who did it, or {@code program}. */
    public String actor() {
        return actor;
    }

    /** The reason that was given, or the number of a wave; null where there is none. */
    public String detail() {
        return detail;
    }

    /** When. */
    public Instant happenedAt() {
        return happenedAt;
    }
}
