package io.accountmigration.usersync;

import java.time.Instant;

/** Where a publisher's users are, and from when on their changes count. */
public record SyncTarget(String publisherKey, String publisherId, String accountId, Instant watermark) {}
