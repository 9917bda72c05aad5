package io.accountmigration.migration.followup;

import java.util.UUID;

/** Hands one stored message to the mail server. */
public interface MailDelivery {

    /** Delivers the message; an unreachable server is a failure, a message that is gone already is none. */
    void deliver(UUID mailId);
}
