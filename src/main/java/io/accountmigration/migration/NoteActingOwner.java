package io.accountmigration.migration;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notes who does what is asked, when it is another owner than before. */
@Component
public class NoteActingOwner {

    private final Migrations migrations;
    private final Clock clock;

    NoteActingOwner(Migrations migrations, Clock clock) {
        this.migrations = migrations;
        this.clock = clock;
    }

    /** The owner with this address acts from now on. */
    @Transactional
    public void note(String processInstanceId, String owner) {
        var migration = migrations.ofInstance(processInstanceId);
        if (owner != null && !owner.equals(migration.actingOwner())) {
            migration.takenOverBy(owner, clock.instant());
        }
    }
}
