package io.accountmigration.usersync;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How often in a row a publisher's sync has failed, and when it is tried again: soon, in quarantine, or never. */
@Embeddable
class SyncFailures {

    private int failures;

    @Enumerated(EnumType.STRING)
    private FailureReason failureReason;

    private Instant nextTryAt;
    private Instant quarantinedAt;
    private int quarantineSteps;
    private boolean turnedOff;
    private String toldReasons = "";

    boolean mayTry(Instant now) {
        return !turnedOff && (nextTryAt == null || !nextTryAt.isAfter(now));
    }

    boolean any() {
        return failures > 0;
    }

    /** @return whether operators should get a mail: once for each reason */
    boolean add(FailureReason reason, SyncSettings settings, Instant now) {
        failures++;
        failureReason = reason;
        var quarantine = settings.quarantine();
        if (failures < quarantine.after()) {
            nextTryAt = now.plus(settings.waitAfter(failures));
            return false;
        }
        if (quarantinedAt == null) {
            quarantinedAt = now;
        }
        turnedOff = Duration.between(quarantinedAt, now).compareTo(quarantine.offAfter()) >= 0;
        nextTryAt = now.plus(quarantine.step(quarantineSteps++));
        if (toldReasons.contains(reason.name())) {
            return false;
        }
        toldReasons += reason.name() + " ";
        return true;
    }

    /** The next try is due now. */
    void tryNow() {
        nextTryAt = null;
        turnedOff = false;
    }

    Optional<QuarantineView> quarantine() {
        return quarantinedAt == null
                ? Optional.empty()
                : Optional.of(
                        new QuarantineView(failureReason, quarantinedAt, turnedOff ? null : nextTryAt, turnedOff));
    }
}
