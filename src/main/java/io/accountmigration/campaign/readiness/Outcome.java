package io.accountmigration.campaign.readiness;

import io.accountmigration.eligibility.Finding;
import java.time.Instant;
import java.util.List;

/**
 * What came of looking at an account.
 *
 * @param owners the sign-in addresses of those who may act for it; they are told, and never stored
 */
record Outcome(
        String publisherId,
        ReadinessCategory need,
        List<Finding> findings,
        int users,
        List<String> owners,
        Instant at) {

    Outcome {
        findings = List.copyOf(findings);
        owners = List.copyOf(owners);
    }
}
