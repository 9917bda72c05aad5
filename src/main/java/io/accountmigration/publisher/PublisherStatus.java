package io.accountmigration.publisher;

/** Whether people can edit a publisher in Cloud Partner Portal. */
public enum PublisherStatus {
    ACTIVE,
    LOCKED,
    READ_ONLY
}
