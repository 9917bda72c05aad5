package io.accountmigration.migration.followup;

import java.util.UUID;

/** Delivers messages later, each by a job of its own that belongs to the current transaction. */
public interface MailQueue {

    /** Queues a stored message. */
    void enqueue(UUID mailId);
}
