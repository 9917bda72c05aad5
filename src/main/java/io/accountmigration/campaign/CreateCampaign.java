package io.accountmigration.campaign;

import io.accountmigration.campaign.AccountMoveOrder.Candidate;
import io.accountmigration.campaign.CampaignRefused.Refusal;
import io.accountmigration.migration.Caller;
import io.accountmigration.migration.start.PreviewStart;
import io.accountmigration.migration.start.StartVerdict;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Plans a campaign and begins it, for somebody who may have asked before and not heard the answer. */
@Component
public class CreateCampaign {

    /** Accounts without a verdict are assessed now, within the time that a caller can wait. */
    private static final int LOOKED_AT = 20;

    private final Campaigns campaigns;
    private final CampaignAccounts accounts;
    private final CampaignWaves waves;
    private final AccountMoveOrder order;
    private final PreviewStart previewStart;
    private final CampaignWorkflow workflow;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CreateCampaign(
            Campaigns campaigns,
            CampaignAccounts accounts,
            CampaignWaves waves,
            AccountMoveOrder order,
            PreviewStart previewStart,
            CampaignWorkflow workflow,
            TransactionTemplate transaction,
            Clock clock) {
        this.campaigns = campaigns;
        this.accounts = accounts;
        this.waves = waves;
        this.order = order;
        this.previewStart = previewStart;
        this.workflow = workflow;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Begins the campaign; the same idempotency key of the same caller finds the one it began before.
     *
     * @throws CampaignRefused when none of the accounts can be started, or the key stands for another campaign
     */
    public UUID create(CampaignPlan plan, Caller caller, Optional<String> idempotencyKey) {
        var id = idempotencyKey.map(key -> idOf(caller, key)).orElseGet(UUID::randomUUID);
        var earlier = answeredBefore(id, plan);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        var candidates = order.candidates(plan);
        requireOneToStart(candidates);
        try {
            transaction.executeWithoutResult(status -> begin(id, plan, caller, candidates));
        } catch (DataIntegrityViolationException sameKeyAtTheSameMoment) {
            return answeredBefore(id, plan).orElseThrow(() -> sameKeyAtTheSameMoment);
        }
        return id;
    }

    private static UUID idOf(Caller caller, String key) {
        return UUID.nameUUIDFromBytes(("campaign\n" + caller.userId() + "\n" + key).getBytes(StandardCharsets.UTF_8));
    }

    private Optional<UUID> answeredBefore(UUID id, CampaignPlan plan) {
        return campaigns.findById(id).map(earlier -> {
            if (!earlier.contentId().equals(plan.contentId())) {
                throw CampaignRefused.because(Refusal.IDEMPOTENCY_KEY_REUSED, "Idempotency-Key");
            }
            return id;
        });
    }

    private void requireOneToStart(List<Candidate> candidates) {
        var unknown = candidates.stream()
                .filter(Candidate::isPlannable)
                .filter(candidate -> !candidate.isReady())
                .toList();
        if (candidates.stream().noneMatch(Candidate::isReady)
                && unknown.size() <= LOOKED_AT
                && unknown.stream().noneMatch(this::canBeStarted)) {
            throw CampaignRefused.because(Refusal.NO_READY_ACCOUNT, String.valueOf(candidates.size()));
        }
    }

    /** Down is not unready: who could not be asked is asked again when its turn comes. */
    private boolean canBeStarted(Candidate candidate) {
        var verdict = previewStart.check(candidate.publisherId());
        return !(verdict instanceof StartVerdict.Refused || verdict instanceof StartVerdict.Moved);
    }

    private void begin(UUID id, CampaignPlan plan, Caller caller, List<Candidate> candidates) {
        var campaign = campaigns.saveAndFlush(new Campaign(id, plan, caller.userId(), clock.instant()));
        var planned = new ArrayList<CampaignAccount>();
        var last = 0;
        for (var place = 0; place < candidates.size(); place++) {
            var candidate = candidates.get(place);
            var account = new CampaignAccount(id, candidate.publisherId(), place + 1, candidate.need());
            if (candidate.isPlannable()) {
                last = campaign.waveOf(place);
                account.plan(last);
            }
            planned.add(account);
        }
        accounts.saveAll(planned);
        for (var number = 1; number <= last; number++) {
            waves.save(new CampaignWave(id, number));
        }
        workflow.start(id);
    }
}
