package io.accountmigration.usersync;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The publishers that are kept in step. */
public interface UserSyncs extends Repository<UserSync, String> {

    UserSync saveAndFlush(UserSync userSync);

    Optional<UserSync> findById(String publisherKey);

    /** The publisher, held until the transaction ends: every writer to its inbox waits here for the others. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from UserSync s where s.publisherKey = :publisherKey")
    Optional<UserSync> findForUpdate(String publisherKey);

    /** A publisher that is held, and how often its inbox knew a change; who waited for another may see too little. */
    interface Held {

        UserSync getSync();

        long getKnown();
    }

    /** The publisher, held as above, with a look into its inbox. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s as sync, (select count(c) from UserChange c"
            + " where c.publisherKey = s.publisherKey and c.changeId = :changeId) as known"
            + " from UserSync s where s.publisherKey = :publisherKey")
    Optional<Held> findForUpdate(String publisherKey, String changeId);

    @Query("select new io.accountmigration.usersync.SyncTarget(s.publisherKey, s.publisherId, s.accountId, s.watermark,"
            + " s.reconcileReason, s.accountCondition) from UserSync s where s.publisherKey = :publisherKey")
    Optional<SyncTarget> findTarget(String publisherKey);

    /** The publishers whose feed was asked for longest ago, and not since then. */
    @Query("select new io.accountmigration.usersync.SyncTarget(s.publisherKey, s.publisherId, s.accountId, s.watermark,"
            + " s.reconcileReason, s.accountCondition) from UserSync s where s.failures.turnedOff = false"
            + " and (s.failures.nextTryAt is null or s.failures.nextTryAt <= :now)"
            + " and (s.feedAskedAt is null or s.feedAskedAt < :before)"
            + " order by s.feedAskedAt nulls first, s.publisherKey")
    List<SyncTarget> findTargetsAskedBefore(Instant before, Instant now, Limit limit);

    @Modifying
    @Transactional
    @Query("update UserSync s set s.feedAskedAt = :at where s.publisherKey in :publisherKeys")
    void noteFeedsAsked(Collection<String> publisherKeys, Instant at);

    @Modifying
    @Transactional
    @Query("update UserSync s set s.feedReadAt = :at where s.publisherKey in :publisherKeys")
    void noteFeedsRead(Collection<String> publisherKeys, Instant at);

    /** How many feeds there are, how many of them were read, and when the one was that was read longest ago. */
    interface Feeds {

        long getAll();

        long getWasRead();

        Instant getOldest();
    }

    @Query("select count(s) as all, count(s.feedReadAt) as wasRead, min(s.feedReadAt) as oldest"
            + " from UserSync s where s.failures.turnedOff = false")
    Feeds countFeeds();

    @Query("select s.publisherKey from UserSync s where s.publisherKey in :publisherKeys")
    List<String> findKnown(List<String> publisherKeys);

    /** Publishers for which something has become due by time alone. */
    @Query("""
            select s.publisherKey from UserSync s
            where s.publisherKey > :after and s.failures.turnedOff = false
              and (s.failures.nextTryAt is null or s.failures.nextTryAt <= :now)
              and (s.reconcileReason is not null
                or s.reconciledAt < :reconciledBefore
                or s.reconcileAgainAt <= :now
                or s.reconcileWhenShownAt <= :now
                or s.roleMapVersion <> :roleMapVersion
                or exists (select 1 from UserChange c where c.publisherKey = s.publisherKey
                  and c.state = io.accountmigration.usersync.ChangeState.PENDING and c.nextTryAt <= :now))
            order by s.publisherKey""")
    List<String> findDue(String after, Instant now, Instant reconciledBefore, String roleMapVersion, Limit limit);

    /** Publishers in quarantine, the longest first. */
    @Query(
            "select s from UserSync s where s.failures.quarantinedAt is not null order by s.failures.quarantinedAt, s.publisherKey")
    List<UserSync> findQuarantined(Limit limit);

    @Query("select s from UserSync s where s.publisherKey in :publisherKeys order by s.publisherKey")
    List<UserSync> findAll(Collection<String> publisherKeys);

    @Query("select count(s) from UserSync s where s.failures.quarantinedAt is not null")
    long countQuarantined();

    /** Has those tried now that wait for one of these reasons. */
    @Modifying
    @Query("""
            update UserSync s set s.failures.nextTryAt = null
            where s.failures.failureReason in :reasons and s.failures.turnedOff = false
              and s.failures.nextTryAt is not null""")
    void tryNow(Collection<FailureReason> reasons);
}
