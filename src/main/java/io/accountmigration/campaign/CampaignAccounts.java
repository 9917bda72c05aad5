package io.accountmigration.campaign;

import io.accountmigration.migration.Migration;
import io.accountmigration.migration.MigrationState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The accounts of all campaigns. */
interface CampaignAccounts extends Repository<CampaignAccount, UUID> {

    /** An account and its case, where it has one. */
    interface WithCase {

        CampaignAccount getAccount();

        Migration getMigration();
    }

    /** How many accounts of a wave stand alike. */
    interface Count {

        Integer getWave();

        Standing getStanding();

        MigrationState getCaseState();

        long getAccounts();

        /** Those of them whose case has not changed since the patience began to run out. */
        long getLate();

        /** Those of them whose failure nobody has looked at. */
        long getUnseen();
    }

    /** A case that the program works on, or stopped at. */
    interface Working {

        Integer getWave();

        String getProcessInstanceId();

        Instant getSince();

        boolean getAccepted();
    }

    <T extends CampaignAccount> List<T> saveAll(Iterable<T> accounts);

    Optional<CampaignAccount> findByCampaignIdAndPublisherKey(UUID campaignId, String publisherKey);

    /** Those to be started next: the ones that could not be reached come last. */
    @Query("""
            select a from CampaignAccount a
            where a.campaignId = :campaignId and a.wave = :wave
              and a.standing = io.accountmigration.campaign.Standing.PLANNED
            order by a.attempts, a.position""")
    List<CampaignAccount> findNext(UUID campaignId, int wave, Limit limit);

    List<CampaignAccount> findByCampaignIdAndStandingOrderByPosition(UUID campaignId, Standing standing);

    long countByCampaignIdAndStartedAtAfter(UUID campaignId, Instant time);

    @Query("""
            select a.wave as wave, a.standing as standing, m.state as caseState, count(a) as accounts,
              sum(case when m.since < :late then 1 else 0 end) as late,
              sum(case when a.accepted = false and (m.id is null or m.since > :seen) then 1 else 0 end) as unseen
            from CampaignAccount a left join Migration m on m.id = a.migrationId
            where a.campaignId = :campaignId
            group by a.wave, a.standing, m.state""")
    List<Count> count(UUID campaignId, Instant late, Instant seen);

    @Query("""
            select a.wave as wave, m.processInstanceId as processInstanceId, m.since as since, a.accepted as accepted
            from CampaignAccount a join Migration m on m.id = a.migrationId
            where a.campaignId = :campaignId
              and m.state in (io.accountmigration.migration.MigrationState.VALIDATING,
                io.accountmigration.migration.MigrationState.MOVING)""")
    List<Working> findWorking(UUID campaignId);

    @Query("""
            select a as account, m as migration
            from CampaignAccount a left join Migration m on m.id = a.migrationId
            where a.campaignId = :campaignId and a.position > :after and (:wave = 0 or a.wave = :wave)
            order by a.position""")
    List<WithCase> findPage(UUID campaignId, int wave, int after, Limit limit);

    @Modifying
    @Query("""
            update CampaignAccount a set a.standing = io.accountmigration.campaign.Standing.LEFT_OUT,
              a.version = a.version + 1
            where a.campaignId = :campaignId and a.standing in (
              io.accountmigration.campaign.Standing.PLANNED, io.accountmigration.campaign.Standing.NOT_READY)""")
    void leaveOutTheRest(UUID campaignId);
}
