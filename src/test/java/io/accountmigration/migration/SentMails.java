package io.accountmigration.migration;

import io.accountmigration.migration.followup.OwnerMails;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Mails to people, held in memory: "what to whom". */
class SentMails implements OwnerMails {

    private final List<String> sent = new ArrayList<>();
    private String code;

    List<String> sent() {
        return sent;
    }

    /** The code that was mailed last. */
    String lastCode() {
        return code;
    }

    void clear() {
        sent.clear();
        code = null;
    }

    @Override
    public void sendConfirmationCode(Migration migration, String confirmationCode, Instant validUntil) {
        code = confirmationCode;
        sent.add("code to " + migration.workEmail());
    }

    @Override
    public void sendInvitation(Migration migration) {
        sent.add("invitation to " + migration.actingOwner());
    }

    @Override
    public void sendTask(Migration migration, Instant deadline) {
        sent.add("task to " + migration.actingOwner());
    }

    @Override
    public void sendReminder(Migration migration, Instant deadline) {
        sent.add("reminder to " + migration.actingOwner());
    }

    @Override
    public void sendEscalation(Migration migration, String owner, Instant deadline) {
        sent.add("escalation to " + owner);
    }

    @Override
    public void sendEnd(Migration migration, String address) {
        sent.add(migration.state() + " to " + address);
    }

    @Override
    public void sendReplaced(Migration migration, String address, String oldSignIn) {
        sent.add("replaced to " + address);
    }

    @Override
    public void sendConflictToOperators(Migration migration) {
        sent.add("conflict to operators");
    }

    @Override
    public void sendToOperators(Migration migration, Instant deadline) {
        sent.add("call to operators");
    }

    @Override
    public void sendAppointment(String publisherId, String owner) {
        sent.add("appointment to " + owner);
    }
}
