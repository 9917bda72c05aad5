package io.accountmigration.eligibility;

import java.time.Instant;
import java.util.List;

/** The outcome of a dry run. An account is eligible unless a finding blocks the start; the rest is work on the way. */
public record Assessment(String publisherId, List<Finding> findings, Instant assessedAt) {

    /** Whether a migration could start now. */
    public boolean eligible() {
        return findings.stream().noneMatch(finding -> finding.code().severity() == Severity.BLOCKER);
    }
}
