package io.accountmigration.usersync.comparison;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** The last comparison of each account. */
public interface DriftReports extends Repository<DriftReport, String> {

    DriftReport save(DriftReport report);

    Optional<DriftReport> findById(String publisherKey);
}
