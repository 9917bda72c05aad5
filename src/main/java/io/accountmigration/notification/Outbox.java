package io.accountmigration.notification;

import io.accountmigration.migration.MailQueue;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Composes messages from the texts and queues them, as part of the current transaction. */
@Component
class Outbox {

    private final Mails mails;
    private final MailQueue queue;
    private final MailSettings settings;
    private final Environment environment;
    private final Clock clock;
    private final ResourceBundleMessageSource texts = new ResourceBundleMessageSource();

    Outbox(Mails mails, MailQueue queue, MailSettings settings, Environment environment, Clock clock) {
        this.mails = mails;
        this.queue = queue;
        this.settings = settings;
        this.environment = environment;
        this.clock = clock;
        texts.setBasename("texts/mails");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
    }

    /**
     * Queues a message.
     *
     * @param kind names the texts, whose arguments are the subject of the message, the page's address, and more
     */
    void send(String recipient, Locale language, String kind, String page, String subject, String... more) {
        var port = environment.getProperty("local.server.port", "8080");
        var link = settings.link(page, port).toString();
        var arguments = Stream.concat(Stream.of(oneLine(subject), link), Arrays.stream(more))
                .toArray();
        var title = texts.getMessage(kind + ".subject", arguments, language);
        var text = texts.getMessage(kind + ".text", arguments, language);
        var mail = mails.save(new Mail(recipient, title, text, html(text, language), clock.instant()));
        queue.enqueue(mail.id());
    }

    void sendToOperators(String kind, String page, String subject, String... more) {
        send(settings.operators(), Locale.ENGLISH, kind, page, subject, more);
    }

    /** Names come from outside: a line break in one would begin a header, or a line of its own in the text. */
    private static String oneLine(String name) {
        return name.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ");
    }

    /** The same words, paragraph by paragraph. */
    private static String html(String text, Locale language) {
        var body = new StringBuilder("<!DOCTYPE html><html lang=\"" + language + "\"><body>");
        for (var paragraph : text.split("\n\n")) {
            var escaped = HtmlUtils.htmlEscape(paragraph.strip());
            body.append("<p>")
                    .append(escaped.startsWith("http") ? "<a href=\"" + escaped + "\">" + escaped + "</a>" : escaped)
                    .append("</p>");
        }
        return body.append("</body></html>").toString();
    }
}
