package io.accountmigration.migration;

import java.time.Instant;

/** The messages that a case sends. Each is queued in the transaction of the state it reports. */
public interface OwnerMails {

    /** Sends the code that proves the work address. */
    void sendConfirmationCode(Migration migration, String code, Instant validUntil);

    /** Tells an owner that somebody started the migration for them. */
    void sendInvitation(Migration migration);

    /** Reminds the acting owner of an open task. */
    void sendReminder(Migration migration);

    /** Tells the co-owners, and failing them the operators, that nobody acts. */
    void sendEscalation(Migration migration);
}
