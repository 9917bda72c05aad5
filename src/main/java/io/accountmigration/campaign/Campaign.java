package io.accountmigration.campaign;

import io.accountmigration.campaign.CampaignEvent.Type;
import io.accountmigration.campaign.CampaignRefused.Refusal;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Many accounts that are moved in waves. It knows what may happen next and refuses everything else; each change
 * holds its row, so that people and the process never act at the same moment.
 */
@Entity
@Table(name = "campaign")
public class Campaign {

    /** Acts in events where nobody signed in did. */
    static final String PROGRAM = "program";

    @Id
    private UUID id;

    @Version
    // Boxed: null marks a campaign that is not stored yet.
    private Integer version;

    private UUID contentId;
    private String name;
    private int canarySize;
    private int waveSize;
    private int startsPerMinute;
    private double brakeFailureRate;
    private boolean goAutomatically;

    @Enumerated(EnumType.STRING)
    private CampaignState state;

    private int currentWave;

    @Enumerated(EnumType.STRING)
    private PauseCause pauseCause;

    private String pauseDetail;
    private String pausedBy;
    private Instant pausedAt;
    private Instant resumedAt;
    private String createdBy;
    private Instant createdAt;
    private Instant endedAt;
    private int eventCount;

    @OneToMany(mappedBy = "campaign", cascade = CascadeType.PERSIST)
    private List<CampaignEvent> events = new ArrayList<>();

    protected Campaign() {}

    Campaign(UUID id, CampaignPlan plan, String createdBy, Instant now) {
        this.id = id;
        this.contentId = plan.contentId();
        this.name = plan.name().strip();
        this.canarySize = plan.canarySize();
        this.waveSize = plan.waveSize();
        this.startsPerMinute = plan.startsPerMinute();
        this.brakeFailureRate = plan.brakeFailureRate();
        this.goAutomatically = plan.goAutomatically();
        this.state = CampaignState.RUNNING;
        this.createdBy = createdBy;
        this.createdAt = now.truncatedTo(ChronoUnit.MICROS);
        record(Type.CREATED, createdBy, null, now);
    }

    /** The wave at this place, counted from zero, of all accounts in their order. */
    int waveOf(int place) {
        return place < canarySize ? 1 : 2 + (place - canarySize) / waveSize;
    }

    public void beginWave(int number, Instant now) {
        currentWave = number;
        record(Type.WAVE_STARTED, PROGRAM, String.valueOf(number), now);
    }

    public void waveDone(Instant now) {
        record(Type.WAVE_DONE, PROGRAM, String.valueOf(currentWave), now);
    }

    public void awaitGo() {
        state = CampaignState.AWAITING_GO;
    }

    public void go(String actor, String reason, Instant now) {
        requireAwaitingGo();
        state = CampaignState.RUNNING;
        record(Type.GO, actor, reason, now);
    }

    void requireAwaitingGo() {
        require(CampaignState.AWAITING_GO, Refusal.CAMPAIGN_NOT_AWAITING_GO);
    }

    public void noGo(String actor, String reason, Instant now) {
        requireAwaitingGo();
        pause(PauseCause.NO_GO, reason, actor, now);
        record(Type.NO_GO, actor, reason, now);
    }

    void pause(String actor, String reason, Instant now) {
        require(CampaignState.RUNNING, Refusal.CAMPAIGN_NOT_RUNNING);
        pause(PauseCause.OPERATOR, reason, actor, now);
        record(Type.PAUSED, actor, reason, now);
    }

    public void brake(PauseCause cause, String detail, Instant now) {
        pause(cause, detail, PROGRAM, now);
        record(Type.BRAKED, PROGRAM, detail, now);
    }

    private void pause(PauseCause cause, String detail, String actor, Instant now) {
        state = CampaignState.PAUSED;
        pauseCause = cause;
        pauseDetail = detail;
        pausedBy = actor;
        pausedAt = now;
    }

    void resume(String actor, String reason, Instant now) {
        require(CampaignState.PAUSED, Refusal.CAMPAIGN_NOT_PAUSED);
        state = CampaignState.RUNNING;
        pauseCause = null;
        pauseDetail = null;
        pausedBy = null;
        pausedAt = null;
        resumedAt = now;
        record(Type.RESUMED, actor, reason, now);
    }

    void cancel(String actor, String reason, Instant now) {
        requireLiving();
        state = CampaignState.CANCELLED;
        endedAt = now;
        record(Type.CANCELLED, actor, reason, now);
    }

    public void complete(Instant now) {
        state = CampaignState.COMPLETED;
        endedAt = now;
        record(Type.COMPLETED, PROGRAM, null, now);
    }

    void requireLiving() {
        if (state.isFinal()) {
            throw CampaignRefused.because(Refusal.CAMPAIGN_OVER, name);
        }
    }

    private void require(CampaignState expected, Refusal otherwise) {
        requireLiving();
        if (state != expected) {
            throw CampaignRefused.because(otherwise, name);
        }
    }

    void record(Type type, String actor, String detail, Instant now) {
        record(type, null, actor, detail, now);
    }

    void record(Type type, String publisherId, String actor, String detail, Instant now) {
        events.add(new CampaignEvent(this, ++eventCount, type, publisherId, actor, detail, now));
    }

    public boolean isRunning() {
        return state == CampaignState.RUNNING;
    }

    boolean isAwaitingGo() {
        return state == CampaignState.AWAITING_GO;
    }

    public UUID id() {
        return id;
    }

    UUID contentId() {
        return contentId;
    }

    public String name() {
        return name;
    }

    CampaignState state() {
        return state;
    }

    public int currentWave() {
        return currentWave;
    }

    int canarySize() {
        return canarySize;
    }

    public int waveSize() {
        return waveSize;
    }

    public int startsPerMinute() {
        return startsPerMinute;
    }

    public double brakeFailureRate() {
        return brakeFailureRate;
    }

    public boolean goesAutomatically() {
        return goAutomatically;
    }

    /** Failures from before this time have been looked at by the operator who resumed the campaign. */
    public Instant lookedAtUntil() {
        return resumedAt == null ? Instant.EPOCH : resumedAt;
    }

    Optional<CampaignView.Pause> pause() {
        return Optional.ofNullable(pauseCause)
                .map(cause -> new CampaignView.Pause(cause, pauseDetail, pausedBy, pausedAt));
    }

    String createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }

    Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }
}
