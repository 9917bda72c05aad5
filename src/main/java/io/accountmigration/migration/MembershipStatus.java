package io.accountmigration.migration;

/** What is known about the partner membership of a case. */
public enum MembershipStatus {
    USABLE,
    PENDING,
    UNUSABLE
}
