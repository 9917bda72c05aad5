package io.accountmigration.migration;

import io.accountmigration.eligibility.Finding;
import io.accountmigration.eligibility.FindingCode;
import io.accountmigration.publisher.EmailAddress;
import io.accountmigration.publisher.NamedUser;
import io.accountmigration.publisher.PublisherUser;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the move of a case has come to: what was opened and carried over, and that it was verified or given up. */
@Embeddable
public class MoveProgress {

    private static final Duration SETTINGS_STAY_VERIFIED = Duration.ofMinutes(10);

    private String accountId;
    private String transferredVersion;

    private Instant transferredAt;
    private Instant adoptedAt;
    private Instant verifiedAt;
    private boolean givenUp;

    @Convert(converter = JsonColumn.OfFinding.class)
    private Finding moveFinding;

    @Convert(converter = JsonColumn.OfUsersLeftBehind.class)
    private List<UserLeftBehind> usersLeftBehind = List.of();

    /** Nothing where the case is from an earlier release. */
    @Convert(converter = JsonColumn.OfKnownUsers.class)
    private List<KnownUser> knownUsers;

    private String verifiedVersion;

    /** The version whose settings were compared and found equal, before the users were. */
    private String settingsVerifiedVersion;

    private Instant settingsVerifiedAt;

    protected MoveProgress() {}

    /** One that has not begun, of a publisher with these users. */
    MoveProgress(List<PublisherUser> usersAtStart) {
        know(usersAtStart);
    }

    void know(List<PublisherUser> users) {
        knownUsers = users.stream().map(KnownUser::of).toList();
    }

    /** The user entries that the case saw last, which a later list must have, or a reason. */
    public List<KnownUser> knownUsers() {
        return knownUsers == null ? List.of() : knownUsers;
    }

    public void opened(String openedAccountId) {
        accountId = openedAccountId;
    }

    /** A problem blocks the move; null when it is resolved. */
    void refuse(Finding finding) {
        moveFinding = finding;
    }

    /** The settings of this version of the old account are in the new one. Users of another version are checked again. */
    public void transferred(String publisherVersion, Instant readAt) {
        if (transferredVersion != null && !publisherVersion.equals(transferredVersion)) {
            checkUsersAgain();
        }
        transferredVersion = publisherVersion;
        transferredAt = readAt;
        settingsVerifiedVersion = null;
    }

    /** All of these users are in the new account, or listed as left behind. */
    public void transferred(List<PublisherUser> users) {
        know(users);
        usersLeftBehind = usersLeftBehind.stream()
                .filter(left -> !left.hasLeft()
                        || users.stream().noneMatch(user -> user.userId().equals(left.userId())))
                .map(left -> left.among(users))
                .toList();
    }

    /**
     * Those who are left behind since the owner has moved under another address: one for each entry with the address of
     * the sign-in.
     */
    List<UserLeftBehind> replacedSignIns(NamedUser owner, String workEmail) {
        if (EmailAddress.areSame(owner.address(), workEmail)) {
            return List.of();
        }
        var reason = FindingCode.SIGN_IN_REPLACED.naming(owner.address(), workEmail);
        var twins = knownUsers().stream()
                .filter(user -> user.active() && EmailAddress.areSame(user.address(), owner.address()))
                .map(KnownUser::userId);
        return Stream.concat(Stream.of(owner.userId()), twins)
                .distinct()
                .filter(userId ->
                        usersLeftBehind.stream().noneMatch(left -> left.userId().equals(userId)))
                .map(userId -> new UserLeftBehind(userId, reason))
                .toList();
    }

    /** Whether these are the users who were transferred. */
    public boolean isTransferOf(List<PublisherUser> users) {
        return knownUsers == null
                || Set.copyOf(knownUsers)
                        .equals(users.stream()
                                .map(KnownUser::of)
                                .map(user -> areRolesKnown() ? user : user.withoutRole())
                                .collect(Collectors.toSet()));
    }

    /** Not where an earlier release has transferred the users. */
    private boolean areRolesKnown() {
        return knownUsers.stream().allMatch(user -> user.role() != null);
    }

    /** The list that was transferred has turned out to be another one; who has left it stays listed. */
    public void checkUsersAgain() {
        usersLeftBehind =
                usersLeftBehind.stream().filter(UserLeftBehind::hasLeft).toList();
    }

    /** The account had moved before this case knew of it: nothing is left to transfer, and nothing to undo. */
    void adopt(String movedTo, String publisherVersion, Instant now) {
        accountId = movedTo;
        transferredVersion = publisherVersion;
        transferredAt = now;
        adoptedAt = now;
        resume();
    }

    /** What was given up goes on after all. */
    void resume() {
        givenUp = false;
    }

    void leaveBehind(UserLeftBehind user) {
        usersLeftBehind = new ArrayList<>(usersLeftBehind);
        usersLeftBehind.add(user);
    }

    /** The point of no return: from here on the move is finished, not undone. */
    public void verified(Instant now) {
        if (givenUp) {
            throw new IllegalStateException("the move was given up");
        }
        verifiedAt = now;
        verifiedVersion = transferredVersion;
    }

    /** The portal has refused the switch: nothing has been switched, and the move may be given up again. */
    public void switchRefused() {
        verifiedAt = null;
    }

    /** Whether it was verified once, though the portal may have refused the switch since. */
    public boolean hasBeenVerified() {
        return isPastReturn() || verifiedVersion != null;
    }

    /** Whether what was transferred last is what was verified. */
    public boolean isVerified() {
        return isPastReturn() && transferredVersion.equals(verifiedVersion);
    }

    /** The settings of this version are the same in both accounts. */
    public void settingsVerified(String publisherVersion, Instant now) {
        settingsVerifiedVersion = publisherVersion;
        settingsVerifiedAt = now;
    }

    /** Whether that was found a moment ago; what was found earlier is looked at again. */
    public boolean areSettingsVerified(String publisherVersion, Instant now) {
        return publisherVersion.equals(settingsVerifiedVersion)
                && settingsVerifiedAt.plus(SETTINGS_STAY_VERIFIED).isAfter(now);
    }

    /** It is to be undone, which is too late for one past the point of no return. */
    void giveUp() {
        requireBeforeReturn();
        givenUp = true;
    }

    void requireBeforeReturn() {
        if (isPastReturn()) {
            throw new IllegalStateException("the move is past the point of no return");
        }
    }

    public boolean isGivenUp() {
        return givenUp;
    }

    public boolean isPastReturn() {
        return verifiedAt != null || isAdopted();
    }

    /** Whether the account was found to have moved already. */
    public boolean isAdopted() {
        return adoptedAt != null;
    }

    /** The Partner Center account that was opened, once it was. */
    Optional<String> accountId() {
        return Optional.ofNullable(accountId);
    }

    /** The version of the old account that was transferred. */
    public String transferredVersion() {
        return transferredVersion;
    }

    /** When that version was read. */
    Instant transferredAt() {
        return transferredAt;
    }

    List<UserLeftBehind> usersLeftBehind() {
        return usersLeftBehind;
    }

    Optional<Finding> problem() {
        return Optional.ofNullable(moveFinding);
    }
}
