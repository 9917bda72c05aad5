package io.accountmigration.campaign;

import io.accountmigration.campaign.CampaignRefused.Refusal;
import io.accountmigration.campaign.CampaignView.Health;
import io.accountmigration.campaign.CampaignView.Progress;
import io.accountmigration.migration.Migration;
import io.accountmigration.migration.MigrationWorkflow;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows campaigns to operators. Makes no call to an outside system. */
@Component
@Transactional(readOnly = true)
public class ViewCampaigns {

    private static final int NEWEST = 100;

    private final Campaigns campaigns;
    private final CampaignWaves waves;
    private final CampaignAccounts accounts;
    private final CampaignEvents events;
    private final CountWaves countWaves;
    private final MigrationWorkflow workflow;

    ViewCampaigns(
            Campaigns campaigns,
            CampaignWaves waves,
            CampaignAccounts accounts,
            CampaignEvents events,
            CountWaves countWaves,
            MigrationWorkflow workflow) {
        this.campaigns = campaigns;
        this.waves = waves;
        this.accounts = accounts;
        this.events = events;
        this.countWaves = countWaves;
        this.workflow = workflow;
    }

    /** The newest campaigns, newest first. */
    public List<CampaignListItem> newest() {
        return campaigns.findByOrderByCreatedAtDescIdDesc(Limit.of(NEWEST)).stream()
                .map(CampaignListItem::of)
                .toList();
    }

    /** One campaign. */
    public CampaignView of(UUID campaignId) {
        return describe(find(campaignId));
    }

    /**
     * Part of the accounts of a campaign, in their order.
     *
     * @param wave only those of this wave, or of all where there is none
     * @param after only those behind this position
     */
    public List<AccountView> accounts(UUID campaignId, Optional<Integer> wave, int after, int size) {
        find(campaignId);
        var page = accounts.findPage(campaignId, wave.orElse(CountWaves.NO_WAVE), after, Limit.of(size));
        var working = page.stream()
                .filter(line -> AccountState.AT_WORK == line.state())
                .map(line -> line.migration().processInstanceId())
                .toList();
        var stuck = working.isEmpty() ? Set.<String>of() : workflow.stuck(working);
        return page.stream().map(line -> describe(line, stuck)).toList();
    }

    private Campaign find(UUID campaignId) {
        return campaigns
                .findById(campaignId)
                .orElseThrow(() -> CampaignRefused.because(Refusal.CAMPAIGN_NOT_FOUND, campaignId.toString()));
    }

    private CampaignView describe(Campaign campaign) {
        var countsByWave = countWaves.of(campaign);
        var all = new EnumMap<AccountState, Long>(AccountState.class);
        countsByWave.values().forEach(counts -> counts.accounts()
                .forEach((state, count) -> all.merge(state, count, Long::sum)));
        return new CampaignView(
                campaign.id(),
                campaign.name(),
                campaign.state(),
                campaign.pause(),
                campaign.canarySize(),
                campaign.waveSize(),
                campaign.startsPerMinute(),
                campaign.brakeFailureRate(),
                campaign.goesAutomatically(),
                campaign.currentWave(),
                all,
                waves.findByCampaignIdOrderByNumber(campaign.id()).stream()
                        .map(wave ->
                                describe(campaign, wave, countsByWave.getOrDefault(wave.number(), WaveCounts.EMPTY)))
                        .toList(),
                events.findByCampaignIdOrderByPositionDesc(campaign.id(), Limit.of(NEWEST)),
                campaign.createdBy(),
                campaign.createdAt(),
                campaign.endedAt());
    }

    private static CampaignView.Wave describe(Campaign campaign, CampaignWave wave, WaveCounts counts) {
        return new CampaignView.Wave(
                wave.number(),
                wave.number() == 1,
                progressOf(wave),
                healthOf(campaign, wave, counts),
                counts.size(),
                counts.failed(),
                counts.failureRate(),
                Map.copyOf(counts.accounts()),
                wave.startedAt(),
                wave.completedAt());
    }

    private static Progress progressOf(CampaignWave wave) {
        if (wave.startedAt().isEmpty()) {
            return Progress.NOT_STARTED;
        }
        return wave.isCompleted() ? Progress.COMPLETED : Progress.IN_PROGRESS;
    }

    private static Health healthOf(Campaign campaign, CampaignWave wave, WaveCounts counts) {
        var held = wave.number() == campaign.currentWave()
                && campaign.pause().filter(pause -> pause.cause().isBrake()).isPresent();
        if (held || counts.failureRate() > campaign.brakeFailureRate()) {
            return Health.ERROR;
        }
        return counts.failed() > 0 || counts.isLate() ? Health.LAGGING : Health.HEALTHY;
    }

    private static AccountView describe(AccountWithCase line, Set<String> stuck) {
        var account = line.account();
        var migration = Optional.ofNullable(line.migration());
        var stopped =
                migration.filter(it -> stuck.contains(it.processInstanceId())).isPresent();
        return new AccountView(
                account.publisherId(),
                account.position(),
                account.wave(),
                account.need(),
                stopped ? AccountState.FAILED : line.state(),
                account.refusal(),
                migration.flatMap(Migration::problem),
                migration.map(Migration::since),
                account.isAccepted());
    }
}
