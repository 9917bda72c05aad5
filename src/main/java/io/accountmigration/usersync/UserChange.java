package io.accountmigration.usersync;

import io.accountmigration.partner.AccountUser;
import io.accountmigration.publisher.EmailAddress;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A change of a user in the inbox of its publisher; it stays there, decided, so that a repetition is known. */
@Entity
@Table(name = "user_change")
public class UserChange {

    private static final String REFUSED = "REFUSED ";
    private static final String MISSING_IN_LISTS = "MISSING_IN_LISTS";

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "user_change_sequence")
    @SequenceGenerator(name = "user_change_sequence", sequenceName = "user_change_sequence", allocationSize = 50)
    private Long id;

    private String publisherKey;
    private String changeId;

    @Enumerated(EnumType.STRING)
    private ChangeSource source;

    private Instant occurredAt;
    private Instant receivedAt;
    private String userId;
    private String userPrincipalName;
    private String displayName;

    @Enumerated(EnumType.STRING)
    private ChangeOperation operation;

    private String operationName;
    private String roles;

    @Enumerated(EnumType.STRING)
    private ChangeState state;

    private String reason;
    private int attempts;
    private Instant nextTryAt;
    private Instant decidedAt;
    private String steps;
    private boolean approved;

    @Enumerated(EnumType.STRING)
    private ChangeEffect effect;

    private boolean leftOut;

    /** Whether it was only pushed, and the feed has not told it. */
    private boolean unconfirmed;

    protected UserChange() {}

    UserChange(String publisherKey, ChangeSource source, IncomingChange incoming, Instant receivedAt) {
        this.publisherKey = publisherKey;
        this.changeId = incoming.changeId();
        this.source = source;
        this.occurredAt = source == ChangeSource.PUSH ? notAfter(receivedAt, incoming) : incoming.occurredAt();
        this.receivedAt = receivedAt;
        this.userId = incoming.userId();
        this.userPrincipalName = incoming.userPrincipalName();
        this.displayName = incoming.displayName();
        this.operation = incoming.operation();
        this.operationName = incoming.operationName();
        this.roles = incoming.rolesAsText();
        this.state = ChangeState.PENDING;
        this.nextTryAt = receivedAt;
        this.unconfirmed = source == ChangeSource.PUSH;
    }

    /** Somebody else's clock may be ahead: what was told cannot have happened later, and hides nothing that did. */
    private static Instant notAfter(Instant receivedAt, IncomingChange incoming) {
        var latest = receivedAt.truncatedTo(ChronoUnit.MICROS);
        return incoming.occurredAt().isAfter(latest) ? latest : incoming.occurredAt();
    }

    public long id() {
        return id;
    }

    public String publisherKey() {
        return publisherKey;
    }

    public String changeId() {
        return changeId;
    }

    public ChangeSource source() {
        return source;
    }

    public Instant occurredAt() {
        return occurredAt;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    public String userId() {
        return userId;
    }

    public String userPrincipalName() {
        return userPrincipalName;
    }

    String displayName() {
        return displayName;
    }

    public ChangeOperation operation() {
        return operation;
    }

    public String operationName() {
        return operationName;
    }

    public Set<String> roles() {
        return roles.isEmpty() ? Set.of() : Arrays.stream(roles.split("\n")).collect(Collectors.toUnmodifiableSet());
    }

    public ChangeState state() {
        return state;
    }

    public String reason() {
        return reason;
    }

    public int attempts() {
        return attempts;
    }

    public Instant nextTryAt() {
        return nextTryAt;
    }

    public Instant decidedAt() {
        return decidedAt;
    }

    public String steps() {
        return steps;
    }

    public boolean isApproved() {
        return approved;
    }

    /** Whether it says the same: the id alone does not make a repetition. */
    boolean says(IncomingChange other) {
        return (occurredAt.equals(other.occurredAt())
                        || source == ChangeSource.PUSH && occurredAt.equals(notAfter(receivedAt, other)))
                && Objects.equals(userId, other.userId())
                && operation == other.operation()
                && roles.equals(other.rolesAsText())
                && (userPrincipalName == null || EmailAddress.areSame(userPrincipalName, other.userPrincipalName()));
    }

    /** Whether the other source told the same change: times may be rounded, and not everybody names everything. */
    boolean isSameAs(IncomingChange other) {
        return other.isSameAs(occurredAt, userId, userPrincipalName, operation, roles);
    }

    boolean isUnconfirmed() {
        return unconfirmed;
    }

    /** The feed has told it, too. */
    void confirmed() {
        unconfirmed = false;
    }

    /** What it leads to is known. */
    public void decide(ChangeState decision, String why, Instant at) {
        if (state != decision || !Objects.equals(reason, why)) {
            state = decision;
            reason = why;
            decidedAt = at;
        }
    }

    /** The portal was changed. */
    public void applied(ChangeEffect what, String shown, Instant at) {
        effect = what;
        decide(ChangeState.APPLIED, shown, at);
    }

    /** It did not work for this user; it is tried again later. */
    public void failed(String why, Instant next) {
        state = ChangeState.PENDING;
        attempts++;
        reason = why;
        nextTryAt = next;
    }

    /** Whether the portal said no to it, which it may not say again once others have changed. */
    public boolean isRefused() {
        return state == ChangeState.PENDING && reason != null && reason.startsWith(REFUSED);
    }

    /** The reason of a change that the portal said no to, with its own code. */
    public static String refusal(String code) {
        return REFUSED + code;
    }

    /** It waits, at no cost of a try. */
    public void waitUntil(Instant time) {
        nextTryAt = time;
    }

    /** What looking the user up has shown is believed once it is shown again at that time. */
    public void looksAgain(Instant at) {
        reason = MISSING_IN_LISTS;
        nextTryAt = at;
    }

    /** Whether it waits, for a known reason, and not only for its turn. */
    public boolean isPostponed() {
        return state == ChangeState.PENDING && MISSING_IN_LISTS.equals(reason);
    }

    /** What it was held for may be different now. */
    void tryAgain(Instant now) {
        decide(ChangeState.PENDING, null, now);
        nextTryAt = now;
    }

    /** An operator allows the removal. */
    public void approve(String because, Instant now) {
        reason = because;
        state = ChangeState.PENDING;
        approved = true;
        nextTryAt = now;
    }

    /**
     * What looking the user up has shown; a known user who is not found has been removed.
     *
     * @param asOf up to when what was shown is surely true: whatever is known from later on is newer
     */
    public void lookedUp(Optional<AccountUser> found, Optional<UserLink> known, Instant asOf) {
        occurredAt = asOf.truncatedTo(ChronoUnit.MICROS);
        found.ifPresent(user -> {
            userId = user.userId();
            userPrincipalName = user.userPrincipalName();
            displayName = user.displayName();
            roles = String.join("\n", new TreeSet<>(user.roles()));
        });
        // An entry that Partner Center never knew is judged by a comparison, which looks at what it is.
        var wasKnown = known.filter(link -> !link.isPortalOnly()).isPresent();
        operation = found.isPresent()
                ? ChangeOperation.CHANGE_ROLE
                : wasKnown ? ChangeOperation.REMOVE : ChangeOperation.UNKNOWN;
    }

    public void tookSteps(String taken) {
        steps = taken;
    }
}
