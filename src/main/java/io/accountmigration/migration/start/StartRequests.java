package io.accountmigration.migration.start;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** The starts that were asked for under an idempotency key. */
interface StartRequests extends Repository<StartRequest, UUID> {

    Optional<StartRequest> findById(UUID id);

    StartRequest save(StartRequest request);
}
