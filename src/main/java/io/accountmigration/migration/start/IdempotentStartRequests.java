package io.accountmigration.migration.start;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** The starts that were asked for under an idempotency key. */
interface IdempotentStartRequests extends Repository<IdempotentStartRequest, UUID> {

    Optional<IdempotentStartRequest> findById(UUID id);

    void deleteByAskedAtBefore(Instant time);

    IdempotentStartRequest save(IdempotentStartRequest request);
}
