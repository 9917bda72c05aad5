package io.accountmigration.migration.followup;

import io.accountmigration.migration.Migration;
import java.time.Instant;

/** The messages that a case sends. Each is queued in the transaction of the state it reports. */
public interface OwnerMails {

    /** Sends the code that proves the work address. */
    void sendConfirmationCode(Migration migration, String code, Instant validUntil);

    /** A mail to an owner: somebody has started the migration for them. */
    void sendInvitation(Migration migration);

    /** A mail to the acting owner: there is a new task, and its deadline. */
    void sendTask(Migration migration, Instant deadline);

    /** Reminds the acting owner of an open task, and says what happens when nothing is done until the deadline. */
    void sendReminder(Migration migration, Instant deadline);

    /** A mail to an owner: nobody acts, and any owner may. */
    void sendEscalation(Migration migration, String owner, Instant deadline);

    /** Tells an owner how the migration has ended: the account has moved, was moved back, or nobody acted in time. */
    void sendEnd(Migration migration, String address);

    /** Tells an owner who has moved under another address than the sign-in, at both of them. */
    void sendReplaced(Migration migration, String address, String oldSignIn);

    /** Tells the operators that another account was in the way of a migration, which has ended. */
    void sendConflictToOperators(Migration migration);

    /** Tells the operators that no owner acts. */
    void sendToOperators(Migration migration, Instant deadline);

    /** A mail to a person whom an operator made an owner of a publisher whose migration can be started. */
    void sendAppointment(String publisherId, String owner);
}
