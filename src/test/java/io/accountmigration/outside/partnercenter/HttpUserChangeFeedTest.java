package io.accountmigration.outside.partnercenter;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.accountmigration.outside.OutsideSystems;
import io.accountmigration.outside.OutsideTest;
import io.accountmigration.outside.WaysOut;
import io.accountmigration.partner.AccountUser;
import io.accountmigration.partner.FeedRecord;
import io.accountmigration.partner.PartnerCenterUnavailable;
import io.accountmigration.partner.UserChangeFeed.Reading;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpUserChangeFeedTest extends OutsideTest {

    private static final String RECORDS = "/partner-center/v1/auditrecords";
    private static final Instant FROM = Instant.parse("2020-09-02T00:00:00Z");
    private static final Instant TO = Instant.parse("2020-09-03T12:30:00.123456Z");
    private static final String OLGA = """
            {"id":"m-1","userPrincipalName":"olga@contoso.com","displayName":"Olga","active":true,
             "roles":["Manager","Stargazer"]}""";
    private static final String NEXT = "/v1/auditrecords?accountId=acc-1&filter=%7B%22Field%22%3A1%7D&offset=2";

    private HttpUserChangeFeed feed;

    @BeforeEach
    void open() {
        open(WaysOut.to(server));
        WaysOut.issueToken(server, "token");
    }

    @Test
    void theChangesOfUsersInAPeriodAreAskedFor() {
        firstPage(okJson(page(1, null, record("1", OLGA))));

        assertThat(read())
                .containsExactly(new FeedRecord(
                        "1",
                        Instant.parse("2020-09-02T23:26:19.775393400Z"),
                        "update_partner_user",
                        Optional.of(new AccountUser("m-1", "olga@contoso.com", "Olga", Set.of("Manager", "Stargazer"))),
                        true));
        server.verify(getRequestedFor(urlPathEqualTo(RECORDS))
                .withQueryParam("accountId", equalTo("acc-1"))
                .withQueryParam("startDate", equalTo("2020-09-02T00:00:00Z"))
                .withQueryParam("endDate", equalTo("2020-09-03T12:30:00.123456Z"))
                .withQueryParam("size", equalTo("500"))
                .withQueryParam(
                        "filter",
                        equalTo("{\"Field\":\"ResourceType\",\"Value\":\"partner_user\",\"Operator\":\"equals\"}")));
    }

    @Test
    void anEmptyFeedIsComplete() {
        firstPage(okJson(page(0, null)));

        assertThat(read()).isEmpty();
    }

    @Test
    void theNextPageIsTheOneThatTheFeedPointsTo() {
        firstPage(okJson(page(3, NEXT, record("1", OLGA), record("2", OLGA))));
        pageAfter("offset", "2", okJson(page(3, null, record("3", OLGA))));

        assertThat(read()).extracting(FeedRecord::changeId).containsExactly("1", "2", "3");
        server.verify(getRequestedFor(urlPathEqualTo(RECORDS))
                .withQueryParam("offset", equalTo("2"))
                .withQueryParam("filter", equalTo("{\"Field\":1}"))
                .withHeader("Authorization", equalTo("Bearer token")));
    }

    @Test
    void aLinkMayLeaveTheVersionOutAndCarryATokenInstead() {
        firstPage(okJson(pageWith(
                2,
                "{\"next\":{\"uri\":\"/auditrecords?size=1&seekOperation=Next\",\"method\":\"GET\",\"headers\":"
                        + "[{\"key\":\"MS-ContinuationToken\",\"value\":\"AAAA\"}]}}",
                record("1", OLGA))));
        server.stubFor(get(RECORDS + "?size=1&seekOperation=Next")
                .withHeader("MS-ContinuationToken", equalTo("AAAA"))
                .willReturn(okJson(page(2, null, record("2", OLGA)))));

        assertThat(read()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"key\":\"MS-ContinuationToken\",\"value\":\"AAAA\"}]",
                "[{\"key\":\"ms-continuationtoken\",\"value\":\"AAAA\"},{\"key\":\"X\",\"value\":\"y\"}]",
                "{\"MS-ContinuationToken\":\"AAAA\"}"
            })
    void aPageMayCountItselfAndTheTokenStandAmongTheHeaders(String headers) {
        firstPage(okJson(pageWith(
                2,
                "{\"next\":{\"uri\":\"/v1/auditrecords?size=2&seekOperation=Next\",\"headers\":%s}}".formatted(headers),
                record("1", OLGA),
                record("2", OLGA))));
        server.stubFor(get(RECORDS + "?size=2&seekOperation=Next")
                .withHeader("MS-ContinuationToken", equalTo("AAAA"))
                .willReturn(okJson(page(1, null, record("3", OLGA)))));

        assertThat(read()).hasSize(3);
    }

    @Test
    void aPageThatHoldsLessThanItCountsFailsTheWhole() {
        firstPage(okJson(page(2, NEXT, record("1", OLGA), record("2", OLGA))));
        pageAfter("offset", "2", okJson(page(2, null, record("3", OLGA))));

        assertUnavailable();
    }

    @Test
    void aFeedThatTakesDaysOnlyIsAskedForDays() {
        server.stubFor(get(urlPathEqualTo(RECORDS))
                .willReturn(jsonResponse("{\"code\":2000,\"description\":\"startDate is no date.\"}", 400)));
        server.stubFor(get(urlPathEqualTo(RECORDS))
                .withQueryParam("startDate", equalTo("2020-09-02"))
                .withQueryParam("endDate", equalTo("2020-09-04"))
                .willReturn(okJson(page(
                        3,
                        null,
                        record("1", "2020-09-02T23:26:19Z", OLGA),
                        record("2", "2020-09-03T12:30:00Z", OLGA),
                        record("3", "2020-09-03T12:30:01Z", OLGA)))));

        assertThat(read()).extracting(FeedRecord::changeId).containsExactly("1", "2");
        assertThat(read()).hasSize(2);
        server.verify(3, getRequestedFor(urlPathEqualTo(RECORDS)));
    }

    @Test
    void whatAFeedTellsOfOtherTimesOfTheDayIsLeftOut() {
        firstPage(okJson(
                page(2, null, record("1", "2020-09-01T23:59:59Z", OLGA), record("2", "2020-09-02T00:00:00Z", OLGA))));

        assertThat(read()).extracting(FeedRecord::changeId).containsExactly("2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.example/v1/auditrecords?offset=2",
                "//evil.example/v1/auditrecords?offset=2",
                "@evil.example/v1/auditrecords?offset=2",
                "/v1/accounts?offset=2",
                "/v1/auditrecords/../accounts?offset=2",
                "/v1/auditrecords",
                "/v1/auditrecords?filter={\\\"no",
                ""
            })
    void aLinkThatLeadsElsewhereIsNotFollowed(String link) {
        firstPage(okJson(page(3, link, record("1", OLGA), record("2", OLGA))));

        assertUnavailable();
        server.verify(1, getRequestedFor(anyUrl()));
    }

    @Test
    void aPageThatIsMissingFailsTheWhole() {
        firstPage(okJson(page(3, null, record("1", OLGA), record("2", OLGA))));
        assertUnavailable();

        firstPage(okJson(page(3, NEXT, record("1", OLGA), record("2", OLGA))));
        pageAfter("offset", "2", okJson(page(0, null)));
        assertUnavailable();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 429, 500, 503})
    void aFailureInTheMiddleFailsTheWhole(int status) {
        firstPage(okJson(page(3, NEXT, record("1", OLGA), record("2", OLGA))));
        pageAfter("offset", "2", jsonResponse("{\"code\":2000,\"description\":\"because\"}", status));

        assertUnavailable();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"items\":[]}",
                "{\"totalCount\":0}",
                "{\"totalCount\":1,\"items\":[null]}",
                "{\"totalCount\":1,\"items\":[{\"id\":\"1\"}]}",
                "{\"totalCount\":1,\"items\":[{\"operationDate\":\"2020-09-02T23:26:19Z\"}]}",
                "{\"totalCount\":1,\"items\":[{\"id\":\"1\",\"operationDate\":\"2020-09-02T23"
            })
    void aPageThatCannotBeReadFailsTheWhole(String body) {
        firstPage(okJson(body));

        assertUnavailable();
    }

    @Test
    void aPageThatComesTooLateFailsTheWhole() throws Exception {
        systems.destroy();
        open(WaysOut.impatientlyTo(server));
        firstPage(aResponse().withFixedDelay(2_000).withBody(page(0, null)));

        assertUnavailable();
    }

    @Test
    void aFeedThatDoesNotEndIsGivenUp() {
        server.stubFor(get(urlPathEqualTo(RECORDS)).willReturn(okJson(page(1, NEXT, record("1", OLGA)))));

        assertUnavailable();
        server.verify(200, getRequestedFor(urlPathEqualTo(RECORDS)));
    }

    @Test
    void aPeriodTooLongAgoIsExpired() {
        firstPage(jsonResponse("{\"code\":410,\"description\":\"gone\"}", 410));

        assertThat(feed.read("acc-1", FROM, TO)).isEqualTo(new Reading.Expired());
    }

    @Test
    void aRecordThatComesTwiceIsReadOnce() {
        firstPage(okJson(page(3, NEXT, record("1", OLGA), record("2", OLGA))));
        pageAfter("offset", "2", okJson(page(3, null, record("2", OLGA), record("3", OLGA))));
        assertThat(read()).extracting(FeedRecord::changeId).containsExactly("1", "2", "3");

        firstPage(okJson(page(2, null, record("1", OLGA), record("1", OLGA))));
        assertThat(read()).extracting(FeedRecord::changeId).containsExactly("1");
    }

    @Test
    void aFeedThatGrewWhileItWasReadMayHaveHiddenARecord() {
        firstPage(okJson(page(3, NEXT, record("1", OLGA), record("2", OLGA))));
        pageAfter("offset", "2", okJson(page(4, null, record("2", OLGA), record("3", OLGA))));

        assertUnavailable();
    }

    @Test
    void recordsComeOldestFirst() {
        firstPage(okJson(
                page(2, null, record("1", "2020-09-02T12:00:00Z", OLGA), record("2", "2020-09-02T11:00:00Z", OLGA))));

        assertThat(read()).extracting(FeedRecord::changeId).containsExactly("2", "1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no JSON",
                "[]",
                "{}",
                "{\"id\":\"m-2\",\"userPrincipalName\":\"x@contoso.com\",\"active\":true}",
                "{\"id\":\"m-2\",\"userPrincipalName\":\"x@contoso.com\",\"roles\":[\"Manager\"]}",
                "{\"id\":\"m-2\",\"userPrincipalName\":\"x@contoso.com\",\"roles\":\"Manager\",\"active\":true}",
                "{\"id\":\"m-2\",\"userPrincipalName\":\" \",\"roles\":[],\"active\":true}",
                "{\"userPrincipalName\":\"x@contoso.com\",\"roles\":[],\"active\":true}",
                "{\"id\":\"m-2\",\"userPrincipalName\":\"x@contoso.com\",\"roles\":[null],\"active\":true}",
                "{\"id\":\"m-2\",\"userPr"
            })
    void aRecordThatCannotBeReadDoesNotSpoilTheOthers(String newValue) {
        firstPage(okJson(page(2, null, record("1", newValue), record("2", OLGA))));

        var records = read();

        assertThat(records.get(0).user()).isEmpty();
        assertThat(records.get(0).active()).isFalse();
        assertThat(records.get(1).user()).isPresent();
    }

    @Test
    void aRecordWithoutAUserOrAnOperationIsKept() {
        firstPage(okJson(page(1, null, "{\"id\":\"1\",\"operationDate\":\"2020-09-02T11:00:00Z\"}")));

        assertThat(read())
                .containsExactly(
                        new FeedRecord("1", Instant.parse("2020-09-02T11:00:00Z"), "", Optional.empty(), false));
    }

    @Test
    void whatFailedOrIsAboutSomethingElseIsNoChangeOfAUser() {
        firstPage(okJson(page(
                3,
                null,
                record("1", OLGA).replace("succeeded", "failed"),
                record("2", OLGA).replace("\"partner_user\"", "\"invoice\""),
                record("3", OLGA))));

        assertThat(read()).extracting(FeedRecord::changeId).containsExactly("3");
    }

    @Test
    void aTokenThatIsTakenNoLongerIsReplacedByOneNewOne() {
        firstPage(jsonResponse("{\"code\":\"Unauthorized\"}", 401));
        assertUnavailable();
        firstPage(okJson(page(0, null)));

        assertThat(read()).isEmpty();
        server.verify(2, postRequestedFor(urlPathEqualTo(WaysOut.TOKEN_PATH)));
    }

    private void open(OutsideSystems ways) {
        systems = ways;
        feed = new HttpUserChangeFeed(new PartnerCenterConnection(
                systems,
                new PartnerCenterProperties(
                        WaysOut.url("/partner-center"), WaysOut.url(WaysOut.TOKEN_PATH), "id", "secret", null)));
    }

    private List<FeedRecord> read() {
        return ((Reading.Complete) feed.read("acc-1", FROM, TO)).records();
    }

    private void assertUnavailable() {
        assertThatExceptionOfType(PartnerCenterUnavailable.class).isThrownBy(() -> feed.read("acc-1", FROM, TO));
    }

    private static void firstPage(ResponseDefinitionBuilder answer) {
        pageAfter("size", "500", answer);
    }

    private static void pageAfter(String parameter, String value, ResponseDefinitionBuilder answer) {
        server.stubFor(get(urlPathEqualTo(RECORDS))
                .withQueryParam(parameter, equalTo(value))
                .willReturn(answer));
    }

    private static String page(int total, String next, String... records) {
        var links =
                next == null ? "{}" : "{\"next\":{\"uri\":\"%s\",\"method\":\"GET\",\"headers\":[]}}".formatted(next);
        return pageWith(total, links, records);
    }

    private static String pageWith(int total, String links, String... records) {
        return "{\"totalCount\":%d,\"items\":[%s],\"links\":%s}".formatted(total, String.join(",", records), links);
    }

    private static String record(String id, String newValue) {
        return record(id, "2020-09-02T23:26:19.7753934Z", newValue);
    }

    private static String record(String id, String at, String newValue) {
        return """
                {"id":"%s","partnerId":"acc-1","userPrincipalName":"admin@contoso.com","resourceType":"partner_user",
                 "operationType":"update_partner_user","resourceNewValue":%s,"operationDate":"%s",
                 "operationStatus":"succeeded","customizedData":[]}""".formatted(id, JsonNodeFactory.instance.textNode(newValue), at);
    }
}
