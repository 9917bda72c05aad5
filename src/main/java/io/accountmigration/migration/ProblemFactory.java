package io.accountmigration.migration;

import io.accountmigration.publisher.InvisibleText;
import io.accountmigration.publisher.OutsideUnavailable;
import io.accountmigration.publisher.RequestRefused;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** Turns refusals and failures into responses, the same at every endpoint. */
@Component
public class ProblemFactory {

    /** How long callers are asked to wait when an outside system did not say it itself. */
    public static final Duration COME_BACK = Duration.ofSeconds(5);

    private static final Map<Integer, String> CODES = Map.of(
            400, "REQUEST_INVALID",
            401, "UNAUTHENTICATED",
            403, "NOT_ALLOWED",
            404, "NOT_FOUND",
            405, "METHOD_NOT_ALLOWED",
            406, "NOT_ACCEPTABLE",
            408, "BODY_LATE",
            415, "MEDIA_TYPE_NOT_SUPPORTED",
            429, "TOO_MANY_ATTEMPTS");

    private static final String UNAVAILABLE = "OUTSIDE_UNAVAILABLE";
    private static final int LONGEST_SUBJECT = 100;

    private final ResourceBundleMessageSource texts = new ResourceBundleMessageSource();

    ProblemFactory() {
        texts.setBasename("texts/problems");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
    }

    /** The problem of a refusal. */
    public Problem of(RequestRefused refused, Locale locale) {
        if (refused instanceof MigrationRefused ofCase) {
            var link = ofCase.publisherWithCase().map(Migrations::linkOf).orElse(null);
            var whoElse = ofCase.leavesOwners() ? ".owners" : ".others";
            return say(refused.code(), refused.status(), refused.subject(), whoElse, link, locale);
        }
        return say(refused.code(), refused.status(), refused.subject(), null, locale);
    }

    /** The problem of an outside system that could not be asked. */
    public Problem of(OutsideUnavailable unavailable, Locale locale) {
        var problem = say(UNAVAILABLE, 503, unavailable.system(), null, locale);
        if (!unavailable.isRefusal()) {
            return problem;
        }
        var arguments = new Object[] {unavailable.system()};
        return new Problem(
                problem.type(),
                texts.getMessage(UNAVAILABLE + ".refused.title", arguments, locale),
                problem.status(),
                problem.code(),
                texts.getMessage(UNAVAILABLE + ".refused.detail", arguments, locale),
                problem.migration());
    }

    /** The seconds after which a call that failed like this is worth repeating. */
    public long retryAfterSeconds(OutsideUnavailable unavailable) {
        return Math.max(1, unavailable.retryAfter().orElse(COME_BACK).toSeconds());
    }

    /** A problem of this kind, about what serves as its example. */
    public Problem exampleOf(ProblemType type, Locale locale) {
        return say(type.code(), type.status(), type.example(), null, locale);
    }

    /** A problem that the transport found: {@code code} is one of those in the texts. */
    public Problem of(String code, int status, String subject, Locale locale) {
        return say(code, status, subject, null, locale);
    }

    /** A problem of which nothing but the status of the answer is known. */
    public Problem ofStatus(int status, String method, String address, Locale locale) {
        var code = CODES.getOrDefault(status, status < 500 ? "REQUEST_INVALID" : "INTERNAL_ERROR");
        return of(code, status, status == 405 ? method : address, locale);
    }

    private Problem say(String code, int status, String subject, String link, Locale locale) {
        return say(code, status, subject, ".others", link, locale);
    }

    private Problem say(String code, int status, String subject, String whoElse, String link, Locale locale) {
        var others = texts.getMessage(code + whoElse, null, "", locale);
        var what =
                subject == null || subject.isBlank() ? texts.getMessage(code + ".unnamed", null, "", locale) : subject;
        var arguments = new Object[] {shortened(what), others};
        return new Problem(
                ProblemType.pageOf(code),
                texts.getMessage(code + ".title", arguments, locale),
                status,
                code,
                texts.getMessage(code + ".detail", arguments, locale),
                link);
    }

    private static String shortened(String subject) {
        if (subject == null) {
            return "";
        }
        var shown = InvisibleText.named(subject);
        return shown.length() <= LONGEST_SUBJECT ? shown : shown.substring(0, LONGEST_SUBJECT) + "…";
    }
}
