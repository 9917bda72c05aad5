package io.accountmigration.campaign.readiness;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** What the reports say of each account. */
interface ReadinessResults extends Repository<ReadinessResult, ReadinessResult.Id> {

    <S extends ReadinessResult> List<S> saveAll(Iterable<S> results);

    Optional<ReadinessResult> findById(ReadinessResult.Id id);

    /** Which of these accounts the report has already. */
    @Query("select r.publisherKey from ReadinessResult r where r.id.reportId = :reportId and r.publisherKey in :keys")
    List<String> findKnown(UUID reportId, Collection<String> keys);

    /** The account that is to be tried again next, which may be in the future. */
    @Query("""
            select r from ReadinessResult r
            where r.id.reportId = :reportId and r.nextTryAt is not null
            order by r.nextTryAt, r.id.position""")
    List<ReadinessResult> findForAnotherTry(UUID reportId, Limit limit);

    /** What is known, in the order of the selection. */
    @Query("""
            select r from ReadinessResult r
            where r.id.reportId = :reportId and r.id.position > :after and r.need is not null
            order by r.id.position""")
    List<ReadinessResult> findAfter(UUID reportId, int after, Limit limit);

    @Query("""
            select r from ReadinessResult r
            where r.id.reportId = :reportId and r.id.position > :after and r.need = :need
            order by r.id.position""")
    List<ReadinessResult> findAfter(UUID reportId, int after, ReadinessCategory need, Limit limit);

    @Query("""
            select r.need as need, count(r) as accounts from ReadinessResult r
            where r.id.reportId = :reportId and r.need is not null and r.nextTryAt is null
            group by r.need""")
    List<ReadinessVerdicts.AccountsOfNeed> countByNeed(UUID reportId);

    @Modifying
    @Query("""
            delete from ReadinessResult r where r.id.reportId in
              (select q.id from ReadinessReport q where q.endedAt < :before)""")
    int forgetOfReportsEndedBefore(Instant before);
}
