package io.accountmigration.campaign;

import io.accountmigration.campaign.readiness.ReadinessCategory;
import io.accountmigration.eligibility.Finding;
import java.time.Instant;
import java.util.Optional;

/**
 * An account of a campaign as operators see it.
 *
 * @param position its place in the campaign, from 1
 * @param wave the number of its wave, nothing while it is in none
 * @param refusal the code that its start was refused with
 * @param problem what its case found in the way
 * @param since since when its case is as it is
 * @param accepted whether an operator has said that its failure does not count
 */
public record AccountView(
        String publisherId,
        int position,
        Optional<Integer> wave,
        ReadinessCategory need,
        AccountState state,
        Optional<String> refusal,
        Optional<Finding> problem,
        Optional<Instant> since,
        boolean accepted) {}
