package io.accountmigration.migration.move;

import static io.accountmigration.migration.MigrationStep.LOCK_PUBLISHER;

import io.accountmigration.migration.Migration;
import io.accountmigration.migration.MigrationSettings;
import io.accountmigration.publisher.CloudPartnerPortal;
import io.accountmigration.publisher.LockResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** Takes the portal's lock for a case, for the first time or again: the portal itself ends it. */
@Component
class TakeMoveLock {

    private final CloudPartnerPortal portal;
    private final MigrationSettings settings;
    private final Clock clock;

    TakeMoveLock(CloudPartnerPortal portal, MigrationSettings settings, Clock clock) {
        this.portal = portal;
        this.settings = settings;
        this.clock = clock;
    }

    LockResult takeFor(Migration migration) {
        var until = end(migration.since());
        return portal.lock(migration.publisherId(), until, migration.request(LOCK_PUBLISHER, until.toString()));
    }

    /**
     * Counted from when the step was due, which is stored, so that attempts soon after each other ask for the same end.
     * It never lies in the past: at least half the length of a lock is left.
     */
    private Instant end(Instant due) {
        var half = settings.lock().dividedBy(2);
        var passed = Math.max(0, Duration.between(due, clock.instant()).dividedBy(half));
        return due.plus(settings.lock()).plus(half.multipliedBy(passed)).truncatedTo(ChronoUnit.SECONDS);
    }
}
