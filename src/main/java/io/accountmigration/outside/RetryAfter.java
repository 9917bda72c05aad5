package io.accountmigration.outside;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.springframework.http.HttpHeaders;

/** Reads how long a system wants to be left alone (RFC 9110, section 10.2.3): seconds or a date. */
final class RetryAfter {

    /** A wrong header must not park a case for good. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private RetryAfter() {}

    /** The time to wait from {@code now} on, at most a day, or null where the answer names none that can be read. */
    static Duration of(HttpHeaders headers, Instant now) {
        var value = headers.getFirst(HttpHeaders.RETRY_AFTER);
        return value == null ? null : within(value.strip(), now);
    }

    private static Duration within(String value, Instant now) {
        if (value.matches("[0-9]{1,9}")) {
            return shorter(Duration.ofSeconds(Long.parseLong(value)));
        }
        try {
            var until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
            return shorter(Duration.between(now, until.toInstant()));
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static Duration shorter(Duration asked) {
        if (asked.isNegative()) {
            return Duration.ZERO;
        }
        return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }
}
