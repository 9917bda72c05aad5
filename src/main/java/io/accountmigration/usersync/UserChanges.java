package io.accountmigration.usersync;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The inbox of user changes. */
public interface UserChanges extends Repository<UserChange, Long> {

    <S extends UserChange> List<S> saveAll(Iterable<S> changes);

    Optional<UserChange> findByPublisherKeyAndSourceAndChangeId(
            String publisherKey, ChangeSource source, String changeId);

    List<UserChange> findByPublisherKeyAndSourceInAndChangeIdIn(
            String publisherKey, Collection<ChangeSource> sources, Collection<String> changeIds);

    /** A change that is known, and how it came to be. */
    record Known(
            String changeId,
            ChangeSource source,
            Instant occurredAt,
            String userId,
            String userPrincipalName,
            ChangeOperation operation,
            String roles,
            boolean leftOut,
            boolean unconfirmed) {

        /** Whether nothing is new about what the feed tells: it did already, or has confirmed what was pushed. */
        boolean covers(IncomingChange record) {
            return source == ChangeSource.FEED
                    || !unconfirmed && record.isSameAs(occurredAt, userId, userPrincipalName, operation, roles);
        }
    }

    /** What the feed told and others pushed of a period. */
    @Query("""
            select new io.accountmigration.usersync.UserChanges$Known(
                c.changeId, c.source, c.occurredAt, c.userId, c.userPrincipalName, c.operation, c.roles, c.leftOut,
                c.unconfirmed)
            from UserChange c
            where c.publisherKey = :publisherKey and c.occurredAt between :from and :to
              and c.source in (io.accountmigration.usersync.ChangeSource.FEED,
                io.accountmigration.usersync.ChangeSource.PUSH)""")
    List<Known> findBetween(String publisherKey, Instant from, Instant to);

    /** What the feed or a push told last of a user. */
    @Query("""
            select c from UserChange c
            where c.publisherKey = :publisherKey and c.userId = :userId
              and c.source in (io.accountmigration.usersync.ChangeSource.FEED,
                io.accountmigration.usersync.ChangeSource.PUSH)
            order by c.occurredAt desc, c.id desc""")
    List<UserChange> findLatestTold(String publisherKey, String userId, Limit limit);

    /** Notes that the feed leaves out, or tells again, what it told before. */
    @Modifying
    @Query("""
            update UserChange c set c.leftOut = :leftOut
            where c.publisherKey = :publisherKey and c.changeId in :changeIds
              and c.source = io.accountmigration.usersync.ChangeSource.FEED""")
    void noteLeftOut(String publisherKey, Collection<String> changeIds, boolean leftOut);

    /** What is to be tried now, oldest first. */
    @Query("""
            select c from UserChange c
            where c.publisherKey = :publisherKey and c.state = io.accountmigration.usersync.ChangeState.PENDING
              and c.nextTryAt <= :now
            order by c.occurredAt, c.id""")
    List<UserChange> findDue(String publisherKey, Instant now, Limit limit);

    /**
     * What waits for another change or for an operator, where a newer change of the same user ends the waiting, and what
     * was tried in vain, where a change of somebody else may.
     */
    @Query("""
            select c from UserChange c
            where c.publisherKey = :publisherKey
              and (c.state in (io.accountmigration.usersync.ChangeState.HELD,
                  io.accountmigration.usersync.ChangeState.STAGED)
                or (c.state = io.accountmigration.usersync.ChangeState.PENDING and c.attempts > 0))""")
    List<UserChange> findWaiting(String publisherKey);

    @Query("""
            select count(c) > 0 from UserChange c
            where c.publisherKey = :publisherKey and c.state = io.accountmigration.usersync.ChangeState.PENDING
              and c.nextTryAt <= :now""")
    boolean areDue(String publisherKey, Instant now);

    /** What has not had its effect yet, whatever it waits for. */
    @Query("""
            select c from UserChange c
            where c.publisherKey = :publisherKey
              and c.state in (io.accountmigration.usersync.ChangeState.PENDING,
                io.accountmigration.usersync.ChangeState.HELD, io.accountmigration.usersync.ChangeState.STAGED)""")
    List<UserChange> findOpen(String publisherKey);

    List<UserChange> findByPublisherKeyAndState(String publisherKey, ChangeState state);

    List<UserChange> findByPublisherKeyAndStateIn(String publisherKey, Collection<ChangeState> states, Limit limit);

    List<UserChange> findByPublisherKeyAndDecidedAtIsNotNullOrderByDecidedAtDesc(String publisherKey, Limit limit);

    List<UserChange> findByPublisherKeyAndStateAndAttemptsGreaterThan(
            String publisherKey, ChangeState state, int attempts, Limit limit);

    long countByPublisherKeyAndState(String publisherKey, ChangeState state);

    /** How many changes of one publisher are in one state. */
    record Tally(String publisherKey, ChangeState state, long changes) {}

    /** What waits for somebody: staged or held, or tried in vain; one line for each publisher and state. */
    @Query("""
            select new io.accountmigration.usersync.UserChanges$Tally(c.publisherKey, c.state, count(c))
            from UserChange c
            where c.state in (io.accountmigration.usersync.ChangeState.STAGED,
                io.accountmigration.usersync.ChangeState.HELD)
              or (c.state = io.accountmigration.usersync.ChangeState.PENDING and c.attempts > 0)
            group by c.publisherKey, c.state order by count(c) desc, c.publisherKey""")
    List<Tally> tallyWaiting(Limit limit);

    long countByState(ChangeState state);

    @Query("select count(c) from UserChange c where c.state = :state and c.attempts > 0")
    long countFailing(ChangeState state);

    /** How many users of a publisher lost their access, unless an operator wanted it. */
    @Query("""
            select count(c) from UserChange c
            where c.publisherKey = :publisherKey and c.effect = io.accountmigration.usersync.ChangeEffect.REMOVED
              and c.approved = false and c.decidedAt > :since""")
    long countRemovedSince(String publisherKey, Instant since);

    /** How many users of all publishers lost their access, unless an operator wanted it. */
    @Query("""
            select count(c) from UserChange c
            where c.effect = io.accountmigration.usersync.ChangeEffect.REMOVED
              and c.approved = false and c.decidedAt > :since""")
    long countRemovedSince(Instant since);

    /** How many removals wait for an operator for this reason. */
    @Query("""
            select count(c) from UserChange c
            where c.state = io.accountmigration.usersync.ChangeState.STAGED
              and c.reason = :reason and c.decidedAt > :since""")
    long countStagedSince(String reason, Instant since);

    /** How many other publishers have removals that were not tried yet. */
    @Query("""
            select count(distinct c.publisherKey) from UserChange c
            where c.state = io.accountmigration.usersync.ChangeState.PENDING
              and c.operation = io.accountmigration.usersync.ChangeOperation.REMOVE
              and c.approved = false and c.attempts = 0 and c.publisherKey <> :publisherKey""")
    long countOthersWithRemovals(String publisherKey);

    /** Forgets what was decided so long ago that its repetition would be refused as too old. */
    @Modifying
    @Query("""
            delete from UserChange c where c.occurredAt < :before and c.decidedAt < :before and c.state in (
              io.accountmigration.usersync.ChangeState.APPLIED,
              io.accountmigration.usersync.ChangeState.UNCHANGED,
              io.accountmigration.usersync.ChangeState.SUPERSEDED,
              io.accountmigration.usersync.ChangeState.UNMAPPED,
              io.accountmigration.usersync.ChangeState.REJECTED)""")
    int forgetDecidedBefore(Instant before);

    /** Has those tried now that wait for one of these reasons. */
    @Modifying
    @Query("""
            update UserChange c set c.nextTryAt = :now
            where c.state = io.accountmigration.usersync.ChangeState.PENDING and c.nextTryAt > :now
              and c.reason in :reasons""")
    void tryNow(Collection<String> reasons, Instant now);
}
