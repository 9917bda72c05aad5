package io.accountmigration.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The accounts of all campaigns. */
public interface CampaignAccounts extends Repository<CampaignAccount, UUID> {

    <T extends CampaignAccount> List<T> saveAll(Iterable<T> accounts);

    Optional<CampaignAccount> findByCampaignIdAndPublisherKey(UUID campaignId, String publisherKey);

    /** Those to be started next: the ones that could not be reached come last. */
    @Query("""
            select a from CampaignAccount a
            where a.campaignId = :campaignId and a.wave = :wave
              and a.standing = io.accountmigration.campaign.AccountStartStatus.PLANNED
            order by a.attempts, a.position""")
    List<CampaignAccount> findNext(UUID campaignId, int wave, Limit limit);

    List<CampaignAccount> findByCampaignIdAndStandingOrderByPosition(UUID campaignId, AccountStartStatus standing);

    boolean existsByCampaignIdAndTriedAtAfter(UUID campaignId, Instant time);

    long countByCampaignIdAndStartedAtAfter(UUID campaignId, Instant time);

    @Query("""
            select new io.accountmigration.campaign.AccountStateCount(a.wave, a.standing, m.state, count(a),
              sum(case when m.since < :late then 1 else 0 end),
              sum(case when a.accepted = false and (m.id is null or m.since > :seen) then 1 else 0 end))
            from CampaignAccount a left join Migration m on m.id = a.migrationId
            where a.campaignId = :campaignId
            group by a.wave, a.standing, m.state""")
    List<AccountStateCount> count(UUID campaignId, Instant late, Instant seen);

    @Query("""
            select new io.accountmigration.campaign.CaseInProgress(a.wave, m.processInstanceId, m.since, a.accepted)
            from CampaignAccount a join Migration m on m.id = a.migrationId
            where a.campaignId = :campaignId
              and m.state in (io.accountmigration.migration.MigrationState.VALIDATING,
                io.accountmigration.migration.MigrationState.MOVING)""")
    List<CaseInProgress> findWorking(UUID campaignId);

    @Query("""
            select new io.accountmigration.campaign.AccountWithCase(a, m)
            from CampaignAccount a left join Migration m on m.id = a.migrationId
            where a.campaignId = :campaignId and a.position > :after and (:wave = 0 or a.wave = :wave)
            order by a.position""")
    List<AccountWithCase> findPage(UUID campaignId, int wave, int after, Limit limit);

    @Modifying
    @Query("""
            update CampaignAccount a set a.standing = io.accountmigration.campaign.AccountStartStatus.LEFT_OUT,
              a.version = a.version + 1
            where a.campaignId = :campaignId and a.standing in (
              io.accountmigration.campaign.AccountStartStatus.PLANNED, io.accountmigration.campaign.AccountStartStatus.NOT_READY)""")
    void leaveOutTheRest(UUID campaignId);
}
