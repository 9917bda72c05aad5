package io.accountmigration.campaign.forecast;

import io.accountmigration.campaign.CampaignAccount;
import io.accountmigration.campaign.CampaignEvent;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** What campaigns tell of how long things take. */
interface CampaignTimes extends Repository<CampaignAccount, UUID> {

    /** The latest cases that campaigns started. */
    @Query("""
            select new io.accountmigration.campaign.forecast.CaseTime(a.need, m.startedAt,
              (select min(e.at) from MigrationEvent e where e.migration = m and e.subject = 'LOCK_PUBLISHER'
                and e.type = io.accountmigration.migration.trail.MigrationEvent.Type.STEP_DONE),
              m.endedAt)
            from CampaignAccount a join Migration m on m.id = a.migrationId
            where a.startedAt is not null
            order by a.startedAt desc""")
    List<CaseTime> findLatest(Limit limit);

    /** The latest events of these types, of each campaign in their order. */
    @Query("""
            select new io.accountmigration.campaign.forecast.DecisionEvent(e.campaign.id, e.type, e.happenedAt)
            from CampaignEvent e where e.type in :types
            order by e.happenedAt desc, e.position desc""")
    List<DecisionEvent> findEvents(Collection<CampaignEvent.Type> types, Limit limit);

    /** Of all accounts whose turn came, how many were refused or moved back; then all of them. */
    @Query("""
            select new io.accountmigration.campaign.forecast.FailureCount(
              sum(case when a.standing = io.accountmigration.campaign.AccountStartStatus.REFUSED
                or m.state = io.accountmigration.migration.MigrationState.REVERTED then 1 else 0 end), count(a))
            from CampaignAccount a left join Migration m on m.id = a.migrationId
            where a.standing = io.accountmigration.campaign.AccountStartStatus.REFUSED or m.endedAt is not null""")
    FailureCount countFailures();

    /** The accounts of a campaign that are planned, or whose case lives. */
    @Query("""
            select new io.accountmigration.campaign.forecast.AccountAhead(a.wave, a.need, v.users, m.processInstanceId,
              m.state, m.startedAt, m.since)
            from CampaignAccount a left join Migration m on m.id = a.migrationId
              left join ReadinessVerdict v on v.publisherKey = a.publisherKey
            where a.campaignId = :campaignId and a.wave is not null
              and (a.standing = io.accountmigration.campaign.AccountStartStatus.PLANNED
                or a.standing = io.accountmigration.campaign.AccountStartStatus.STARTED and m.endedAt is null)
            order by a.wave, a.attempts, a.position""")
    List<AccountAhead> findAhead(UUID campaignId);
}
