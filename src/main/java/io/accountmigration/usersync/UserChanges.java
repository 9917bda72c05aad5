package io.accountmigration.usersync;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The inbox of user changes. */
public interface UserChanges extends Repository<UserChange, Long> {

    <S extends UserChange> List<S> saveAll(Iterable<S> changes);

    Optional<UserChange> findByPublisherKeyAndChangeId(String publisherKey, String changeId);

    List<UserChange> findByPublisherKeyAndChangeIdIn(String publisherKey, Collection<String> changeIds);

    /** A change that is known, and how it came to be. */
    record Known(String changeId, ChangeSource source, String userId, ChangeOperation operation, String roles) {

        /** Whether it was pushed with another meaning than it has now. */
        boolean wasPushedOtherwiseThan(IncomingChange change) {
            return source == ChangeSource.PUSH
                    && !(Objects.equals(userId, change.userId())
                            && operation == change.operation()
                            && roles.equals(change.rolesAsText()));
        }
    }

    /** What is known of a period. */
    @Query("""
            select new io.accountmigration.usersync.UserChanges$Known(
                c.changeId, c.source, c.userId, c.operation, c.roles)
            from UserChange c
            where c.publisherKey = :publisherKey and c.occurredAt between :from and :to""")
    List<Known> findBetween(String publisherKey, Instant from, Instant to);

    /** What is to be tried now, oldest first. */
    @Query("""
            select c from UserChange c
            where c.publisherKey = :publisherKey and c.state = io.accountmigration.usersync.ChangeState.PENDING
              and c.nextTryAt <= :now
            order by c.occurredAt, c.id""")
    List<UserChange> findDue(String publisherKey, Instant now, Limit limit);

    /** What waits for another change or for an operator: a newer change of the same user ends the waiting. */
    @Query("""
            select c from UserChange c
            where c.publisherKey = :publisherKey
              and c.state in (io.accountmigration.usersync.ChangeState.HELD,
                io.accountmigration.usersync.ChangeState.STAGED)""")
    List<UserChange> findWaiting(String publisherKey);

    @Query("""
            select count(c) > 0 from UserChange c
            where c.publisherKey = :publisherKey and c.state = io.accountmigration.usersync.ChangeState.PENDING
              and c.nextTryAt <= :now""")
    boolean areDue(String publisherKey, Instant now);

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

    @Query("""
            select count(c) from UserChange c
            where c.publisherKey = :publisherKey and c.state = io.accountmigration.usersync.ChangeState.APPLIED
              and c.reason like '%-> DISABLED' and c.approved = false and c.decidedAt > :since""")
    long countRemovedSince(String publisherKey, Instant since);

    /** Forgets what was decided so long ago that its repetition would be refused as too old. */
    @Modifying
    @Query("""
            delete from UserChange c where c.occurredAt < :before and c.state in (
              io.accountmigration.usersync.ChangeState.APPLIED,
              io.accountmigration.usersync.ChangeState.UNCHANGED,
              io.accountmigration.usersync.ChangeState.SUPERSEDED,
              io.accountmigration.usersync.ChangeState.UNMAPPED,
              io.accountmigration.usersync.ChangeState.REJECTED)""")
    int forgetDecidedBefore(Instant before);
}
