package io.accountmigration.outside;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;

/**
 * Reads how long a system wants to be left alone (RFC 9110, sections 10.2.3 and 5.6.7): seconds, which some systems give
 * with decimals, or a date in one of three forms.
 */
final class RetryAfter {

    /** A wrong header must not park a case for good. */
    private static final Duration LONGEST = Duration.ofDays(1);

    /** Who is throttled and told nothing waits as long as most systems count calls. */
    static final Duration UNSAID = Duration.ofMinutes(1);

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9})?");
    private static final Pattern SENTENCE = Pattern.compile("(?i)try again in ([0-9.]+) seconds?");
    private static final Pattern DAY_OF_WEEK = Pattern.compile("^[A-Za-z]{3,9},? ");
    private static final Pattern LEAP_SECOND = Pattern.compile("(?<=:[0-9]{2}):60\\b");

    private RetryAfter() {}

    /** The time to wait from {@code now} on, at most a day, or null where the answer names none that can be read. */
    static Duration of(HttpHeaders headers, Instant now) {
        var value = headers.getFirst(HttpHeaders.RETRY_AFTER);
        return value == null ? null : within(value.strip(), now);
    }

    /** The time to wait after too many calls: as the header says, else as the sentence does, else a usual one. */
    static Duration ofThrottled(HttpHeaders headers, String sentence, Instant now) {
        var named = of(headers, now);
        if (named != null) {
            return named;
        }
        var said = SENTENCE.matcher(sentence);
        return said.find() && SECONDS.matcher(said.group(1)).matches() ? seconds(said.group(1)) : UNSAID;
    }

    private static Duration within(String value, Instant now) {
        if (SECONDS.matcher(value).matches()) {
            return seconds(value);
        }
        var date = LEAP_SECOND
                .matcher(DAY_OF_WEEK.matcher(value.replaceAll("\\s+", " ")).replaceFirst(""))
                .replaceFirst(":59");
        for (var form : forms(now)) {
            try {
                var until = LocalDateTime.parse(date, form).toInstant(ZoneOffset.UTC);
                return shorter(Duration.between(now, until));
            } catch (DateTimeException otherForm) {
                // The next form may fit.
            }
        }
        return null;
    }

    /** IMF-fixdate, RFC 850 and asctime, without the day of the week. Two digits of a year are at most 50 years ahead. */
    private static List<DateTimeFormatter> forms(Instant now) {
        var earliest = now.atZone(ZoneOffset.UTC).getYear() - 49;
        return List.of(
                form("d MMM uuuu HH:mm:ss 'GMT'").toFormatter(Locale.ROOT),
                form("dd-MMM-")
                        .appendValueReduced(ChronoField.YEAR, 2, 2, earliest)
                        .appendPattern(" HH:mm:ss 'GMT'")
                        .toFormatter(Locale.ROOT),
                form("MMM d HH:mm:ss uuuu").toFormatter(Locale.ROOT));
    }

    private static DateTimeFormatterBuilder form(String pattern) {
        return new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(pattern);
    }

    private static Duration seconds(String value) {
        return shorter(Duration.ofNanos(new BigDecimal(value).movePointRight(9).longValue()));
    }

    private static Duration shorter(Duration asked) {
        if (asked.isNegative()) {
            return Duration.ZERO;
        }
        return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }
}
