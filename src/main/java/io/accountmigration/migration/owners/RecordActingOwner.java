package io.accountmigration.migration.owners;

import io.accountmigration.migration.Migrations;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notes that somebody has done what was asked, and who, when it is another owner than before. */
@Component
public class RecordActingOwner {

    private final Migrations migrations;
    private final CancelOwnerSearch cancelOwnerSearch;
    private final Clock clock;

    RecordActingOwner(Migrations migrations, CancelOwnerSearch cancelOwnerSearch, Clock clock) {
        this.migrations = migrations;
        this.cancelOwnerSearch = cancelOwnerSearch;
        this.clock = clock;
    }

    /** The owner with this address acts from now on. */
    @Transactional
    public void record(String processInstanceId, String owner) {
        var migration = migrations.ofInstance(processInstanceId);
        cancelOwnerSearch.of(migration);
        migration.waiting().acted(clock.instant());
        if (owner != null && !owner.equals(migration.actingOwner())) {
            migration.takenOverBy(owner, clock.instant());
        }
    }
}
