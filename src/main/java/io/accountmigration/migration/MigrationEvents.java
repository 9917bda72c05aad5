package io.accountmigration.migration;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The audit trails of all cases. */
public interface MigrationEvents extends Repository<MigrationEvent, UUID> {

    @Query("select e from MigrationEvent e where e.migration.id = :caseId order by e.position")
    List<MigrationEvent> trailOf(UUID caseId);

    /** How often the cases that this owner acts in were sent back for such a reason since then. */
    @Query("select count(e) from MigrationEvent e where e.migration.actingOwner = :owner and e.at > :since"
            + " and e.type = io.accountmigration.migration.MigrationEvent.Type.SENT_BACK and e.subject = :reason")
    long countSentBack(String owner, String reason, Instant since);

    @Query("select e from MigrationEvent e where e.migration.id in :caseIds and e.type = :type order by e.position")
    List<MigrationEvent> ofType(Collection<UUID> caseIds, MigrationEvent.Type type);
}
