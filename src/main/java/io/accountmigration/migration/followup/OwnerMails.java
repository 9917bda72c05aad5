package io.accountmigration.migration.followup;

import io.accountmigration.migration.Migration;
import java.time.Instant;

/** The messages that a case sends. Each is queued in the transaction of the state it reports. */
public interface OwnerMails {

    /** Sends the code that proves the work address. */
    void sendConfirmationCode(Migration migration, String code, Instant validUntil);

    /** Tells an owner that somebody started the migration for them. */
    void sendInvitation(Migration migration);

    /** Tells the acting owner that there is more to do, and until when. */
    void sendTask(Migration migration, Instant deadline);

    /** Reminds the acting owner of an open task, and says what happens when nothing is done until the deadline. */
    void sendReminder(Migration migration, Instant deadline);

    /** Tells an owner that nobody acts, and that any owner may. */
    void sendEscalation(Migration migration, String owner, Instant deadline);

    /** Tells the operators that no owner acts. */
    void sendToOperators(Migration migration, Instant deadline);

    /** Tells somebody that an operator made them an owner of a publisher whose migration can be started. */
    void sendAppointment(String publisherId, String owner);
}
