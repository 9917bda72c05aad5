package io.accountmigration.migration;

import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** That a case waits for somebody, and how many rungs of the follow-up have been told of it. */
@Embeddable
public class FollowUp {

    private Instant actedAt;
    private Instant waitingSince;
    private int toldRungs;
    private boolean mailOwed;

    protected FollowUp() {}

    /** Nobody is waited for; somebody has just acted, or, without a time, nobody has yet. */
    FollowUp(Instant actedAt) {
        this.actedAt = actedAt;
    }

    /** The follow-up begins from the bottom. */
    void begin(Instant now) {
        waitingSince = now;
        toldRungs = 0;
        mailOwed = false;
    }

    void end() {
        waitingSince = null;
    }

    /** The case has come to somebody who has not acted yet, and does not know of it. */
    void passOn(Instant now) {
        actedAt = null;
        if (waitingSince != null) {
            begin(now);
        }
    }

    /** A person has done what was asked, or has taken it up. */
    public void acted(Instant now) {
        actedAt = now;
        if (waitingSince != null) {
            begin(now);
        }
    }

    /** The next rung of the follow-up was told, or has nobody on it. */
    public void climb() {
        toldRungs++;
    }

    /** Everybody was told who can be; only operators can help. */
    public void climbTo(int rungs) {
        toldRungs = rungs;
    }

    /** Whether the acting owner still has to be told of what there is to do. */
    public void oweMail(boolean owed) {
        mailOwed = owed;
    }

    public boolean owesMail() {
        return mailOwed;
    }

    /** Whether no owner has acted in this case yet. */
    public boolean isUntouched() {
        return actedAt == null;
    }

    /** Since when somebody is waited for who has done nothing yet; empty where nobody is. */
    public Optional<Instant> since() {
        return Optional.ofNullable(waitingSince);
    }

    public int toldRungs() {
        return toldRungs;
    }

    /** Whether the person who acted last may have gone long ago, and has to be told that there is more to do. */
    public boolean wasLeftAlone(Duration presence, Instant now) {
        return actedAt == null || actedAt.plus(presence).isBefore(now);
    }
}
