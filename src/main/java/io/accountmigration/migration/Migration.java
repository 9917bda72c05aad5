package io.accountmigration.migration;

import static io.accountmigration.migration.trail.MigrationEvent.Type.ADOPTED;
import static io.accountmigration.migration.trail.MigrationEvent.Type.CODE_SENT;
import static io.accountmigration.migration.trail.MigrationEvent.Type.ENDED;
import static io.accountmigration.migration.trail.MigrationEvent.Type.GIVEN_UP;
import static io.accountmigration.migration.trail.MigrationEvent.Type.HANDED_OVER;
import static io.accountmigration.migration.trail.MigrationEvent.Type.OWNER_NAMED;
import static io.accountmigration.migration.trail.MigrationEvent.Type.REQUESTED;
import static io.accountmigration.migration.trail.MigrationEvent.Type.RETRIED;
import static io.accountmigration.migration.trail.MigrationEvent.Type.SENT_BACK;
import static io.accountmigration.migration.trail.MigrationEvent.Type.STEP_DONE;
import static io.accountmigration.migration.trail.MigrationEvent.Type.TAKEN_OVER;
import static io.accountmigration.migration.trail.MigrationEvent.Type.USER_LEFT_BEHIND;

import io.accountmigration.eligibility.Finding;
import io.accountmigration.eligibility.FindingCode;
import io.accountmigration.eligibility.MembershipVerdict;
import io.accountmigration.migration.preparation.PreparationStatus;
import io.accountmigration.migration.trail.MigrationEvent;
import io.accountmigration.migration.trail.TrailEnd;
import io.accountmigration.migration.trail.TrailSeal;
import io.accountmigration.partner.PartnerCenterAccount;
import io.accountmigration.partner.Tenant;
import io.accountmigration.publisher.EmailAddress;
import io.accountmigration.publisher.NamedUser;
import io.accountmigration.publisher.Publisher;
import io.accountmigration.publisher.PublisherUser;
import io.accountmigration.publisher.RequestKey;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.NaturalId;

/**
 * The case of one publisher moving to Partner Center. It knows what may happen next and refuses everything else; while
 * it lives it holds the publisher by a unique key, so there is never a second one.
 */
@Entity
@Table(name = "migration")
@EntityListeners(TrailSeal.class)
public class Migration {

    @Id
    private UUID id;

    @Version
    // Boxed: null marks a case that is not stored yet.
    private Integer version;

    private String publisherId;
    private String publisherKey;
    private String liveKey;

    @NaturalId(mutable = true)
    private String processInstanceId;

    @Enumerated(EnumType.STRING)
    private MigrationState state;

    @Enumerated(EnumType.STRING)
    private MigrationStep step;

    private Instant since;
    private Instant startedAt;
    private Instant endedAt;
    private String language;

    private String actingOwner;

    @Embedded
    private CaseOwners owners;

    @Embedded
    private WorkAddress address;

    @Embedded
    private PartnerEnrolment enrolment;

    @Embedded
    private MoveProgress move;

    @Embedded
    private FollowUpProgress waiting;

    @Embedded
    private TrailEnd trail;

    /** The code of {@link #problem()} while the case lives, for counting. */
    private String problemCode;

    private Instant expectedBy;

    @OneToMany(mappedBy = "migration", cascade = CascadeType.PERSIST)
    private List<MigrationEvent> events = new ArrayList<>();

    protected Migration() {}

    /** Claims the publisher for a new case; the database refuses a second living one. */
    public static Migration claim(
            Publisher publisher,
            List<PublisherUser> users,
            List<NamedUser> owners,
            String requestedBy,
            String processInstanceId,
            Locale language,
            Actor actor,
            Instant now) {
        var migration = new Migration();
        migration.id = UUID.randomUUID();
        migration.publisherId = publisher.id();
        migration.publisherKey = keyOf(publisher.id());
        migration.liveKey = migration.publisherKey;
        migration.processInstanceId = processInstanceId;
        migration.startedAt = now;
        migration.language = language.getLanguage();
        migration.actingOwner = requestedBy;
        migration.owners = new CaseOwners(owners, now);
        migration.address = new WorkAddress(migration.owners.addressOf(requestedBy));
        migration.enrolment = new PartnerEnrolment(publisher.partnerId());
        migration.move = new MoveProgress(users);
        migration.waiting = new FollowUpProgress(actor.equals(Actor.person(requestedBy)) ? now : null);
        migration.trail = new TrailEnd(migration.id);
        migration.goTo(MigrationStep.CHECK_PARTNER_MEMBERSHIP, now);
        migration.record(REQUESTED, publisher.id(), actor, now);
        return migration;
    }

    /** How a publisher's id is compared: without regard to case. */
    public static String keyOf(String publisherId) {
        return Publisher.keyOf(publisherId);
    }

    /** The partner ID was looked up; the case asks for another, waits, or continues. */
    public void membershipChecked(MembershipVerdict verdict, Instant now) {
        enrolment.judge(verdict);
        stepDone(MigrationStep.CHECK_PARTNER_MEMBERSHIP, Actor.PROCESS, now);
        settle(now);
    }

    /** A task waits for an owner from now on. */
    public void awaitOwner(MigrationStep task, Instant now) {
        goTo(task, now);
        waiting.begin(now);
        problem().ifPresent(finding -> record(SENT_BACK, finding.code().name(), Actor.PROCESS, now));
    }

    /** The owner gave an address of the right form. */
    public void workEmailEntered(EmailAddress given, Instant now) {
        address.enter(given, owners.addressOf(actingOwner).equals(actingOwner) ? actingOwner : null);
        stepDone(MigrationStep.PROVIDE_WORK_EMAIL, Actor.person(actingOwner), now);
        goTo(MigrationStep.CHECK_WORK_EMAIL, now);
    }

    /** The address is that of a work account in this directory. */
    public void addressAccepted(Tenant tenant, Instant now) {
        address.accept(tenant);
        stepDone(MigrationStep.CHECK_WORK_EMAIL, Actor.PROCESS, now);
        settle(now);
    }

    /** The owner gave a number as partner ID. */
    public void partnerIdEntered(String number, Instant now) {
        enrolment.enter(number);
        stepDone(MigrationStep.ENROL_IN_PARTNER_NETWORK, Actor.person(actingOwner), now);
        goTo(MigrationStep.CHECK_PARTNER_MEMBERSHIP, now);
    }

    /** A code is on its way to the work address. */
    public void codeSent(String plainCode, Instant validUntil, Instant now) {
        address.expectCode(id, plainCode, validUntil);
        record(CODE_SENT, MigrationStep.CONFIRM_WORK_EMAIL.name(), Actor.PROCESS, now);
    }

    /**
     * The mail server takes no mail for this address.
     *
     * @return whether the case waits for a code that was sent there
     */
    public boolean workEmailUndeliverable(String refused) {
        var waits = step == MigrationStep.CONFIRM_WORK_EMAIL && EmailAddress.areSame(workEmail(), refused);
        if (waits) {
            address.undeliverable();
        }
        return waits;
    }

    /** Compares what the owner typed with the code that was sent. */
    public ConfirmationOutcome confirm(String typed, Instant now) {
        var confirmation = address.confirm(id, typed, now);
        if (confirmation == ConfirmationOutcome.CONFIRMED) {
            stepDone(MigrationStep.CONFIRM_WORK_EMAIL, Actor.person(actingOwner), now);
            settle(now);
        }
        return confirmation;
    }

    /** Another owner does what is asked from now on. */
    public void takenOverBy(String owner, Instant now) {
        waiting.acted(now);
        passTo(owner);
        record(TAKEN_OVER, step.name(), Actor.person(owner), now);
    }

    /** An operator has named somebody who does what is asked from now on. */
    public void ownerNamed(String owner, Actor operator, Instant now) {
        waiting.begin(now);
        passTo(owner);
        record(OWNER_NAMED, step.name(), operator, now);
    }

    /** The acting owner is no longer an owner: this one acts from now on. */
    public void handedTo(String owner, Instant now) {
        waiting.passOn(now);
        passTo(owner);
        record(HANDED_OVER, step.name(), Actor.PROCESS, now);
    }

    /** An address is one person's: who acts now is asked for their own, and the code of the previous one is void. */
    private void passTo(String owner) {
        if (owner.equals(actingOwner)) {
            return;
        }
        if (!isOwnedBy(actingOwner)) {
            enrolment.forgetGiven();
        }
        actingOwner = owner;
        if (step == MigrationStep.PROVIDE_WORK_EMAIL) {
            address = new WorkAddress(addressOf(owner));
        } else if (isOfAnotherUser(address.value(), move.knownUsers())) {
            offerOwnAddress(FindingCode.ADDRESS_OF_ANOTHER_USER.naming(address.value()));
        } else if (EmailAddress.areSame(address.value(), addressOf(owner))) {
            address.prove();
        } else {
            offerOwnAddress(FindingCode.OWNER_CHANGED.naming());
        }
    }

    private void offerOwnAddress(Finding reason) {
        address = new WorkAddress(addressOf(actingOwner));
        address.refuse(reason);
    }

    /** Whether somebody else who uses the account has the address; what the acting owner signs in with is theirs. */
    public boolean isOfAnotherUser(EmailAddress given) {
        return isOfAnotherUser(given.value(), move.knownUsers());
    }

    /** Whether the work address is that of another user, as the portal lists them now. */
    public boolean isWorkEmailOfAnother(List<PublisherUser> users) {
        return isOfAnotherUser(
                address.value(), users.stream().map(KnownUser::of).toList());
    }

    private boolean isOfAnotherUser(String given, List<KnownUser> users) {
        var own = owners.entryOf(actingOwner).map(NamedUser::userId);
        return !EmailAddress.areSame(given, addressOf(actingOwner))
                && EmailAddress.parse(given).stream().anyMatch(wanted -> users.stream()
                        .filter(user -> user.signsInAs(wanted))
                        .anyMatch(user -> !own.equals(Optional.of(user.userId()))));
    }

    /** The work address has become another user's: the acting owner is asked again before anything is moved. */
    public void addressLost(List<PublisherUser> users, Instant now) {
        move.know(users);
        offerOwnAddress(FindingCode.ADDRESS_OF_ANOTHER_USER.naming(address.value()));
        goTo(MigrationStep.CHECK_PARTNER_MEMBERSHIP, now);
    }

    /**
     * What became of the sign-in of the acting owner, where the move has put another in its place: one for each entry
     * with its address.
     */
    public List<UserLeftBehind> replacedSignIns() {
        return step == MigrationStep.VERIFY_MOVE || move.isPastReturn()
                ? owners.entryOf(actingOwner)
                        .map(owner -> move.replacedSignIns(owner, workEmail()))
                        .orElse(List.of())
                : List.of();
    }

    /** Everybody whose entry stays in the old portal as it is until somebody decides, with the reason. */
    public List<UserLeftBehind> listedInPortal() {
        return Stream.concat(usersLeftBehind().stream(), replacedSignIns().stream())
                .toList();
    }

    /** The answers came from somebody who is no longer an owner: they are asked for again. */
    public void answersVoid(Instant now) {
        enrolment.forgetGiven();
        owners.successorOf(actingOwner).ifPresent(owner -> actingOwner = owner);
        waiting.passOn(now);
        offerOwnAddress(FindingCode.OWNER_CHANGED.naming());
        record(HANDED_OVER, step.name(), Actor.PROCESS, now);
        goTo(MigrationStep.CHECK_PARTNER_MEMBERSHIP, now);
    }

    /** The people of the next escalation level were notified that the case waits. */
    public void reachedNextLevel(MigrationEvent.Type type, Instant now) {
        waiting.reachNextLevel();
        record(type, step.name(), Actor.PROCESS, now);
    }

    /** Another account is in the way, which no retry removes. */
    public void conflictFound(Instant now) {
        var finding = FindingCode.ACCOUNT_CONFLICT.naming(publisherId);
        move.refuse(finding);
        record(SENT_BACK, finding.code().name(), Actor.PROCESS, now);
    }

    /** Whether the case has ended because another account is in the way, which operators have to look at. */
    public boolean endedInConflict() {
        return state == MigrationState.REVERTED
                && move.problem()
                        .filter(finding -> finding.code() == FindingCode.ACCOUNT_CONFLICT)
                        .isPresent();
    }

    /** A step of the move cannot continue; the case shows the reason until the step is done. */
    public void blocked(Finding finding, Instant now) {
        if (!move.problem().equals(Optional.of(finding))) {
            move.refuse(finding);
            record(SENT_BACK, finding.code().name(), Actor.PROCESS, now);
        }
    }

    /**
     * Partner Center does not show yet what the case has written, and is looked at again at that time; there is nothing
     * for people to do. A problem that is known already stays.
     */
    public void looksAgain(Instant at, Instant now) {
        var known = move.problem().map(Finding::code);
        if (known.isEmpty()) {
            record(SENT_BACK, FindingCode.USERS_NOT_SHOWN_YET.name(), Actor.PROCESS, now);
        }
        if (known.isEmpty() || known.get() == FindingCode.USERS_NOT_SHOWN_YET) {
            move.refuse(FindingCode.USERS_NOT_SHOWN_YET.naming(publisherId, UtcMinuteFormat.from(at)));
        }
        expectedBy = at.plus(step.normalTime());
    }

    /** The publisher has moved already, which this case does not remember: what follows only verifies it. */
    public void movedAlready(PartnerCenterAccount account, MembershipVerdict membership, String version, Instant now) {
        if (membership instanceof MembershipVerdict.Usable) {
            enrolment.enter(account.partnerId());
            enrolment.judge(membership);
        }
        move.adopt(account.accountId(), version, now);
        record(ADOPTED, step.name(), Actor.PROCESS, now);
    }

    /** What the acting owner signs in with cannot be the work address: it is not offered, and the reason is shown. */
    public void cannotUseSignIn(Finding reason) {
        if (isSignInOffered()) {
            address.refuse(reason);
        }
    }

    /** Nobody has moved under the work address: what is known of the acting owner is the sign-in. */
    public void forgetWorkEmail() {
        address = new WorkAddress(addressOf(actingOwner));
    }

    /** The case goes on with the move, wherever it waits: there is nothing left to ask of people, or to undo. */
    public void goOnWithMove(Instant now) {
        move.requireBeforeReturn();
        move.resume();
        goTo(MigrationStep.LOCK_PUBLISHER, now);
    }

    public void leaveBehind(UserLeftBehind user, Instant now) {
        move.leaveBehind(user);
        record(USER_LEFT_BEHIND, user.finding().code().name(), Actor.PROCESS, now);
    }

    /** A step of the move or of its undoing is done and the next one begins. */
    public void advance(MigrationStep done, MigrationStep next, Instant now) {
        if (!done.isPartOfMove() || state.isFinal()) {
            throw new IllegalStateException(done + " is not possible in state " + state);
        }
        if (!done.isPartOfRevert()) {
            move.refuse(null);
        }
        stepDone(done, Actor.PROCESS, now);
        goTo(next, now);
    }

    /** The undoing begins, or begins again because something came late. */
    public void beginRevert(Instant now) {
        move.requireBeforeReturn();
        goTo(MigrationStep.CLOSE_PARTNER_CENTER_ACCOUNT, now);
    }

    /** Gives the case up. Repeating it changes nothing; after the point of no return it is refused. */
    public void giveUp(Actor actor, Instant now) {
        if (move.isPastReturn()) {
            throw MigrationRefused.because(Refusal.TOO_LATE, this);
        }
        if (!move.isGivenUp()) {
            move.giveUp();
            record(GIVEN_UP, step.name(), actor, now);
        }
    }

    /** An operator retries the step that ran out of retries. */
    void retried(Actor actor, Instant now) {
        record(RETRIED, step.name(), actor, now);
    }

    /** Another process instance continues the case. */
    public void continueIn(String otherInstanceId) {
        processInstanceId = otherInstanceId;
    }

    /** The case is over, and the publisher free for another. */
    void end(MigrationState outcome, Instant now) {
        if (state.isFinal() || !outcome.isFinal()) {
            throw new IllegalStateException("from " + state + " to " + outcome);
        }
        if (step.isPartOfMove()) {
            stepDone(step, Actor.PROCESS, now);
        }
        state = outcome;
        since = now;
        endedAt = now;
        liveKey = null;
        record(ENDED, outcome.name(), Actor.PROCESS, now);
        expectedBy = null;
        waiting.end();
    }

    /** Whether the case is over, and was not at that time. */
    public boolean endedAfter(Instant time) {
        return endedAt != null && !endedAt.isBefore(time);
    }

    /** Where the case continues while it is prepared. */
    public PreparationStatus readiness() {
        return new PreparationStatus(
                address.isMicrosoftAccount(),
                address.tenantId().isPresent(),
                enrolment.membership(),
                address.tenantId().isPresent() && !address.isMismatched(),
                !address.isProven());
    }

    /** Whether another partner ID could help: this one is being verified, or is another organisation's. */
    public boolean mayChangePartnerId() {
        return step == MigrationStep.AWAIT_ENROLMENT
                || step == MigrationStep.PROVIDE_WORK_EMAIL && address.isMismatched();
    }

    /** What the person who acts next has to know, if anything is in the way. */
    public Optional<Finding> problem() {
        return switch (step) {
            case PROVIDE_WORK_EMAIL, CONFIRM_WORK_EMAIL -> address.problem();
            case ENROL_IN_PARTNER_NETWORK, AWAIT_ENROLMENT -> enrolment.problem();
            default -> move.problem();
        };
    }

    private void settle(Instant now) {
        readiness().nextStep().ifPresent(next -> goTo(next, now));
    }

    private void goTo(MigrationStep next, Instant now) {
        if (step != next) {
            since = now;
        }
        step = next;
        state = next.state();
        if (state != MigrationState.ACTION_REQUIRED) {
            waiting.end();
        }
        expectedBy = now.plus(next.normalTime());
    }

    @PrePersist
    @PreUpdate
    void noteProblem() {
        problemCode = state.isFinal()
                ? null
                : problem().map(finding -> finding.code().name()).orElse(null);
    }

    private void stepDone(MigrationStep done, Actor actor, Instant now) {
        record(STEP_DONE, done.name(), actor, now);
    }

    private void record(MigrationEvent.Type type, String subject, Actor actor, Instant now) {
        events.add(trail.append(this, type, subject, actor, now));
        if (type.isProgress()) {
            expectedBy = now.plus(step.normalTime());
        }
    }

    public RequestKey request(MigrationStep writingStep, String subject) {
        return new RequestKey(id, writingStep.name(), subject);
    }

    /** The id of the case, which every call to an outside system carries as its correlation id. */
    public UUID id() {
        return id;
    }

    /** The publisher, in the portal's spelling. */
    public String publisherId() {
        return publisherId;
    }

    public String processInstanceId() {
        return processInstanceId;
    }

    public MigrationState state() {
        return state;
    }

    /** Whether it is a case of this publisher, in any case of letters. */
    public boolean isOf(String publisher) {
        return publisherKey.equals(keyOf(publisher));
    }

    public MigrationStep step() {
        return step;
    }

    /** Since when the case is at this step, or over. */
    public Instant since() {
        return since;
    }

    public Instant startedAt() {
        return startedAt;
    }

    /** By when the case should have gone on; empty once it is over. */
    public Optional<Instant> expectedBy() {
        return Optional.ofNullable(expectedBy);
    }

    public Locale language() {
        return Locale.forLanguageTag(language);
    }

    /** Everybody who may act for the publisher, by name, as the portal said when it was last asked. */
    public List<String> owners() {
        return owners.names();
    }

    public CaseOwners ownersAsRead() {
        return owners;
    }

    /** The portal was asked again who the owners are. */
    public void ownersRead(CaseOwners now) {
        owners = now;
    }

    /** The owners who could do what is asked instead of the acting one. */
    public List<String> coOwners() {
        return owners().stream().filter(owner -> !owner.equals(actingOwner)).toList();
    }

    /** The address under which an owner is written to. */
    public String addressOf(String owner) {
        return owners.addressOf(owner);
    }

    /** Whether the move goes on, and is not to be undone. */
    public boolean isMoving() {
        return state == MigrationState.MOVING && !move.isGivenUp();
    }

    /** Whether this entry of the portal is the acting owner's. */
    public boolean isActingOwner(PublisherUser user) {
        return user.isActiveOwner() && owners.isEntryOf(actingOwner, user);
    }

    /** The owner who does what is asked. */
    public String actingOwner() {
        return actingOwner;
    }

    public String workEmail() {
        return address.value();
    }

    /** The address that a form offers: none where what the owner signs in with cannot be the work address. */
    public String offeredAddress() {
        return address.isUnusable() && isSignInOffered() ? "" : workEmail();
    }

    private boolean isSignInOffered() {
        return step == MigrationStep.PROVIDE_WORK_EMAIL && EmailAddress.areSame(workEmail(), addressOf(actingOwner));
    }

    /** Users who were not carried over, with the reason. */
    public List<UserLeftBehind> usersLeftBehind() {
        return move.usersLeftBehind();
    }

    public boolean isOwnedBy(String userId) {
        return owners.include(userId);
    }

    public WorkAddress address() {
        return address;
    }

    public PartnerEnrolment enrolment() {
        return enrolment;
    }

    public MoveProgress move() {
        return move;
    }

    public FollowUpProgress waiting() {
        return waiting;
    }

    /** The Partner Center account that this case opened, once it has. */
    public Optional<String> accountId() {
        return move.accountId();
    }

    /** When settings and users were read for the transfer: what changed later is for the user sync. */
    public Instant transferredAt() {
        return move.transferredAt();
    }

    /** Where the audit trail ends. */
    public TrailEnd trail() {
        return trail;
    }
}
