package io.accountmigration.campaign;

import io.accountmigration.campaign.readiness.ReadinessCategory;
import io.accountmigration.campaign.readiness.ReadinessVerdict;
import io.accountmigration.campaign.readiness.ReadinessVerdicts;
import io.accountmigration.publisher.Publisher;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Puts accounts into the order in which they are moved: by what they need, then the small before the large. */
@Component
public class AccountMoveOrder {

    /** An account and what is known of it; one that nobody looked at has an unknown need. */
    public record Candidate(String publisherId, ReadinessCategory need, int users) {

        /** Whether the account can probably be started; the start itself checks it again. */
        public boolean isPlannable() {
            return need != ReadinessCategory.NO_OWNER && need != ReadinessCategory.CANNOT_BE_CARRIED;
        }

        /** Whether it is known that there is something to start. */
        boolean isReady() {
            return isPlannable() && need != ReadinessCategory.UNKNOWN && need != ReadinessCategory.ALREADY_MIGRATED;
        }
    }

    private static final List<ReadinessCategory> EASIEST_FIRST = List.of(
            ReadinessCategory.CONFIRM_ONLY,
            ReadinessCategory.IN_PROGRESS,
            ReadinessCategory.ANOTHER_WORK_ADDRESS,
            ReadinessCategory.ENROL,
            ReadinessCategory.UNKNOWN,
            ReadinessCategory.ALREADY_MIGRATED,
            ReadinessCategory.CANNOT_BE_CARRIED,
            ReadinessCategory.NO_OWNER);

    private static final Set<ReadinessCategory> WANTED =
            Set.of(ReadinessCategory.CONFIRM_ONLY, ReadinessCategory.ANOTHER_WORK_ADDRESS, ReadinessCategory.ENROL);

    private static final int AT_ONCE = 1000;

    private final ReadinessVerdicts verdicts;

    AccountMoveOrder(ReadinessVerdicts verdicts) {
        this.verdicts = verdicts;
    }

    /** The accounts of a plan, in order. */
    public List<Candidate> candidates(CampaignPlan plan) {
        return plan.publisherIds().map(this::of).orElseGet(this::ofAllReady);
    }

    /** These accounts with their newest verdicts, in order; among equals the order given stays. */
    public List<Candidate> of(List<String> publisherIds) {
        var known = verdictsOf(publisherIds);
        return publisherIds.stream()
                .map(publisherId -> {
                    var verdict = known.get(Publisher.keyOf(publisherId));
                    return verdict == null
                            ? new Candidate(publisherId, ReadinessCategory.UNKNOWN, 0)
                            : candidate(verdict);
                })
                .sorted(order())
                .toList();
    }

    /** All accounts that were found to be ready, in order. */
    private List<Candidate> ofAllReady() {
        return verdicts.findByNeedInOrderByPublisherKey(WANTED).stream()
                .map(AccountMoveOrder::candidate)
                .sorted(order())
                .toList();
    }

    private Map<String, ReadinessVerdict> verdictsOf(List<String> publisherIds) {
        var keys = new ArrayList<>(publisherIds.stream().map(Publisher::keyOf).toList());
        var known = new HashMap<String, ReadinessVerdict>();
        for (var from = 0; from < keys.size(); from += AT_ONCE) {
            verdicts.findByPublisherKeyIn(keys.subList(from, Math.min(from + AT_ONCE, keys.size())))
                    .forEach(verdict -> known.put(verdict.getId(), verdict));
        }
        return known;
    }

    private static Candidate candidate(ReadinessVerdict verdict) {
        return new Candidate(verdict.publisherId(), verdict.need(), verdict.users());
    }

    private static Comparator<Candidate> order() {
        return Comparator.<Candidate>comparingInt(candidate -> EASIEST_FIRST.indexOf(candidate.need()))
                .thenComparingInt(Candidate::users);
    }
}
