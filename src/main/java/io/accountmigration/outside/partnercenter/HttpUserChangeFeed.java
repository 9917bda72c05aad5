package io.accountmigration.outside.partnercenter;

import io.accountmigration.outside.Answer;
import io.accountmigration.outside.Endpoint;
import io.accountmigration.partner.FeedRecord;
import io.accountmigration.partner.UserChangeFeed;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import org.springframework.stereotype.Component;

/**
 * The audit feed over HTTP, page by page. Documented by Microsoft are the records, the filter and the link to the next page;
 * {@code accountId}, times of day in the dates and 410 for a period that is too long ago are this project's own. A feed
 * that refuses times of day is asked for whole days from then on.
 */
@Component
class HttpUserChangeFeed implements UserChangeFeed {

    private static final String RECORDS =
            "/v1/auditrecords?accountId={accountId}&startDate={from}&endDate={to}&size={size}&filter={filter}";
    private static final String ABOUT_USERS =
            "{\"Field\":\"ResourceType\",\"Value\":\"" + AuditRecordAnswer.USER + "\",\"Operator\":\"equals\"}";
    private static final int PAGE_SIZE = 500;

    private final Endpoint partnerCenter;
    private volatile boolean takesDaysOnly;

    HttpUserChangeFeed(PartnerCenterConnection connection) {
        this.partnerCenter = connection.accounts();
    }

    @Override
    public Reading read(String accountId, Instant from, Instant to) {
        if (!takesDaysOnly) {
            var refused = new FirstRefusal();
            var reading = read(accountId, from.toString(), to.toString(), refused);
            if (!refused.hasCome) {
                return within(reading, from, to);
            }
        }
        // The day after counts as well: whether the last day belongs to the period is said nowhere.
        var reading = read(accountId, day(from).toString(), day(to).plusDays(1).toString(), null);
        takesDaysOnly = true;
        return within(reading, from, to);
    }

    /** Whether the very first page was refused, which may be for the times of day. */
    private static final class FirstRefusal {

        private boolean isOver;
        private boolean hasCome;

        private boolean is(Answer answer) {
            hasCome = !isOver && answer.isStatus(400);
            isOver = true;
            return hasCome;
        }
    }

    private Reading read(String accountId, String from, String to, FirstRefusal refused) {
        return Pages.read(
                        () -> partnerCenter
                                .get(RECORDS, accountId, from, to, PAGE_SIZE, ABOUT_USERS)
                                .expecting(400, 410),
                        AuditRecordAnswer.class,
                        AuditRecordAnswer::id,
                        answer -> goesOn(answer, refused))
                .<Reading>map(records -> new Reading.Complete(records.stream()
                        .filter(AuditRecordAnswer::isChangeOfUser)
                        .map(AuditRecordAnswer::toRecord)
                        .sorted(Comparator.comparing(FeedRecord::occurredAt))
                        .toList()))
                .orElseGet(Reading.Expired::new);
    }

    private static boolean goesOn(Answer answer, FirstRefusal refused) {
        if (refused != null && refused.is(answer)) {
            return false;
        }
        if (answer.isStatus(400)) {
            throw answer.unexpected();
        }
        return answer.isSuccess();
    }

    /** A feed may tell of whole days whatever it was asked for. */
    private static Reading within(Reading reading, Instant from, Instant to) {
        return reading instanceof Reading.Complete complete
                ? new Reading.Complete(complete.records().stream()
                        .filter(record -> !record.occurredAt().isBefore(from)
                                && !record.occurredAt().isAfter(to))
                        .toList())
                : reading;
    }

    private static LocalDate day(Instant time) {
        return time.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
