package io.accountmigration.web.page;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** A point in time for people and, as {@code iso}, for machines. The zone is named, for nobody's own is known. */
public record DisplayedTime(String iso, String text) {

    public static DisplayedTime of(Instant instant, Locale locale) {
        var text = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm:ss 'UTC'", locale)
                .format(instant.atZone(ZoneOffset.UTC));
        return new DisplayedTime(instant.truncatedTo(ChronoUnit.SECONDS).toString(), text);
    }
}
