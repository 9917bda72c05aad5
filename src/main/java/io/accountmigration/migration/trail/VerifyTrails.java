package io.accountmigration.migration.trail;

import io.accountmigration.migration.Migration;
import io.accountmigration.migration.MigrationPages;
import io.accountmigration.migration.MigrationRefused;
import io.accountmigration.migration.Migrations;
import io.accountmigration.migration.Refusal;
import io.accountmigration.migration.trail.TrailReport.BrokenTrail;
import java.time.Clock;
import java.util.ArrayList;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.stereotype.Component;

/**
 * Holds audit trails to their hashes and seals. What it cannot see is a case that was deleted as a whole, or put back
 * as a whole to how it once was: keep exports where nobody writes to.
 */
@Component
public class VerifyTrails {

    private static final int PART = 200;

    private final Migrations migrations;
    private final MigrationPages newestFirst;
    private final TrailCheck trailCheck;
    private final Clock clock;

    VerifyTrails(Migrations migrations, MigrationPages newestFirst, TrailCheck trailCheck, Clock clock) {
        this.migrations = migrations;
        this.newestFirst = newestFirst;
        this.trailCheck = trailCheck;
        this.clock = clock;
    }

    /** Verifies the trails of all cases, the ended ones included. */
    public TrailReport ofAll() {
        var tally = new Tally();
        ScrollPosition position = ScrollPosition.keyset();
        for (var more = true; more; ) {
            var part = newestFirst.all(position, PART);
            part.forEach(tally::check);
            more = part.hasNext();
            if (more) {
                position = part.positionAt(part.size() - 1);
            }
        }
        return tally.report();
    }

    /** Verifies the trails of a publisher's cases. */
    public TrailReport of(String publisherId) {
        var cases = migrations.history(publisherId);
        if (cases.isEmpty()) {
            throw MigrationRefused.because(Refusal.MIGRATION_NOT_FOUND, publisherId);
        }
        var tally = new Tally();
        cases.forEach(tally::check);
        return tally.report();
    }

    private class Tally {

        private final ArrayList<BrokenTrail> broken = new ArrayList<>();
        private int cases;
        private long events;

        void check(Migration migration) {
            var checked = trailCheck.check(migration.processInstanceId());
            cases++;
            events += checked.events();
            checked.flaw().ifPresent(broken::add);
        }

        TrailReport report() {
            return new TrailReport(cases, events, broken, clock.instant());
        }
    }
}
