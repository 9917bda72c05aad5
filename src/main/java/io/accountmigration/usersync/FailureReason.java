package io.accountmigration.usersync;

/** Why nothing could be done for a publisher as a whole; a single user's trouble is not among them. */
public enum FailureReason {
    PORTAL_UNAVAILABLE,
    PARTNER_CENTER_UNAVAILABLE,
    DIRECTORY_UNAVAILABLE,
    PUBLISHER_GONE,
    EMPTY_SNAPSHOT,
    MOST_CALLS_FAILED
}
