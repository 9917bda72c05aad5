package io.accountmigration.migration.move;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** The latest verification report of each case that has one. */
interface VerificationReports extends Repository<VerificationReport, UUID> {

    VerificationReport save(VerificationReport report);

    Optional<VerificationReport> findById(UUID migrationId);
}
