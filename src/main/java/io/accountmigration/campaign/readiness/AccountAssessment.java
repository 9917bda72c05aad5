package io.accountmigration.campaign.readiness;

import io.accountmigration.eligibility.Finding;
import java.time.Instant;
import java.util.List;

/**
 * What came of looking at an account.
 *
 * @param owners the sign-in addresses of those who may act for it; they get a mail, and are never stored
 */
record AccountAssessment(
        String publisherId,
        ReadinessCategory need,
        List<Finding> findings,
        int users,
        List<String> owners,
        Instant at) {

    AccountAssessment {
        findings = List.copyOf(findings);
        owners = List.copyOf(owners);
    }
}
