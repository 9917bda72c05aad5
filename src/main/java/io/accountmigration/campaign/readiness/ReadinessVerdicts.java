package io.accountmigration.campaign.readiness;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** What is known about the readiness of publishers, one verdict each; keys are ids in lower case. */
public interface ReadinessVerdicts extends Repository<ReadinessVerdict, String> {

    ReadinessVerdict save(ReadinessVerdict verdict);

    Optional<ReadinessVerdict> findById(String publisherKey);

    List<ReadinessVerdict> findByPublisherKeyIn(Collection<String> publisherKeys);

    List<ReadinessVerdict> findByNeedInOrderByPublisherKey(Collection<ReadinessCategory> needs);

    /** Blocked accounts that are to be looked at again, longest due first. */
    @Query("select v from ReadinessVerdict v where v.recheckAt <= :now order by v.recheckAt")
    List<ReadinessVerdict> findDue(Instant now, Limit limit);

    @Query("select v.need as need, count(v) as accounts from ReadinessVerdict v group by v.need")
    List<AccountsOfNeed> countByNeed();

    @Modifying
    @Query("delete from ReadinessVerdict v where v.assessedAt < :before")
    int forgetOlderThan(Instant before);

    /** How many accounts need the same. */
    interface AccountsOfNeed {

        ReadinessCategory getNeed();

        long getAccounts();
    }
}
