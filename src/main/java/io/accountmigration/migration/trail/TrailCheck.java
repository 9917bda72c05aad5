package io.accountmigration.migration.trail;

import io.accountmigration.migration.Migration;
import io.accountmigration.migration.Migrations;
import io.accountmigration.migration.trail.TrailReport.BrokenTrail;
import io.accountmigration.migration.trail.TrailReport.Flaw;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Recomputes the hashes and the seal of one case's trail. */
@Component
class TrailCheck {

    /** How many lines there are, and the first that is wrong. */
    record Checked(int events, Optional<BrokenTrail> flaw) {}

    private final Migrations migrations;
    private final MigrationEvents events;
    private final TrailSeal seal;

    TrailCheck(Migrations migrations, MigrationEvents events, TrailSeal seal) {
        this.migrations = migrations;
        this.events = events;
        this.seal = seal;
    }

    /** Case and trail are read as of one moment: a line written in between would look like one too many. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Checked check(String processInstanceId) {
        var migration = migrations.ofInstance(processInstanceId);
        var trail = events.trailOf(migration.id());
        return new Checked(trail.size(), firstFlaw(migration, trail));
    }

    private Optional<BrokenTrail> firstFlaw(Migration migration, List<MigrationEvent> trail) {
        var last = TrailEnd.startOf(migration.id());
        var position = 0;
        for (var line : trail) {
            position++;
            if (line.position() != position) {
                return broken(migration, position, Flaw.LINE_MISSING);
            }
            if (!line.follows(last)) {
                return broken(migration, position, Flaw.LINE_CHANGED);
            }
            last = line.hash();
        }
        if (!migration.trail().isAt(position, last)) {
            return broken(migration, position + 1, Flaw.END_DIFFERS);
        }
        return migration.trail().isSealedBy(seal, migration.id())
                ? Optional.empty()
                : broken(migration, position + 1, Flaw.SEAL_BROKEN);
    }

    private static Optional<BrokenTrail> broken(Migration migration, int position, Flaw flaw) {
        return Optional.of(new BrokenTrail(migration.publisherId(), migration.id(), position, flaw));
    }
}
