package io.accountmigration.hostile;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;

/** How a system may say that it wants to be left alone for a while: what RFC 9110 obliges to read, and what is seen besides. */
enum RetryAfterForm {
    SECONDS(""),
    DECIMAL(""),
    IMF_FIXDATE("EEE, dd MMM uuuu HH:mm:ss 'GMT'"),
    RFC_850("EEEE, dd-MMM-uu HH:mm:ss 'GMT'"),
    ASCTIME("EEE MMM ppd HH:mm:ss uuuu");

    private final String pattern;

    RetryAfterForm(String pattern) {
        this.pattern = pattern;
    }

    static RetryAfterForm any(Random random) {
        return values()[random.nextInt(values().length)];
    }

    String text(Instant now, int seconds) {
        return switch (this) {
            case SECONDS -> String.valueOf(seconds);
            case DECIMAL -> seconds + ".5";
            case IMF_FIXDATE, RFC_850, ASCTIME ->
                DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)
                        .withZone(ZoneOffset.UTC)
                        .format(now.plusSeconds(seconds));
        };
    }
}
