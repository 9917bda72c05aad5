package io.accountmigration.usersync;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** The last comparison of each account. */
interface DriftReports extends Repository<DriftReport, String> {

    DriftReport save(DriftReport report);

    Optional<DriftReport> findById(String publisherKey);
}
