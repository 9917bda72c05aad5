package io.accountmigration.migration;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notes that somebody has done what was asked, and who, when it is another owner than before. */
@Component
public class NoteActingOwner {

    private final Migrations migrations;
    private final CallOffSearch callOffSearch;
    private final Clock clock;

    NoteActingOwner(Migrations migrations, CallOffSearch callOffSearch, Clock clock) {
        this.migrations = migrations;
        this.callOffSearch = callOffSearch;
        this.clock = clock;
    }

    /** The owner with this address acts from now on. */
    @Transactional
    public void note(String processInstanceId, String owner) {
        var migration = migrations.ofInstance(processInstanceId);
        callOffSearch.of(migration);
        migration.waiting().acted(clock.instant());
        if (owner != null && !owner.equals(migration.actingOwner())) {
            migration.takenOverBy(owner, clock.instant());
        }
    }
}
