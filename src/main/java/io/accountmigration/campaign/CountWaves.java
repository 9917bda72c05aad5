package io.accountmigration.campaign;

import io.accountmigration.migration.MigrationWorkflow;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Counts the accounts of a campaign. Each counts once, for all of them are counted by one statement. */
@Component
public class CountWaves {

    /** Stands for the accounts that are in no wave. */
    static final int NO_WAVE = 0;

    private static final int AT_ONCE = 500;

    private final CampaignAccounts accounts;
    private final MigrationWorkflow workflow;
    private final CampaignSettings settings;
    private final Clock clock;

    CountWaves(CampaignAccounts accounts, MigrationWorkflow workflow, CampaignSettings settings, Clock clock) {
        this.accounts = accounts;
        this.workflow = workflow;
        this.settings = settings;
        this.clock = clock;
    }

    /** The counts of each wave that has accounts, by its number. */
    public Map<Integer, WaveCounts> of(Campaign campaign) {
        var late = clock.instant().minus(settings.peoplePatience());
        var countsByWave = new TreeMap<Integer, WaveCounts>();
        var working = new TreeMap<Integer, Long>();
        accounts.count(campaign.id(), late, campaign.lookedAtUntil()).forEach(count -> {
            var counts = countsByWave.computeIfAbsent(numberOf(count.wave()), number -> new WaveCounts());
            var state = AccountState.of(count.standing(), count.caseState());
            if (state == AccountState.AT_WORK) {
                working.merge(numberOf(count.wave()), count.accounts(), Long::sum);
                return;
            }
            counts.add(state, count.accounts());
            if (state == AccountState.WAITING_FOR_PEOPLE) {
                counts.addLate(count.late());
            } else if (state == AccountState.REFUSED || state == AccountState.REVERTED) {
                counts.addFailed(count.unseen());
            }
        });
        var cases = working.isEmpty() ? List.<CaseInProgress>of() : accounts.findWorking(campaign.id());
        var stuck = stuck(cases);
        working.forEach((wave, count) -> {
            var counts = countsByWave.get(wave);
            var ofWave =
                    cases.stream().filter(it -> numberOf(it.wave()) == wave).toList();
            var stopped = ofWave.stream()
                    .filter(it -> stuck.contains(it.processInstanceId()))
                    .toList();
            // The engine was asked a moment later: no account may count twice because of that.
            var failed = Math.min(stopped.size(), count);
            counts.add(AccountState.FAILED, failed);
            counts.add(AccountState.AT_WORK, count - failed);
            counts.addFailed(stopped.stream().filter(it -> !it.accepted()).count());
            counts.addLate(ofWave.stream()
                    .filter(it -> !stuck.contains(it.processInstanceId()))
                    .filter(it -> it.since().isBefore(late))
                    .count());
        });
        return countsByWave;
    }

    /** The process instances of a campaign that stopped at a failure. */
    public Set<String> stuckCasesOf(UUID campaignId) {
        return stuck(accounts.findWorking(campaignId));
    }

    /** Those of the cases that stopped at a failure. */
    Set<String> stuck(List<CaseInProgress> cases) {
        var instances = cases.stream().map(CaseInProgress::processInstanceId).toList();
        var stuck = new HashSet<String>();
        for (var from = 0; from < instances.size(); from += AT_ONCE) {
            stuck.addAll(workflow.stuck(instances.subList(from, Math.min(from + AT_ONCE, instances.size()))));
        }
        return stuck;
    }

    private static int numberOf(Integer wave) {
        return wave == null ? NO_WAVE : wave;
    }
}
