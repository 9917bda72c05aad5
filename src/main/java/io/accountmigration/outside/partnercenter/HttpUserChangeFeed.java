package io.accountmigration.outside.partnercenter;

import io.accountmigration.outside.Answer;
import io.accountmigration.outside.Endpoint;
import io.accountmigration.partner.PartnerCenterUnavailable;
import io.accountmigration.partner.UserChangeFeed;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The audit feed over HTTP, page by page. Documented by Microsoft are the records, the filter and the link to the next page;
 * {@code accountId}, times of day in the dates and 410 for a period that is too long ago are this project's own.
 */
@Component
class HttpUserChangeFeed implements UserChangeFeed {

    private static final String RECORDS =
            "/v1/auditrecords?accountId={accountId}&startDate={from}&endDate={to}&size={size}&filter={filter}";
    private static final String ABOUT_USERS =
            "{\"Field\":\"ResourceType\",\"Value\":\"" + AuditRecordAnswer.USER + "\",\"Operator\":\"equals\"}";
    private static final int PAGE_SIZE = 500;
    private static final int MAX_PAGES = 200;

    private final Endpoint partnerCenter;

    HttpUserChangeFeed(PartnerCenterConnection connection) {
        this.partnerCenter = connection.accounts();
    }

    @Override
    public Reading read(String accountId, Instant from, Instant to) {
        var records = new CollectedRecords();
        Optional<FeedPage.Link> next = Optional.empty();
        for (var pages = 0; pages < MAX_PAGES; pages++) {
            var answer = ask(accountId, from, to, next);
            if (!answer.isSuccess()) {
                return new Reading.Expired();
            }
            var page = answer.as(FeedPage.class);
            records.add(page);
            next = page.next();
            if (next.isEmpty()) {
                return records.complete().orElseThrow(() -> answer.unreadable("totalCount"));
            }
        }
        throw new PartnerCenterUnavailable("the audit feed did not end after " + MAX_PAGES + " pages", null, null);
    }

    private Answer ask(String accountId, Instant from, Instant to, Optional<FeedPage.Link> page) {
        var call = partnerCenter
                .get(RECORDS, accountId, from, to, PAGE_SIZE, ABOUT_USERS)
                .expecting(410);
        page.ifPresent(link -> {
            call.at(link.uri());
            link.continuationToken().ifPresent(token -> call.header("MS-ContinuationToken", token));
        });
        return call.send();
    }
}
