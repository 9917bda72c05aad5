package io.accountmigration.usersync;

import io.accountmigration.partner.AccountCondition;
import io.accountmigration.publisher.Publisher;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Persistable;

/** A publisher whose users follow Partner Center from a point in time on. Each change locks its row. */
@Entity
@Table(name = "user_sync")
public class UserSync implements Persistable<String> {

    @Id
    private String publisherKey;

    private String publisherId;
    private String accountId;
    private Instant watermark;
    private Instant readUntil;

    @Enumerated(EnumType.STRING)
    private ReconcileReason reconcileReason;

    /** Set for many rows at once; null until it was asked for, and read, a first time. */
    @Column(insertable = false, updatable = false)
    private Instant feedAskedAt;

    @Column(insertable = false, updatable = false)
    private Instant feedReadAt;

    private Instant reconcileRequestedAt;
    private Instant reconcileAgainAt;
    private Instant reconcileWhenShownAt;
    private Instant reconcileLastShownAt;
    private Instant reconciledAt;
    private String roleMapVersion;

    @Embedded
    private SyncFailures failures;

    /** Nothing until it was looked at. */
    @Enumerated(EnumType.STRING)
    private AccountCondition accountCondition;

    private Boolean equalToPartnerCenter;
    private Boolean settingsEqual;
    private Instant comparedAt;
    private String partnerCenterHash;
    private String portalHash;

    @Transient
    private boolean unsaved;

    protected UserSync() {}

    UserSync(String publisherId, String accountId, Instant watermark) {
        this.publisherKey = Publisher.keyOf(publisherId);
        this.publisherId = publisherId;
        this.accountId = accountId;
        this.watermark = watermark.truncatedTo(ChronoUnit.MICROS);
        this.reconcileReason = ReconcileReason.FIRST;
        this.failures = new SyncFailures();
        this.unsaved = true;
    }

    /** The id that all calls for the sync of a publisher share. */
    public static UUID correlationOf(String publisherId) {
        return UUID.nameUUIDFromBytes(("user-sync/" + Publisher.keyOf(publisherId)).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String getId() {
        return publisherKey;
    }

    @Override
    public boolean isNew() {
        return unsaved;
    }

    public String publisherId() {
        return publisherId;
    }

    public String accountId() {
        return accountId;
    }

    public Instant watermark() {
        return watermark;
    }

    public Optional<ReconcileReason> reconcileReason() {
        return Optional.ofNullable(reconcileReason);
    }

    /** When its feed was last read to the end. */
    public Optional<Instant> feedReadAt() {
        return Optional.ofNullable(feedReadAt);
    }

    public Optional<Instant> reconciledAt() {
        return Optional.ofNullable(reconciledAt);
    }

    /** Has the account compared as a whole; the first reason stays until that is done. */
    public void requireReconciliation(ReconcileReason reason, Instant now) {
        reconcileRequestedAt = now;
        if (reconcileReason == null) {
            reconcileReason = reason;
        }
    }

    /** As above, at the time at which it can help: when lists show what it is about, and not again and again. */
    public void requireReconciliation(ReconcileReason reason, Instant now, SyncSettings settings) {
        if (reason.isOnlyAboutTheLatest() && !settings.lag().isZero()) {
            reconcileWhenShown(now.plus(settings.lag()));
        } else if (mayBeForced(settings.forcedInterval(), now)) {
            requireReconciliation(reason, now);
        } else {
            reconcileAgain(reconciledAt.plus(settings.forcedInterval()));
        }
    }

    /** Has the account compared once more, soon. */
    public void reconcileAgain(Instant at) {
        reconcileAgainAt = at;
    }

    /** Has the account compared once more, when Partner Center shows what is new now; asked again, that often. */
    public void reconcileWhenShown(Instant at) {
        reconcileWhenShownAt = reconcileWhenShownAt == null ? at : reconcileWhenShownAt;
        reconcileLastShownAt =
                reconcileLastShownAt == null || reconcileLastShownAt.isBefore(at) ? at : reconcileLastShownAt;
    }

    /**
     * Where lists do not lag, the feed confirms a push when it is read next. What it has not confirmed after that, a
     * comparison confirms or puts right.
     */
    public void confirmLatest(Collection<UserLink> links, Instant now, SyncSettings settings) {
        if (!settings.lag().isZero()) {
            return;
        }
        if (links.stream().anyMatch(UserLink::isUnconfirmed)) {
            reconcileWhenShown(now.plus(settings.pollInterval().multipliedBy(2)));
        } else {
            reconcileWhenShownAt = null;
            reconcileLastShownAt = null;
        }
    }

    boolean isToBeReconciledAgain(Instant now) {
        return reconcileAgainAt != null && !reconcileAgainAt.isAfter(now)
                || reconcileWhenShownAt != null && !reconcileWhenShownAt.isAfter(now);
    }

    /** Whether the feed's trouble may force a comparison again: a feed that stays broken must not force one each time. */
    boolean mayBeForced(Duration interval, Instant now) {
        return reconciledAt == null || !reconciledAt.isAfter(now.minus(interval));
    }

    /** The feed was read to the end up to this time. */
    void feedRead(Instant until) {
        readUntil = until;
    }

    /** Everything that was read has had its effect, or is listed with its reason: it need not be read again. */
    public void effectsDone() {
        if (readUntil != null && readUntil.isAfter(watermark)) {
            watermark = readUntil.truncatedTo(ChronoUnit.MICROS);
        }
        readUntil = null;
    }

    /** The account was compared as a whole as it was at this time, with these roles' worth. */
    public void reconciled(Instant at, String mappedBy) {
        if (reconcileRequestedAt == null || !reconcileRequestedAt.isAfter(at)) {
            reconcileReason = null;
        }
        reconcileAgainAt = null;
        if (isToBeShownBy(at)) {
            reconcileWhenShownAt = reconcileLastShownAt.isAfter(at) ? reconcileLastShownAt : null;
            reconcileLastShownAt = reconcileWhenShownAt;
        }
        reconciledAt = at;
        roleMapVersion = mappedBy;
        readUntil = readUntil == null || readUntil.isBefore(at) ? at : readUntil;
    }

    private boolean isToBeShownBy(Instant at) {
        return reconcileWhenShownAt != null && !reconcileWhenShownAt.isAfter(at);
    }

    boolean isMappedBy(String version) {
        return version.equals(roleMapVersion);
    }

    /**
     * The account was looked at in Partner Center.
     *
     * @return whether it has just been found lost, or lost in another way, which people should be told
     */
    public boolean accountFound(AccountCondition condition) {
        var before = accountCondition;
        accountCondition = condition;
        return isAccountLost() && condition != before;
    }

    public boolean isAccountLost() {
        return AccountCondition.isLoss(accountCondition);
    }

    public void compared(Parity parity, Instant at) {
        equalToPartnerCenter = parity.isEqual();
        partnerCenterHash = parity.partnerCenterHash();
        portalHash = parity.portalHash();
        comparedAt = at;
    }

    /** Whether the settings that Partner Center is the master of were the same, or are now. */
    public void settingsCompared(boolean equal) {
        settingsEqual = equal;
    }

    /** @param unconfirmed how many users are as only a push has said so far */
    public Optional<ParityView> parity(long unconfirmed) {
        return equalToPartnerCenter == null
                ? Optional.empty()
                : Optional.of(new ParityView(
                        equalToPartnerCenter
                                && unconfirmed == 0
                                && !Boolean.FALSE.equals(settingsEqual)
                                && !isAccountLost(),
                        comparedAt,
                        partnerCenterHash,
                        portalHash,
                        settingsEqual,
                        unconfirmed,
                        accountCondition));
    }

    /** Whether something may be tried now. */
    public boolean mayTry(Instant now) {
        return failures.mayTry(now);
    }

    /** A run succeeded: earlier failures no longer count. */
    public void succeeded() {
        failures = new SyncFailures();
    }

    public boolean isFailing() {
        return failures.any();
    }

    /**
     * Most calls failed.
     *
     * @return whether operators should get a mail: once for each reason
     */
    public boolean failed(FailureReason reason, SyncSettings settings, Instant now) {
        return failures.add(reason, settings, now);
    }

    /** An operator requests a run now, also when a retry is not due yet. */
    public void tryNow() {
        failures.tryNow();
    }

    public Optional<QuarantineView> quarantine() {
        return failures.quarantine();
    }
}
