package io.accountmigration.usersync;

/** What came of asking for a publisher's feed. */
public enum FeedPoll {
    READ,
    /** It answered, but not what was asked for: that is this publisher's own trouble. */
    UNREADABLE,
    /** Partner Center did not answer, which says nothing about the publisher. */
    NO_ANSWER,
    /** There is no allowance for it now. */
    POSTPONED
}
