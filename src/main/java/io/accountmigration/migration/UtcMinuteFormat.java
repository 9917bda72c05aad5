package io.accountmigration.migration;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Says a moment in a finding: the first full minute of UTC that is not before it, in a form that all languages read. */
public final class UtcMinuteFormat {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneOffset.UTC);

    private UtcMinuteFormat() {}

    public static String from(Instant moment) {
        return FORMAT.format(moment.plus(Duration.ofMinutes(1)).minusNanos(1));
    }
}
