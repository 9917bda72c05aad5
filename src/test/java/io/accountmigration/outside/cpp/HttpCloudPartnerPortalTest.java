package io.accountmigration.outside.cpp;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.accountmigration.outside.OutsideTest;
import io.accountmigration.outside.WaysOut;
import io.accountmigration.publisher.CloudPartnerPortalUnavailable;
import io.accountmigration.publisher.EmailAddress;
import io.accountmigration.publisher.LockResult;
import io.accountmigration.publisher.PublisherMembership;
import io.accountmigration.publisher.PublisherRole;
import io.accountmigration.publisher.PublisherStatus;
import io.accountmigration.publisher.PublisherUser;
import io.accountmigration.publisher.RequestKey;
import io.accountmigration.publisher.SettingsArea;
import io.accountmigration.publisher.SwitchResult;
import io.accountmigration.publisher.UserType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpCloudPartnerPortalTest extends OutsideTest {

    private static final String PUBLISHER = "/cpp/api/publishers/contoso";
    private static final String LOCK = PUBLISHER + "/lock";
    private static final String SWITCH = PUBLISHER + "/switch";
    private static final Instant UNTIL = Instant.parse("2026-03-03T06:15:30.123456789Z");
    private static final UUID CASE = UUID.fromString("0b6f0a2e-6c39-4c86-8a26-0d8b2a6a3d11");
    private static final RequestKey KEY = RequestKey.of(CASE, "step");

    private static final String ACTIVE = publisher("ACTIVE", "null", "null");
    private static final String LOCKED = publisher("LOCKED", "null", lockOf(CASE, "2026-03-03T06:15:30.123Z"));
    private static final String SWITCHED = publisher("READ_ONLY", "\"acc-1\"", "null");

    private HttpCloudPartnerPortal portal;

    @BeforeEach
    void open() {
        systems = WaysOut.to(server);
        portal = new HttpCloudPartnerPortal(
                systems,
                new CloudPartnerPortalProperties(
                        WaysOut.url("/cpp"), WaysOut.url(WaysOut.TOKEN_PATH), "id", "secret", null, "2017-10-31"));
        WaysOut.issueToken(server, "token");
    }

    @Test
    void aPublisherIsReadWithItsSettingsAndVersion() {
        server.stubFor(get(PUBLISHER.replace("contoso", "CONTOSO") + "?api-version=2017-10-31")
                .willReturn(okJson(ACTIVE).withHeader("ETag", "\"v1\"")));

        var found = portal.find("CONTOSO").orElseThrow();

        assertThat(found.id()).isEqualTo("contoso");
        assertThat(found.displayName()).isEqualTo("Contoso, Ltd");
        assertThat(found.status()).isEqualTo(PublisherStatus.ACTIVE);
        assertThat(found.partnerId()).contains("4391507");
        assertThat(found.accountId()).isEmpty();
        assertThat(found.lockedBy()).isEmpty();
        assertThat(found.version()).isEqualTo("\"v1\"");
        assertThat(found.settings())
                .containsEntry(SettingsArea.AGREEMENT, Map.of("version", "2020-01"))
                .containsEntry(SettingsArea.COMPANY, Map.of("city", "Redmond"))
                .containsEntry(SettingsArea.PAYOUT, Map.of("threshold", new BigDecimal("50.10")));
        server.verify(getRequestedFor(urlPathEqualTo("/cpp/api/publishers/CONTOSO"))
                .withHeader("Authorization", equalTo("Bearer token")));
    }

    @Test
    void aLockedPublisherNamesItsCase() {
        publisherIs(publisher("LOCKED", "null", lockOf(CASE, "2026-03-03T06:15:30Z")));

        assertThat(portal.isLockedBy("contoso", CASE)).isTrue();
    }

    @Test
    void aPublisherThatThePortalDoesNotKnowIsEmpty() {
        publisherAnswers(error(404, "PublisherNotFound"));
        server.stubFor(get(urlPathEqualTo(PUBLISHER + "/users")).willReturn(error(404, "PublisherNotFound")));

        assertThat(portal.find("contoso")).isEmpty();
        assertThat(portal.usersOf("contoso")).isEmpty();
    }

    @Test
    void aNotFoundThatIsNotThePortalsOwnIsUnavailable() {
        publisherAnswers(aResponse().withStatus(404).withBody("<html>no such site</html>"));

        assertUnavailable(() -> portal.find("contoso"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a/../b", "%2e", "a;b", "a\\b"})
    void anIdThatCannotBeOneNeverLeavesTheHouse(String id) {
        assertThat(portal.find(id)).isEmpty();
        assertThat(portal.usersOf(id)).isEmpty();
        server.verify(0, getRequestedFor(anyUrl()));
    }

    @Test
    void anIdOutsideOfAsciiIsEncoded() {
        server.stubFor(
                get(urlPathEqualTo("/cpp/api/publishers/m%C3%BCller")).willReturn(error(404, "PublisherNotFound")));

        assertThat(portal.find("müller")).isEmpty();
    }

    @Test
    void anotherPublisherThanAskedForIsUnavailable() {
        server.stubFor(get(urlPathEqualTo("/cpp/api/publishers/contoso-"))
                .willReturn(okJson(ACTIVE).withHeader("ETag", "\"v1\"")));

        assertUnavailable(() -> portal.find("contoso-"));
    }

    @Test
    void aPublisherWithoutVersionOrStatusIsUnavailable() {
        publisherAnswers(okJson(ACTIVE));
        assertUnavailable(() -> portal.find("contoso"));

        publisherIs("{\"publisherId\":\"contoso\",\"displayName\":\"Contoso\",\"settings\":{}}");
        assertUnavailable(() -> portal.find("contoso"));

        publisherIs(publisher("FROZEN", "null", "null"));
        assertUnavailable(() -> portal.find("contoso"));
    }

    @Test
    void usersAreReadTheDisabledOnesToo() {
        server.stubFor(
                get(urlEqualTo(PUBLISHER + "/users?api-version=2017-10-31")).willReturn(okJson("""
                        {"totalCount":2,"items":[
                         {"userId":"u1","address":"owner@contoso.com","displayName":"Olga","type":"USER","role":"OWNER","active":true},
                         {"userId":"u2","address":"team@contoso.com","displayName":"Team","type":"GROUP","role":"CONTRIBUTOR","active":false}]}
                        """)));

        assertThat(portal.usersOf("contoso"))
                .containsExactly(
                        new PublisherUser("u1", "owner@contoso.com", "Olga", UserType.USER, PublisherRole.OWNER, true),
                        new PublisherUser(
                                "u2", "team@contoso.com", "Team", UserType.GROUP, PublisherRole.CONTRIBUTOR, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"items\":[]}",
                "{\"totalCount\":null,\"items\":[]}",
                "{\"totalCount\":\"0\",\"items\":[]}",
                "{\"totalCount\":1,\"items\":[]}",
                "{\"totalCount\":0.0,\"items\":[]}",
                "{}"
            })
    void aListWithoutItsCountIsNotWhole(String list) {
        server.stubFor(get(urlPathEqualTo(PUBLISHER + "/users"))
                .willReturn(okJson(list).withHeader("ETag", "\"v1\"")));
        server.stubFor(get(urlPathEqualTo("/cpp/api/publishers")).willReturn(okJson(list)));

        assertUnavailable(() -> portal.usersOf("contoso"));
        assertUnavailable(() -> portal.rosterOf("contoso"));
        assertUnavailable(() -> portal.publishersOf(new EmailAddress("owner@contoso.com")));
    }

    @Test
    void aListOfNoUsersAtAllIsNoAnswer() {
        server.stubFor(get(urlPathEqualTo(PUBLISHER + "/users")).willReturn(okJson("{\"items\":[]}")));

        assertUnavailable(() -> portal.usersOf("contoso"));
    }

    @Test
    void aUserWithoutARoleMakesTheAnswerUnavailable() {
        server.stubFor(get(urlPathEqualTo(PUBLISHER + "/users"))
                .willReturn(okJson(
                        "{\"totalCount\":1,\"items\":[{\"userId\":\"u1\",\"type\":\"USER\",\"active\":true}]}")));

        assertUnavailable(() -> portal.usersOf("contoso"));
    }

    @Test
    void thePublishersOfAnAddressAreAskedForByTheWholeAddress() {
        server.stubFor(
                get(urlPathEqualTo("/cpp/api/publishers"))
                        .withQueryParam("user", equalTo("o'hara+x&y=1@contoso.com"))
                        .withQueryParam("api-version", equalTo("2017-10-31"))
                        .willReturn(
                                okJson(
                                        "{\"totalCount\":1,\"items\":[{\"publisherId\":\"contoso\",\"userId\":\"u1\",\"displayName\":\"C\",\"role\":\"OWNER\"}]}")));

        assertThat(portal.publishersOf(new EmailAddress("o'hara+x&y=1@contoso.com")))
                .containsExactly(new PublisherMembership("contoso", "u1", "C", PublisherRole.OWNER));
    }

    @Test
    void aLockAndASwitchThatAreAnsweredAreOneCallEach() {
        server.stubFor(put(urlPathEqualTo(LOCK)).willReturn(okJson(LOCKED)));
        server.stubFor(post(urlPathEqualTo(SWITCH)).willReturn(okJson(SWITCHED)));

        assertThat(portal.lock("contoso", UNTIL, KEY)).isEqualTo(new LockResult.Locked());
        assertThat(portal.switchOver("contoso", "acc-1", "\"v1\"", KEY)).isEqualTo(new SwitchResult.Switched());

        server.verify(0, getRequestedFor(anyUrl()));
    }

    static Stream<ResponseDefinitionBuilder> lostAnswers() {
        return Stream.of(
                aResponse().withFault(Fault.EMPTY_RESPONSE),
                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
                aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK),
                aResponse().withStatus(500),
                aResponse().withStatus(502),
                aResponse().withStatus(504),
                aResponse().withStatus(200).withBody("no JSON"),
                ok());
    }

    @ParameterizedTest
    @MethodSource("lostAnswers")
    void aWriteWhoseAnswerWasLostIsLookedForAndNotRepeated(ResponseDefinitionBuilder lost) {
        publisherBecomes(put(urlPathEqualTo(LOCK)), lost, LOCKED);
        assertThat(portal.lock("contoso", UNTIL, KEY)).isEqualTo(new LockResult.Locked());
        server.resetScenarios();
        publisherBecomes(post(urlPathEqualTo(SWITCH)), lost, SWITCHED);
        assertThat(portal.switchOver("contoso", "acc-1", "\"v1\"", KEY)).isEqualTo(new SwitchResult.Switched());

        server.verify(1, putRequestedFor(urlPathEqualTo(LOCK)));
        server.verify(1, postRequestedFor(urlPathEqualTo(SWITCH)));
    }

    @ParameterizedTest
    @MethodSource("lostAnswers")
    void aWriteThatWasLostItselfIsTheFailureThatItWas(ResponseDefinitionBuilder lost) {
        publisherIs(ACTIVE);
        server.stubFor(put(urlPathEqualTo(LOCK)).willReturn(lost));
        server.stubFor(post(urlPathEqualTo(SWITCH)).willReturn(lost));

        assertUnavailable(() -> portal.lock("contoso", UNTIL, KEY));
        assertUnavailable(() -> portal.switchOver("contoso", "acc-1", "\"v1\"", KEY));
    }

    @Test
    void aWriteThatWasTurnedAwayIsNotLookedFor() {
        server.stubFor(put(urlPathEqualTo(LOCK)).willReturn(aResponse().withStatus(429)));
        server.stubFor(post(urlPathEqualTo(SWITCH)).willReturn(aResponse().withStatus(503)));

        assertUnavailable(() -> portal.lock("contoso", UNTIL, KEY));
        assertUnavailable(() -> portal.switchOver("contoso", "acc-1", "\"v1\"", KEY));

        server.verify(0, getRequestedFor(anyUrl()));
    }

    @Test
    void aRefusalOfWhatHasHappenedIsNone() {
        publisherIs(LOCKED);
        server.stubFor(put(urlPathEqualTo(LOCK)).willReturn(error(409, "PublisherLocked")));
        assertThat(portal.lock("contoso", UNTIL, KEY)).isEqualTo(new LockResult.Locked());

        publisherIs(SWITCHED);
        server.stubFor(post(urlPathEqualTo(SWITCH)).willReturn(error(412, "PreconditionFailed")));
        assertThat(portal.switchOver("contoso", "acc-1", "\"v1\"", KEY)).isEqualTo(new SwitchResult.Switched());
        server.stubFor(post(urlPathEqualTo(SWITCH)).willReturn(error(409, "PublisherReadOnly")));
        assertThat(portal.switchOver("contoso", "acc-1", "\"v1\"", KEY)).isEqualTo(new SwitchResult.Switched());
    }

    @Test
    void lockingTellsTheCaseAndTheEnd() {
        publisherBecomes(put(urlPathEqualTo(LOCK)), okJson(LOCKED), LOCKED);

        assertThat(portal.lock("contoso", UNTIL, KEY)).isEqualTo(new LockResult.Locked());

        server.verify(putRequestedFor(urlEqualTo(LOCK + "?api-version=2017-10-31"))
                .withHeader("MS-RequestId", equalTo(KEY.requestId().toString()))
                .withHeader("MS-CorrelationId", equalTo(CASE.toString()))
                .withRequestBody(
                        equalToJson("{\"caseId\":\"%s\",\"until\":\"2026-03-03T06:15:30.123Z\"}".formatted(CASE))));
    }

    @Test
    void aLockTellsThePublisherThatItHolds() {
        server.stubFor(
                put(urlPathMatching("(?i)" + LOCK)).willReturn(okJson(LOCKED).withHeader("ETag", "\"v2\"")));

        assertThat(portal.lock("CONTOSO", UNTIL, KEY))
                .isInstanceOfSatisfying(LockResult.Locked.class, locked -> assertThat(locked.publisher())
                        .hasValueSatisfying(publisher -> {
                            assertThat(publisher.version()).isEqualTo("\"v2\"");
                            assertThat(publisher.isLockedBy(CASE.toString())).isTrue();
                            assertThat(publisher.settings()).hasSize(3);
                        }));
    }

    @Test
    void aLockOfTheCaseWithAnotherEndIsExtended() {
        publisherIs(publisher("LOCKED", "null", lockOf(CASE, "2026-03-02T06:15:30Z")));
        server.stubFor(put(urlPathEqualTo(LOCK)).willReturn(okJson(LOCKED)));

        portal.lock("contoso", UNTIL, KEY);

        server.verify(1, putRequestedFor(urlPathEqualTo(LOCK)));
    }

    @Test
    void aLockThatThePortalRefusesIsAnAnswer() {
        publisherIs(publisher("LOCKED", "null", lockOf(UUID.randomUUID(), "2026-03-03T06:15:30Z")));
        server.stubFor(put(urlPathEqualTo(LOCK)).willReturn(error(409, "PublisherLocked")));

        assertThat(portal.lock("contoso", UNTIL, KEY)).isEqualTo(new LockResult.Refused("because"));
    }

    @Test
    void aPublisherThatHasMovedIsKnownAsMoved() {
        server.stubFor(put(urlPathEqualTo(LOCK)).willReturn(error(409, "PublisherReadOnly")));

        assertThat(portal.lock("contoso", UNTIL, KEY)).isEqualTo(new LockResult.Moved());
    }

    @Test
    void aLockOfAPublisherThatIsGoneIsRefused() {
        server.stubFor(put(urlPathEqualTo(LOCK)).willReturn(error(404, "PublisherNotFound")));

        assertThat(portal.lock("contoso", UNTIL, KEY)).isInstanceOf(LockResult.Refused.class);
    }

    @Test
    void aSuccessThatDoesNotShowItsEffectIsUnavailable() {
        publisherIs(ACTIVE);
        server.stubFor(put(urlPathEqualTo(LOCK)).willReturn(ok()));
        assertUnavailable(() -> portal.lock("contoso", UNTIL, KEY));

        server.stubFor(post(urlPathEqualTo(SWITCH)).willReturn(okJson(LOCKED)));
        assertUnavailable(() -> portal.switchOver("contoso", "acc-1", "\"v1\"", KEY));
    }

    @Test
    void aLockThatIsShownAfterItsEndIsNotHeld() {
        publisherIs(publisher("ACTIVE", "null", lockOf(CASE, "2026-03-03T06:15:30.123Z")));
        server.stubFor(put(urlPathEqualTo(LOCK)).willReturn(okJson(LOCKED)));

        assertThat(portal.isLockedBy("contoso", CASE)).isFalse();
        portal.unlock("contoso", KEY);
        assertThat(portal.lock("contoso", UNTIL, KEY)).isEqualTo(new LockResult.Locked());

        server.verify(0, deleteRequestedFor(anyUrl()));
        server.verify(1, putRequestedFor(urlPathEqualTo(LOCK)));
    }

    @Test
    void theLockOfTheCaseIsEnded() {
        publisherIs(publisher("LOCKED", "null", lockOf(CASE, "2026-03-03T06:15:30Z")));
        server.stubFor(delete(urlPathEqualTo(LOCK)).willReturn(noContent()));

        portal.unlock("contoso", KEY);

        server.verify(deleteRequestedFor(urlPathEqualTo(LOCK))
                .withQueryParam("caseId", equalTo(CASE.toString()))
                .withQueryParam("api-version", equalTo("2017-10-31"))
                .withHeader("MS-RequestId", equalTo(KEY.requestId().toString())));
    }

    @Test
    void noLockAndAnotherCasesLockAreLeftAsTheyAre() {
        publisherIs(ACTIVE);
        portal.unlock("contoso", KEY);
        publisherIs(publisher("LOCKED", "null", lockOf(UUID.randomUUID(), "2026-03-03T06:15:30Z")));
        portal.unlock("contoso", KEY);
        publisherAnswers(error(404, "PublisherNotFound"));
        portal.unlock("contoso", KEY);

        server.verify(0, deleteRequestedFor(anyUrl()));
    }

    @Test
    void aLockThatEndedInBetweenCountsAsEnded() {
        publisherIs(publisher("LOCKED", "null", lockOf(CASE, "2026-03-03T06:15:30Z")));
        server.stubFor(delete(urlPathEqualTo(LOCK)).willReturn(error(404, "LockNotFound")));

        assertThatCode(() -> portal.unlock("contoso", KEY)).doesNotThrowAnyException();
    }

    @Test
    void theSwitchSendsTheVersionItRestsOn() {
        publisherBecomes(post(urlPathEqualTo(SWITCH)), okJson(SWITCHED), SWITCHED);

        assertThat(portal.switchOver("contoso", "acc-1", "\"v1\"", KEY)).isEqualTo(new SwitchResult.Switched());

        server.verify(postRequestedFor(urlEqualTo(SWITCH + "?api-version=2017-10-31"))
                .withHeader("If-Match", equalTo("\"v1\""))
                .withHeader("MS-RequestId", equalTo(KEY.requestId().toString()))
                .withRequestBody(equalToJson("{\"accountId\":\"acc-1\"}")));
    }

    @Test
    void aSwitchThatRestsOnOldContentIsStale() {
        publisherIs(publisher("LOCKED", "null", lockOf(CASE, "2026-03-03T06:15:30Z")));
        server.stubFor(post(urlPathEqualTo(SWITCH)).willReturn(error(412, "PreconditionFailed")));

        assertThat(portal.switchOver("contoso", "acc-1", "\"v0\"", KEY)).isEqualTo(new SwitchResult.Stale());
    }

    @Test
    void aSwitchToASecondAccountIsUnavailable() {
        publisherIs(publisher("READ_ONLY", "\"acc-2\"", "null"));
        server.stubFor(post(urlPathEqualTo(SWITCH)).willReturn(error(409, "PublisherReadOnly")));

        assertUnavailable(() -> portal.switchOver("contoso", "acc-1", "\"v1\"", KEY));
    }

    private static void publisherBecomes(MappingBuilder write, ResponseDefinitionBuilder answer, String afterwards) {
        server.stubFor(get(urlPathEqualTo(PUBLISHER))
                .inScenario("write")
                .whenScenarioStateIs(STARTED)
                .willReturn(okJson(ACTIVE).withHeader("ETag", "\"v1\"")));
        server.stubFor(write.inScenario("write").willSetStateTo("written").willReturn(answer));
        server.stubFor(get(urlPathEqualTo(PUBLISHER))
                .inScenario("write")
                .whenScenarioStateIs("written")
                .willReturn(okJson(afterwards).withHeader("ETag", "\"v1\"")));
    }

    private static void publisherIs(String json) {
        publisherAnswers(okJson(json).withHeader("ETag", "\"v1\""));
    }

    private static void publisherAnswers(ResponseDefinitionBuilder answer) {
        server.stubFor(get(urlPathEqualTo(PUBLISHER)).willReturn(answer));
    }

    private static String publisher(String status, String accountId, String lock) {
        return """
                {"publisherId":"contoso","displayName":"Contoso, Ltd","status":"%s","mpnId":"4391507",
                 "accountId":%s,"lock":%s,"new":"ignored",
                 "settings":{"agreement":{"version":"2020-01"},"company":{"city":"Redmond"},"payout":{"threshold":50.10}}}
                """.formatted(status, accountId, lock);
    }

    private static String lockOf(UUID caseId, String until) {
        return "{\"caseId\":\"%s\",\"until\":\"%s\"}".formatted(caseId, until);
    }

    private static ResponseDefinitionBuilder error(int status, String code) {
        return jsonResponse("{\"error\":{\"code\":\"%s\",\"message\":\"because\"}}".formatted(code), status);
    }

    private static void assertUnavailable(ThrowingCallable call) {
        assertThatExceptionOfType(CloudPartnerPortalUnavailable.class).isThrownBy(call);
    }
}
