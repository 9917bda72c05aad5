package io.accountmigration.migration;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Since when a case waits for somebody, and which escalation levels of the follow-up were notified. */
@Embeddable
public class FollowUpProgress {

    private Instant actedAt;
    private Instant waitingSince;

    @Column(name = "told_rungs")
    private int reachedLevels;

    private boolean mailOwed;

    protected FollowUpProgress() {}

    /** The case waits for nobody; somebody has just acted, or, without a time, nobody has yet. */
    FollowUpProgress(Instant actedAt) {
        this.actedAt = actedAt;
    }

    /** The follow-up begins with its first level. */
    void begin(Instant now) {
        waitingSince = now;
        reachedLevels = 0;
        mailOwed = false;
    }

    void end() {
        waitingSince = null;
    }

    /** The case was passed to somebody who has not acted yet, and does not know of it. */
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

    /** The people of the next level were notified, or it has none. */
    public void reachNextLevel() {
        reachedLevels++;
    }

    /** Skips to this level: only operators can help. */
    public void reachLevel(int level) {
        reachedLevels = level;
    }

    /** Whether the acting owner still has to get a mail about the open task. */
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

    /** Since when the case waits for somebody who has done nothing yet; empty where it waits for nobody. */
    public Optional<Instant> since() {
        return Optional.ofNullable(waitingSince);
    }

    public int reachedLevels() {
        return reachedLevels;
    }

    /** Whether the person who acted last has probably left, and has to get a mail about the next task. */
    public boolean wasLeftAlone(Duration presence, Instant now) {
        return actedAt == null || actedAt.plus(presence).isBefore(now);
    }
}
