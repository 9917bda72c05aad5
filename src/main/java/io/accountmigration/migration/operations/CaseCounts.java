package io.accountmigration.migration.operations;

import io.accountmigration.migration.Migration;
import io.accountmigration.migration.MigrationState;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Counts cases; each query is answered by an index, so its time does not depend on their number. */
interface CaseCounts extends Repository<Migration, UUID> {

    /** The open cases of one state, and when those of a certain rank started, in seconds since 1970. */
    interface StateAges {
        MigrationState getState();

        long getCases();

        BigDecimal getMedian();

        BigDecimal getNinth();

        BigDecimal getOldest();
    }

    /** How many cases something stands in the way of. */
    interface Blocked {
        String getCode();

        long getCases();
    }

    /** How many cases came to this end on one day. */
    interface Ended {
        long getDay();

        MigrationState getState();

        long getCases();
    }

    /** The older a case, the earlier it started: nine in ten are younger than the one of rank 0.1. */
    @Query(nativeQuery = true, value = """
            select state as state, count(*) as cases, extract(epoch from min(started_at)) as oldest,
              extract(epoch from percentile_disc(0.5) within group (order by started_at)) as median,
              extract(epoch from percentile_disc(0.1) within group (order by started_at)) as ninth
            from migration where ended_at is null group by state""")
    List<StateAges> agesByState();

    @Query(nativeQuery = true, value = """
            select count(*) as cases, extract(epoch from min(started_at)) as oldest,
              extract(epoch from percentile_disc(0.5) within group (order by started_at)) as median,
              extract(epoch from percentile_disc(0.1) within group (order by started_at)) as ninth
            from migration where ended_at is null""")
    StateAges ages();

    @Query(nativeQuery = true, value = """
            select problem_code as code, count(*) as cases from migration
            where problem_code is not null group by problem_code order by count(*) desc, problem_code""")
    List<Blocked> blockers();

    /** Days are counted from the first of January 1970 on, in UTC. */
    @Query(nativeQuery = true, value = """
            select e.days as "day", e.state as state, count(*) as cases
            from (select cast(floor(extract(epoch from ended_at) / 86400) as bigint) as days, state
                from migration where ended_at >= :since) e
            group by e.days, e.state order by e.days, e.state""")
    List<Ended> endedSince(Instant since);

    @Query("select count(m) from Migration m where m.endedAt >= :since and m.state = :state")
    long countEndedSince(MigrationState state, Instant since);

    @Query("select min(m.startedAt) from Migration m")
    Instant firstStart();

    @Query("select count(m) from Migration m where m.expectedBy < :now")
    long countWithoutProgress(Instant now);
}
