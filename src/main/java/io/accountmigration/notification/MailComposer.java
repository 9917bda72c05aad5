package io.accountmigration.notification;

import io.accountmigration.migration.followup.MailQueue;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Composes messages from the texts and queues them, as part of the current transaction. */
@Component
class MailComposer {

    private final Mails mails;
    private final MailQueue queue;
    private final MailSettings settings;
    private final Environment environment;
    private final Clock clock;
    private final ITemplateEngine templates;
    private final ResourceBundleMessageSource texts = new ResourceBundleMessageSource();

    MailComposer(
            Mails mails,
            MailQueue queue,
            MailSettings settings,
            Environment environment,
            Clock clock,
            ITemplateEngine templates) {
        this.mails = mails;
        this.queue = queue;
        this.settings = settings;
        this.environment = environment;
        this.clock = clock;
        this.templates = templates;
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
        send(null, recipient, language, kind, page, subject, more);
    }

    /** As above, about a case, to one of its owners. */
    void send(
            UUID caseId, String recipient, Locale language, String kind, String page, String subject, String... more) {
        // A job may send something before the program listens.
        var port = environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
        var link = settings.link(page, port).toString();
        var arguments = Stream.concat(Stream.of(oneLine(subject), link), Arrays.stream(more))
                .toArray();
        var title = texts.getMessage(kind + ".subject", arguments, language);
        var text = texts.getMessage(kind + ".text", arguments, language);
        var mail = mails.save(new Mail(recipient, title, text, html(title, text, language), clock.instant(), caseId));
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
    private String html(String title, String text, Locale language) {
        var paragraphs = Arrays.stream(text.split("\n\n")).map(String::strip).toList();
        return templates.process(
                "mail",
                new Context(
                        language,
                        Map.of("language", language.toLanguageTag(), "title", title, "paragraphs", paragraphs)));
    }
}
