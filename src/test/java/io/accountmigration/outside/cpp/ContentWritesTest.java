package io.accountmigration.outside.cpp;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.accountmigration.outside.OutsideSystems;
import io.accountmigration.outside.OutsideTest;
import io.accountmigration.outside.WaysOut;
import io.accountmigration.publisher.CloudPartnerPortalUnavailable;
import io.accountmigration.publisher.MovedPublisher;
import io.accountmigration.publisher.PublisherRole;
import io.accountmigration.publisher.PublisherRoster;
import io.accountmigration.publisher.PublisherUser;
import io.accountmigration.publisher.RequestKey;
import io.accountmigration.publisher.SettingsArea;
import io.accountmigration.publisher.UserType;
import io.accountmigration.publisher.WriteResult;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentWritesTest extends OutsideTest {

    private static final String PUBLISHERS = "/cpp/api/publishers";
    private static final String USERS = PUBLISHERS + "/contoso/users";
    private static final String USER = USERS + "/u1";
    private static final String COMPANY = PUBLISHERS + "/contoso/settings/company";
    private static final String VERSION = "\"7\"";
    private static final RequestKey KEY =
            new RequestKey(UUID.fromString("0b6f0a2e-6c39-4c86-8a26-0d8b2a6a3d11"), "applyUserChange", "change-1");
    private static final PublisherUser OLGA =
            new PublisherUser("u1", "olga@contoso.com", "Olga", UserType.USER, PublisherRole.CONTRIBUTOR, true);
    private static final String OLGA_AS_JSON = """
            {"userId":"u1","address":"olga@contoso.com","displayName":"Olga","type":"USER","role":"CONTRIBUTOR",
             "active":true}""";

    private HttpCloudPartnerPortal portal;

    @BeforeEach
    void open() {
        open(WaysOut.to(server));
        WaysOut.issueToken(server, "token");
    }

    @Test
    void aRosterNamesTheVersionItIsOf() {
        server.stubFor(get(USERS + "?api-version=2017-10-31")
                .willReturn(okJson("{\"totalCount\":1,\"items\":[" + OLGA_AS_JSON + "]}")
                        .withHeader("ETag", VERSION)));

        assertThat(portal.rosterOf("contoso")).contains(new PublisherRoster(List.of(OLGA), VERSION));
    }

    @Test
    void anUnknownPublisherHasNoRoster() {
        server.stubFor(get(urlPathEqualTo(USERS)).willReturn(error(404, "PublisherNotFound")));

        assertThat(portal.rosterOf("contoso")).isEmpty();
    }

    @Test
    void aRosterWithoutVersionOrWithAPartOnlyIsUnavailable() {
        server.stubFor(get(urlPathEqualTo(USERS)).willReturn(okJson("{\"items\":[]}")));
        assertUnavailable(() -> portal.rosterOf("contoso"));

        server.stubFor(get(urlPathEqualTo(USERS))
                .willReturn(okJson("{\"items\":[" + OLGA_AS_JSON).withHeader("ETag", VERSION)));
        assertUnavailable(() -> portal.rosterOf("contoso"));

        server.stubFor(get(urlPathEqualTo(USERS))
                .willReturn(okJson("{\"totalCount\":2,\"items\":[" + OLGA_AS_JSON + "]}")
                        .withHeader("ETag", VERSION)));
        assertUnavailable(() -> portal.rosterOf("contoso"));

        server.stubFor(get(urlPathEqualTo(USERS)).willReturn(ok().withHeader("ETag", VERSION)));
        assertUnavailable(() -> portal.rosterOf("contoso"));
    }

    @Test
    void aUserIsPutUnderTheVersionItRestsOn() {
        putAnswers(okJson(OLGA_AS_JSON).withHeader("ETag", "\"8\""));

        assertThat(putOlga()).isEqualTo(new WriteResult.Written("\"8\""));

        server.verify(putRequestedFor(urlEqualTo(USER + "?api-version=2017-10-31"))
                .withHeader("If-Match", equalTo(VERSION))
                .withHeader("MS-RequestId", equalTo(KEY.requestId().toString()))
                .withHeader("MS-CorrelationId", equalTo(KEY.caseId().toString()))
                .withRequestBody(equalToJson(OLGA_AS_JSON)));
    }

    @Test
    void aWriteOnOldContentIsStale() {
        putAnswers(error(412, "PreconditionFailed"));
        server.stubFor(delete(urlPathEqualTo(USER)).willReturn(error(412, "PreconditionFailed")));
        server.stubFor(put(urlPathEqualTo(COMPANY)).willReturn(error(412, "PreconditionFailed")));

        assertThat(putOlga()).isEqualTo(new WriteResult.Stale());
        assertThat(removeOlga()).isEqualTo(new WriteResult.Stale());
        assertThat(putCompany()).isEqualTo(new WriteResult.Stale());
    }

    @ParameterizedTest
    @CsvSource({"400,InvalidUser", "409,AddressTaken", "422,GuestNotAllowed"})
    void aUserWhomThePortalDoesNotTakeIsRefusedInItsWords(int status, String code) {
        putAnswers(error(status, code));
        server.stubFor(delete(urlPathEqualTo(USER)).willReturn(error(status, code)));

        assertThat(putOlga()).isEqualTo(new WriteResult.Refused(code, "because"));
        assertThat(removeOlga()).isEqualTo(new WriteResult.Refused(code, "because"));
    }

    @ParameterizedTest
    @CsvSource({
        "400,InvalidAPIVersion",
        "400,PreconditionMissing",
        "409,PublisherLocked",
        "409,PublisherReadOnly",
        "401,Unauthorized",
        "403,Forbidden",
        "404,PublisherNotFound",
        "412,SomethingElse",
        "429,TooManyRequests",
        "500,InternalError",
        "503,Busy"
    })
    void whatIsNotTheUsersTroubleIsUnavailable(int status, String code) {
        putAnswers(error(status, code));

        assertUnavailable(this::putOlga);
        server.verify(1, putRequestedFor(anyUrl()));
    }

    @Test
    void aRefusalThatIsNotThePortalsOwnIsUnavailable() {
        putAnswers(aResponse().withStatus(400).withBody("<html>bad gateway</html>"));

        assertUnavailable(this::putOlga);
    }

    @Test
    void aSuccessThatDoesNotShowItsEffectIsUnavailable() {
        putAnswers(ok().withHeader("ETag", "\"8\""));
        assertUnavailable(this::putOlga);

        putAnswers(okJson(OLGA_AS_JSON.replace("CONTRIBUTOR", "OWNER")).withHeader("ETag", "\"8\""));
        assertUnavailable(this::putOlga);

        putAnswers(okJson(OLGA_AS_JSON));
        assertUnavailable(this::putOlga);
    }

    @Test
    void aWriteThatGetsNoAnswerInTimeIsUnavailable() throws Exception {
        systems.destroy();
        open(WaysOut.impatientlyTo(server));
        putAnswers(okJson(OLGA_AS_JSON).withHeader("ETag", "\"8\"").withFixedDelay(2_000));

        assertUnavailable(this::putOlga);
    }

    @Test
    void aWriteWhoseAnswerWasLostIsStaleTheNextTime() {
        server.stubFor(put(urlPathEqualTo(USER))
                .inScenario("lost")
                .whenScenarioStateIs(STARTED)
                .willSetStateTo("written")
                .willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        server.stubFor(put(urlPathEqualTo(USER))
                .inScenario("lost")
                .whenScenarioStateIs("written")
                .willReturn(error(412, "PreconditionFailed")));

        assertUnavailable(this::putOlga);
        assertThat(putOlga()).isEqualTo(new WriteResult.Stale());
    }

    @Test
    void aTokenThatThePortalTakesNoLongerIsReplacedByOneNewOne() {
        putAnswers(okJson(OLGA_AS_JSON).withHeader("ETag", "\"8\""));
        putOlga();
        putAnswers(error(401, "Unauthorized"));
        assertUnavailable(this::putOlga);
        WaysOut.issueToken(server, "second");
        server.stubFor(put(urlPathEqualTo(USER))
                .withHeader("Authorization", equalTo("Bearer second"))
                .willReturn(okJson(OLGA_AS_JSON).withHeader("ETag", "\"8\"")));

        assertThat(putOlga()).isEqualTo(new WriteResult.Written("\"8\""));
        server.verify(2, postRequestedFor(urlPathEqualTo(WaysOut.TOKEN_PATH)));
    }

    @Test
    void aUserIsRemovedUnderTheVersionItRestsOn() {
        server.stubFor(delete(urlPathEqualTo(USER)).willReturn(noContent().withHeader("ETag", "\"8\"")));

        assertThat(removeOlga()).isEqualTo(new WriteResult.Written("\"8\""));

        server.verify(deleteRequestedFor(urlEqualTo(USER + "?api-version=2017-10-31"))
                .withHeader("If-Match", equalTo(VERSION))
                .withHeader("MS-RequestId", equalTo(KEY.requestId().toString())));
    }

    @Test
    void aUserWhoIsGoneCountsAsRemoved() {
        server.stubFor(delete(urlPathEqualTo(USER)).willReturn(error(404, "UserNotFound")));
        assertThat(removeOlga()).isEqualTo(new WriteResult.Written(VERSION));

        server.stubFor(delete(urlPathEqualTo(USER)).willReturn(error(404, "PublisherNotFound")));
        assertUnavailable(this::removeOlga);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "a/b", "a;b", "a%2fb"})
    void aUserIdThatCannotBeOneNeverLeavesTheHouse(String userId) {
        var user = new PublisherUser(userId, "olga@contoso.com", "Olga", UserType.USER, PublisherRole.OWNER, true);

        assertThat(portal.putUser("contoso", user, VERSION, KEY)).isInstanceOf(WriteResult.Refused.class);
        assertThat(portal.removeUser("contoso", userId, VERSION, KEY)).isInstanceOf(WriteResult.Refused.class);
        server.verify(0, putRequestedFor(anyUrl()));
        server.verify(0, deleteRequestedFor(anyUrl()));
    }

    @Test
    void settingsArriveDigitForDigit() {
        server.stubFor(put(urlPathEqualTo(COMPANY))
                .willReturn(okJson("{\"share\":0.10,\"city\":\"Redmond\"}").withHeader("ETag", "\"8\"")));

        assertThat(putCompany()).isEqualTo(new WriteResult.Written("\"8\""));

        server.verify(putRequestedFor(urlEqualTo(COMPANY + "?api-version=2017-10-31"))
                .withHeader("If-Match", equalTo(VERSION))
                .withRequestBody(equalTo("{\"share\":0.10,\"city\":\"Redmond\"}")
                        .or(equalTo("{\"city\":\"Redmond\",\"share\":0.10}"))));
    }

    @Test
    void otherSettingsThanAskedForAreUnavailable() {
        server.stubFor(put(urlPathEqualTo(COMPANY))
                .willReturn(okJson("{\"city\":\"Seattle\"}").withHeader("ETag", "\"8\"")));

        assertUnavailable(this::putCompany);
    }

    @Test
    void thePublishersThatHaveMovedNameTheirAccounts() {
        server.stubFor(get(PUBLISHERS + "?api-version=2017-10-31&status=READ_ONLY&after=&size=100")
                .willReturn(okJson("{\"totalCount\":2,\"items\":[{\"publisherId\":\"contoso\",\"accountId\":\"acc-1\"},"
                        + "{\"publisherId\":\"retired\",\"accountId\":null}]}")));

        assertThat(portal.movedPublishersAfter("", 100)).containsExactly(new MovedPublisher("contoso", "acc-1"));
    }

    @Test
    void aPageWithoutAnyNameOfAnAccountIsNotTheEnd() {
        server.stubFor(get(PUBLISHERS + "?api-version=2017-10-31&status=READ_ONLY&after=&size=1")
                .willReturn(okJson("{\"totalCount\":1,\"items\":[{\"publisherId\":\"a\",\"accountId\":null}]}")));
        server.stubFor(get(PUBLISHERS + "?api-version=2017-10-31&status=READ_ONLY&after=a&size=1")
                .willReturn(okJson("{\"totalCount\":1,\"items\":[{\"publisherId\":\"b\",\"accountId\":\"acc-2\"}]}")));

        assertThat(portal.movedPublishersAfter("", 1)).containsExactly(new MovedPublisher("b", "acc-2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"totalCount\":2,\"items\":[{\"publisherId\":\"contoso\",\"accountId\":\"acc-1\"}]}",
                "{\"items\":[]}",
                "{\"totalCount\":1,\"items\":[{\"accountId\":\"acc-1\"}]}",
                "{\"totalCount\":1,\"items\":[{\"publ",
                ""
            })
    void aPartOfTheListOfThoseThatHaveMovedIsUnavailable(String body) {
        server.stubFor(get(urlPathEqualTo(PUBLISHERS)).willReturn(okJson(body)));

        assertUnavailable(() -> portal.movedPublishersAfter("", 100));
    }

    private void open(OutsideSystems ways) {
        systems = ways;
        portal = new HttpCloudPartnerPortal(
                systems,
                new CloudPartnerPortalProperties(
                        WaysOut.url("/cpp"), WaysOut.url(WaysOut.TOKEN_PATH), "id", "secret", null, "2017-10-31"));
    }

    private WriteResult putOlga() {
        return portal.putUser("contoso", OLGA, VERSION, KEY);
    }

    private WriteResult removeOlga() {
        return portal.removeUser("contoso", "u1", VERSION, KEY);
    }

    private WriteResult putCompany() {
        return portal.putSettings(
                "contoso",
                SettingsArea.COMPANY,
                Map.of("city", "Redmond", "share", new BigDecimal("0.10")),
                VERSION,
                KEY);
    }

    private static void putAnswers(ResponseDefinitionBuilder answer) {
        server.stubFor(put(urlPathEqualTo(USER)).willReturn(answer));
    }

    private static ResponseDefinitionBuilder error(int status, String code) {
        return jsonResponse("{\"error\":{\"code\":\"%s\",\"message\":\"because\"}}".formatted(code), status);
    }

    private static void assertUnavailable(ThrowingCallable call) {
        assertThatExceptionOfType(CloudPartnerPortalUnavailable.class).isThrownBy(call);
    }
}
