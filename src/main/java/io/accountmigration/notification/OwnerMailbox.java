package io.accountmigration.notification;

import io.accountmigration.migration.Migration;
import io.accountmigration.migration.Migrations;
import io.accountmigration.migration.OwnerMails;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashSet;
import org.springframework.stereotype.Component;

/** Writes the messages of a case, in the language of the case. */
@Component
class OwnerMailbox implements OwnerMails {

    private final Outbox outbox;
    private final MailSettings settings;

    OwnerMailbox(Outbox outbox, MailSettings settings) {
        this.outbox = outbox;
        this.settings = settings;
    }

    @Override
    public void sendConfirmationCode(Migration migration, String code, Instant validUntil) {
        var until = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(migration.language())
                .withZone(ZoneOffset.UTC)
                .format(validUntil);
        send(migration, migration.workEmail(), "code", code, until);
    }

    @Override
    public void sendInvitation(Migration migration) {
        send(migration, migration.actingOwner(), "invitation");
    }

    @Override
    public void sendReminder(Migration migration) {
        send(migration, migration.actingOwner(), "reminder");
    }

    @Override
    public void sendEscalation(Migration migration) {
        var recipients = new LinkedHashSet<>(migration.owners());
        recipients.remove(migration.actingOwner());
        recipients.add(settings.operators());
        recipients.forEach(recipient -> send(migration, recipient, "escalation"));
    }

    private void send(Migration migration, String recipient, String kind, String... more) {
        var page = Migrations.linkOf(migration.publisherId());
        outbox.send(recipient, migration.language(), kind, page, migration.publisherId(), more);
    }
}
