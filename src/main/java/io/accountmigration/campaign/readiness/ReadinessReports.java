package io.accountmigration.campaign.readiness;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Window;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All reports that are kept. */
interface ReadinessReports extends Repository<ReadinessReport, UUID> {

    ReadinessReport save(ReadinessReport report);

    ReadinessReport saveAndFlush(ReadinessReport report);

    Optional<ReadinessReport> findById(UUID id);

    Window<ReadinessReport> findByOrderByRequestedAtDescIdDesc(ScrollPosition position, Limit limit);

    boolean existsByRequestedByAndEndedAtIsNull(String requestedBy);

    @Query("select count(r) from ReadinessReport r where r.endedAt is null")
    long countRunning();

    @Modifying
    @Query("delete from ReadinessReport r where r.endedAt < :before")
    int forgetEndedBefore(Instant before);
}
