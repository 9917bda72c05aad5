package io.accountmigration.notification;

import static java.time.ZoneOffset.UTC;

import io.accountmigration.migration.Migration;
import io.accountmigration.migration.Migrations;
import io.accountmigration.migration.followup.OwnerMails;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Writes the messages of a case, in the language of the case. */
@Component
class OwnerMailSender implements OwnerMails {

    private final MailComposer mailComposer;

    OwnerMailSender(MailComposer mailComposer) {
        this.mailComposer = mailComposer;
    }

    @Override
    public void sendConfirmationCode(Migration migration, String code, Instant validUntil) {
        send(migration, migration.workEmail(), "code", code, time(migration, validUntil));
    }

    @Override
    public void sendInvitation(Migration migration) {
        send(migration, migration.addressOf(migration.actingOwner()), "invitation");
    }

    @Override
    public void sendTask(Migration migration, Instant deadline) {
        send(migration, migration.addressOf(migration.actingOwner()), "task", day(migration, deadline));
    }

    @Override
    public void sendReminder(Migration migration, Instant deadline) {
        send(migration, migration.addressOf(migration.actingOwner()), "reminder", day(migration, deadline));
    }

    @Override
    public void sendEscalation(Migration migration, String owner, Instant deadline) {
        send(migration, migration.addressOf(owner), "escalation", day(migration, deadline));
    }

    @Override
    public void sendEnd(Migration migration, String address) {
        send(migration, address, migration.endedInConflict() ? "ended.CONFLICT" : "ended." + migration.state());
    }

    @Override
    public void sendReplaced(Migration migration, String address, String oldSignIn) {
        send(migration, address, "ended.REPLACED", oldSignIn, migration.workEmail());
    }

    @Override
    public void sendConflictToOperators(Migration migration) {
        mailComposer.sendToOperators(
                "accountConflict", Migrations.linkOf(migration.publisherId()), migration.publisherId());
    }

    @Override
    public void sendToOperators(Migration migration, Instant deadline) {
        var page = Migrations.linkOf(migration.publisherId());
        mailComposer.sendToOperators(
                "ownerWanted", page, migration.publisherId(), String.valueOf(LocalDate.ofInstant(deadline, UTC)));
    }

    @Override
    public void sendAppointment(String publisherId, String owner) {
        mailComposer.send(owner, Locale.ENGLISH, "appointment", "/publishers/" + publisherId, publisherId);
    }

    private static String day(Migration migration, Instant instant) {
        return say(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG), migration, instant);
    }

    private static String time(Migration migration, Instant instant) {
        return say(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT), migration, instant);
    }

    private static String say(DateTimeFormatter format, Migration migration, Instant instant) {
        return format.withLocale(migration.language()).withZone(UTC).format(instant);
    }

    private void send(Migration migration, String recipient, String kind, String... more) {
        var page = Migrations.linkOf(migration.publisherId());
        mailComposer.send(migration.id(), recipient, migration.language(), kind, page, migration.publisherId(), more);
    }
}
