package io.accountmigration.notification;

import io.accountmigration.migration.MailQueue;
import io.accountmigration.migration.Migration;
import io.accountmigration.migration.Migrations;
import io.accountmigration.migration.OwnerMails;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashSet;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Writes the messages of a case, in the language of the case, and queues them. */
@Component
class OwnerMailbox implements OwnerMails {

    private final Mails mails;
    private final MailQueue queue;
    private final MailSettings settings;
    private final Environment environment;
    private final Clock clock;
    private final ResourceBundleMessageSource texts = new ResourceBundleMessageSource();

    OwnerMailbox(Mails mails, MailQueue queue, MailSettings settings, Environment environment, Clock clock) {
        this.mails = mails;
        this.queue = queue;
        this.settings = settings;
        this.environment = environment;
        this.clock = clock;
        texts.setBasename("texts/mails");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
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
        var port = environment.getProperty("local.server.port", "8080");
        var link = settings.link(Migrations.linkOf(migration.publisherId()), port);
        var arguments = new Object[2 + more.length];
        arguments[0] = migration.publisherId();
        arguments[1] = link.toString();
        System.arraycopy(more, 0, arguments, 2, more.length);
        var subject = texts.getMessage(kind + ".subject", arguments, migration.language());
        var text = texts.getMessage(kind + ".text", arguments, migration.language());
        var mail = mails.save(new Mail(recipient, subject, text, html(text, migration), clock.instant()));
        queue.enqueue(mail.id());
    }

    /** The same words, paragraph by paragraph. */
    private static String html(String text, Migration migration) {
        var body = new StringBuilder("<!DOCTYPE html><html lang=\"" + migration.language() + "\"><body>");
        for (var paragraph : text.split("\n\n")) {
            var escaped = HtmlUtils.htmlEscape(paragraph.strip());
            body.append("<p>")
                    .append(escaped.startsWith("http") ? "<a href=\"" + escaped + "\">" + escaped + "</a>" : escaped)
                    .append("</p>");
        }
        return body.append("</body></html>").toString();
    }
}
