package io.accountmigration.web.page;

import java.time.Duration;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** A length of time for people, in its two largest units, and, as {@code iso}, for machines. */
public record DisplayedDuration(String iso, String text) {

    public static DisplayedDuration of(Duration duration, MessageSource texts, Locale locale) {
        var iso = Duration.ofSeconds(duration.toSeconds()).toString();
        return new DisplayedDuration(iso, inWords(duration, texts, locale));
    }

    private static String inWords(Duration duration, MessageSource texts, Locale locale) {
        if (duration.toDays() > 0) {
            return say("days", duration.toDays(), duration.toHoursPart(), texts, locale);
        }
        if (duration.toHours() > 0) {
            return say("hours", duration.toHours(), duration.toMinutesPart(), texts, locale);
        }
        return say("minutes", duration.toMinutes(), duration.toSecondsPart(), texts, locale);
    }

    private static String say(String unit, long count, long rest, MessageSource texts, Locale locale) {
        return texts.getMessage("timeSpan." + unit, new Object[] {count, rest}, locale);
    }
}
