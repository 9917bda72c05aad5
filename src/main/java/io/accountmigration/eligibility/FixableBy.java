package io.accountmigration.eligibility;

/** Who can resolve a finding. */
public enum FixableBy {
    OWNER,
    COMPANY,
    OPERATOR,
    NOBODY
}
