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

    private static final String HEAD = """
            <!DOCTYPE html><html lang="%s"><head><meta charset="utf-8">\
            <meta name="viewport" content="width=device-width, initial-scale=1">\
            <meta name="color-scheme" content="light dark"><title>%s</title><style>
            body { font: 1rem/1.5 sans-serif; max-width: 40rem; overflow-wrap: anywhere; background: white; color: #1d2327; }
            a { color: #1f5f8b; }
            @media (prefers-color-scheme: dark) { body { background: #14181b; color: #e6eaed; } a { color: #8cc4ec; } }
            </style></head><body>""";

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
        var mail = mails.save(new Mail(recipient, title, text, html(title, text, language), clock.instant()));
        queue.enqueue(mail.id());
    }

    void sendToOperators(String kind, String page, String subject, String... more) {
        send(settings.operators(), Locale.ENGLISH, kind, page, subject, more);
    }

    /** Names come from outside: a line break in one would begin a header, or a line of its own in the text. */
    private static String oneLine(String name) {
        return name.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ");
    }

    /** The same words, paragraph by paragraph, by day and by night. */
    private static String html(String title, String text, Locale language) {
        var body = new StringBuilder(HEAD.formatted(language, HtmlUtils.htmlEscape(title)));
        for (var paragraph : text.split("\n\n")) {
            var escaped = HtmlUtils.htmlEscape(paragraph.strip());
            body.append("<p>")
                    .append(escaped.startsWith("http") ? "<a href=\"" + escaped + "\">" + escaped + "</a>" : escaped)
                    .append("</p>");
        }
        return body.append("</body></html>").toString();
    }
}
