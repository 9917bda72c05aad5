package io.accountmigration.usersync;

import java.time.Duration;

/**
 * How far behind Partner Center the users of all accounts may be at most.
 *
 * @param accounts how many accounts are kept in step
 * @param unread how many of them have not been read yet
 * @param longest since when the feed that was read longest ago was read
 * @param interval how often each feed is read
 */
public record SyncLag(long accounts, long unread, Duration longest, Duration interval) {}
