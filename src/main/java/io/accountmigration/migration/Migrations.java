package io.accountmigration.migration;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All cases, the living and the ended. */
public interface Migrations extends Repository<Migration, UUID>, CaseOfInstance {

    /** The first comparison alone leads an index to the place; the second one is right where several started at once. */
    String AFTER = " m.startedAt <= :startedAt and (m.startedAt < :startedAt or m.id < :id)"
            + " order by m.startedAt desc, m.id desc";

    /** The path of the page and, below {@code /api}, of the resource that shows a publisher's case. */
    static String linkOf(String publisherId) {
        return "/migrations/" + publisherId;
    }

    Migration saveAndFlush(Migration migration);

    Optional<Migration> findById(UUID id);

    Optional<Migration> findByLiveKey(String liveKey);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select m from Migration m where m.liveKey = :liveKey")
    Optional<Migration> findLivingForUpdate(String liveKey);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select m from Migration m where m.id = :id")
    Optional<Migration> findForUpdate(UUID id);

    Optional<Migration> findFirstByPublisherKeyOrderByStartedAtDesc(String publisherKey);

    List<Migration> findByPublisherKeyOrderByStartedAtDesc(String publisherKey, Limit limit);

    @Query("select m from Migration m where m.publisherKey in :publisherKeys and m.startedAt ="
            + " (select max(n.startedAt) from Migration n where n.publisherKey = m.publisherKey)")
    List<Migration> findNewestOfEach(Collection<String> publisherKeys);

    @Query("select m from Migration m where" + AFTER)
    List<Migration> findAfter(Instant startedAt, UUID id, Limit limit);

    @Query("select m from Migration m where m.state = :state and" + AFTER)
    List<Migration> findInStateAfter(MigrationState state, Instant startedAt, UUID id, Limit limit);

    @Query("select m from Migration m where m.problemCode = :problemCode and" + AFTER)
    List<Migration> findWithProblemAfter(String problemCode, Instant startedAt, UUID id, Limit limit);

    List<Migration> findByExpectedByBeforeOrderByExpectedByAscIdAsc(Instant now, Limit limit);

    List<Migration> findByIdInOrderByStartedAtDescIdDesc(Collection<UUID> ids);

    /** Those of the cases of these instances whose owners were read before that time, the longest ago first. */
    @Query("select m from Migration m where m.processInstanceId in :instances and m.owners.ownersReadAt < :time"
            + " order by m.owners.ownersReadAt")
    List<Migration> findWithOwnersReadBefore(Collection<String> instances, Instant time, Limit limit);

    /** The living cases in a state whose owners were read before that time, in the order of their keys. */
    @Query("select m.liveKey from Migration m where m.liveKey > :key and m.state = :state"
            + " and m.owners.ownersReadAt < :time order by m.liveKey")
    List<String> findKeysWithOwnersReadBefore(String key, MigrationState state, Instant time, Limit limit);

    @Query("select m.publisherId from Migration m where m.liveKey in :liveKeys order by m.liveKey")
    List<String> findLiving(Collection<String> liveKeys);

    /** How many cases there are in each state that has any. */
    @Query("select m.state as state, count(m) as cases from Migration m group by m.state")
    List<CasesInState> countByState();

    /** The cases of one state. */
    interface CasesInState {

        MigrationState getState();

        long getCases();
    }

    /** The case that this process instance moves. */
    default Migration ofInstance(String processInstanceId) {
        return findByProcessInstanceId(processInstanceId)
                .orElseThrow(() -> new IllegalStateException("no case for process instance " + processInstanceId));
    }

    /** The living case of a publisher, where there is one. */
    default Optional<Migration> living(String publisherId) {
        return findByLiveKey(Migration.keyOf(publisherId));
    }

    /** The newest case of a publisher, living or ended. */
    default Optional<Migration> latest(String publisherId) {
        return findFirstByPublisherKeyOrderByStartedAtDesc(Migration.keyOf(publisherId));
    }

    /** The cases of a publisher, newest first. */
    default List<Migration> history(String publisherId) {
        return findByPublisherKeyOrderByStartedAtDesc(Migration.keyOf(publisherId), Limit.of(100));
    }
}
