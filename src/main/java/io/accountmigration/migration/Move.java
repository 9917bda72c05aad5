package io.accountmigration.migration;

import io.accountmigration.eligibility.Finding;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the move of a case has come to: what was opened and carried over, and that it was verified or given up. */
@Embeddable
public class Move {

    private String accountId;
    private String transferredVersion;

    private Instant transferredAt;
    private Instant verifiedAt;
    private boolean givenUp;

    @Convert(converter = JsonColumn.OfFinding.class)
    private Finding moveFinding;

    @Convert(converter = JsonColumn.OfUsersLeftBehind.class)
    private List<UserLeftBehind> usersLeftBehind = List.of();

    /** One that has not begun. */
    Move() {}

    public void opened(String openedAccountId) {
        accountId = openedAccountId;
    }

    /** Something is in the way that no retry removes. */
    void refuse(Finding finding) {
        moveFinding = finding;
    }

    /** The settings of this version of the old account are in the new one. */
    public void transferred(String publisherVersion, Instant readAt) {
        transferredVersion = publisherVersion;
        transferredAt = readAt;
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
        return verifiedAt != null;
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
