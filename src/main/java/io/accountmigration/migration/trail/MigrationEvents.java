package io.accountmigration.migration.trail;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The audit trails of all cases. */
public interface MigrationEvents extends Repository<MigrationEvent, UUID> {

    @Query("select e from MigrationEvent e where e.migration.id = :caseId order by e.position")
    List<MigrationEvent> trailOf(UUID caseId);

    @Query("select e from MigrationEvent e where e.migration.id in :caseIds and e.type = :type order by e.position")
    List<MigrationEvent> ofType(Collection<UUID> caseIds, MigrationEvent.Type type);
}
