package io.accountmigration.publisher;

/** What a user may do for a publisher in Cloud Partner Portal. Only an owner can start a migration. */
public enum PublisherRole {
    OWNER,
    CONTRIBUTOR
}
