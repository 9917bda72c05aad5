package io.accountmigration.outside.partnercenter;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
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
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.accountmigration.outside.OutsideTest;
import io.accountmigration.outside.WaysOut;
import io.accountmigration.partner.AddUserResult;
import io.accountmigration.partner.CloseAccountResult;
import io.accountmigration.partner.OpenAccountResult;
import io.accountmigration.partner.PartnerCenterAccount;
import io.accountmigration.partner.PartnerCenterUnavailable;
import io.accountmigration.partner.PartnerRole;
import io.accountmigration.partner.RoleMember;
import io.accountmigration.publisher.RequestKey;
import io.accountmigration.publisher.SettingsArea;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HttpPartnerCenterTest extends OutsideTest {

    private static final UUID CASE = UUID.fromString("0b6f0a2e-6c39-4c86-8a26-0d8b2a6a3d11");
    private static final RequestKey KEY = new RequestKey(CASE, "step", "subject");
    private static final String BASE = "/partner-center/v1";
    private static final String ACCOUNTS = BASE + "/accounts";
    private static final String ACCOUNT = ACCOUNTS + "/acc-1";
    private static final String COMPANY = ACCOUNT + "/settings/company";
    private static final String MANAGERS = BASE + "/roles/2/usermembers";
    private static final String RENUMBERED = BASE + "/roles/22/usermembers";
    private static final String NOBODY = "{\"totalCount\":0,\"items\":[]}";

    private static final PartnerCenterAccount OPENED = new PartnerCenterAccount(
            "acc-1", "contoso", "4391507", "t-1", PartnerCenterAccount.State.PROVISIONING, CASE.toString());

    private HttpPartnerCenter partnerCenter;

    @BeforeEach
    void open() {
        systems = WaysOut.to(server);
        partnerCenter = new HttpPartnerCenter(new PartnerCenterConnection(
                systems,
                new PartnerCenterProperties(
                        WaysOut.url("/partner-center"), WaysOut.url(WaysOut.TOKEN_PATH), "id", "secret", null)));
        WaysOut.issueToken(server, "token");
        server.stubFor(get(urlPathEqualTo(BASE + "/roles")).willReturn(okJson("""
                        {"totalCount":4,"items":[{"id":"1","name":"Owner"},{"id":"2","name":"Manager"},
                         {"id":"3","name":"Developer"},{"id":"7","name":"Global admin"}]}""")));
    }

    @Test
    void theAccountOfAPublisherIsFoundWhateverTheCaseOfItsId() {
        accountsAre(listOf(account("PROVISIONING", CASE)));

        assertThat(partnerCenter.accountOf("CONTOSO"))
                .contains(new PartnerCenterAccount(
                        "acc-1",
                        "contoso",
                        "4391507",
                        "t-1",
                        PartnerCenterAccount.State.PROVISIONING,
                        CASE.toString()));
        server.verify(getRequestedFor(urlEqualTo(ACCOUNTS + "?publisherId=CONTOSO"))
                .withHeader("X-Locale", equalTo("en-US")));
    }

    @Test
    void theAccountOfANearTwinIsNotThisPublishers() {
        accountsAre(listOf(account("ACTIVE", CASE)));

        assertThat(partnerCenter.accountOf("contoso-")).isEmpty();
    }

    @Test
    void anAccountWithoutAStateIsUnavailable() {
        accountsAre(listOf("{\"accountId\":\"acc-1\",\"publisherId\":\"contoso\"}"));

        assertUnavailable(() -> partnerCenter.accountOf("contoso"));
    }

    @Test
    void anAccountIsOpenedUnderTheIdsOfTheCase() {
        server.stubFor(post(ACCOUNTS).willReturn(jsonResponse(account("PROVISIONING", CASE), 201)));

        assertThat(open("contoso")).isInstanceOfSatisfying(OpenAccountResult.Opened.class, opened -> assertThat(
                        opened.account().accountId())
                .isEqualTo("acc-1"));
        server.verify(postRequestedFor(urlEqualTo(ACCOUNTS))
                .withHeader("MS-RequestId", equalTo(KEY.requestId().toString()))
                .withHeader("MS-CorrelationId", equalTo(CASE.toString()))
                .withRequestBody(
                        equalToJson("{\"publisherId\":\"contoso\",\"mpnId\":\"4391507\",\"tenantId\":\"t-1\"}")));
    }

    @Test
    void anOpeningThatIsAnsweredIsOneCall() {
        server.stubFor(post(ACCOUNTS).willReturn(jsonResponse(account("PROVISIONING", CASE), 201)));

        open("contoso");

        server.verify(0, getRequestedFor(anyUrl()));
    }

    static Stream<ResponseDefinitionBuilder> lostAnswers() {
        return Stream.of(
                aResponse().withFault(Fault.EMPTY_RESPONSE),
                aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE),
                aResponse().withStatus(500),
                aResponse().withStatus(502),
                aResponse().withStatus(504),
                okJson("no JSON"));
    }

    @ParameterizedTest
    @MethodSource("lostAnswers")
    void anOpeningWhoseAnswerWasLostIsLookedForAndNotRepeated(ResponseDefinitionBuilder lost) {
        becomes(
                get(urlPathEqualTo(ACCOUNTS)),
                okJson(NOBODY),
                post(ACCOUNTS),
                lost,
                okJson(listOf(account("PROVISIONING", CASE))));

        assertThat(open("contoso")).isInstanceOf(OpenAccountResult.Opened.class);

        server.verify(1, postRequestedFor(urlEqualTo(ACCOUNTS)));
    }

    @ParameterizedTest
    @MethodSource("lostAnswers")
    void anOpeningThatWasLostItselfIsTheSameRequestAgain(ResponseDefinitionBuilder lost) {
        accountsAre(NOBODY);
        server.stubFor(post(ACCOUNTS).willReturn(lost));
        assertUnavailable(() -> open("contoso"));
        server.stubFor(post(ACCOUNTS).willReturn(jsonResponse(account("PROVISIONING", CASE), 201)));

        assertThat(open("contoso")).isInstanceOf(OpenAccountResult.Opened.class);

        server.verify(
                2,
                postRequestedFor(urlEqualTo(ACCOUNTS))
                        .withHeader("MS-RequestId", equalTo(KEY.requestId().toString())));
    }

    @Test
    void anAccountThatIsThereAlreadyIsOpenedByTheCaseOrAConflict() {
        server.stubFor(post(ACCOUNTS).willReturn(error(409, 4009)));

        accountsAre(listOf(account("PROVISIONING", CASE)));
        assertThat(open("contoso")).isInstanceOf(OpenAccountResult.Opened.class);
        accountsAre(listOf(account("ACTIVE", UUID.randomUUID())));
        assertThat(open("contoso")).isEqualTo(new OpenAccountResult.Conflict());
        accountsAre(listOf(account("PROVISIONING", UUID.randomUUID())));
        assertThat(open("contoso")).isEqualTo(new OpenAccountResult.Conflict());
    }

    @Test
    void aConflictOverAnAccountThatNobodySeesIsUnavailable() {
        accountsAre(NOBODY);
        server.stubFor(post(ACCOUNTS).willReturn(error(409, 4009)));

        assertUnavailable(() -> open("contoso"));
    }

    @Test
    void settingsAreReadByArea() {
        server.stubFor(get(COMPANY).willReturn(okJson("{\"city\":\"Redmond\",\"share\":0.10}")));
        server.stubFor(get(ACCOUNTS + "/acc-1/settings/payout").willReturn(error(404, 4004)));

        assertThat(partnerCenter.settingsOf("acc-1", SettingsArea.COMPANY))
                .contains(Map.of("city", "Redmond", "share", new BigDecimal("0.10")));
        assertThat(partnerCenter.settingsOf("acc-1", SettingsArea.PAYOUT)).isEmpty();
    }

    @Test
    void settingsAreWrittenInOneCall() {
        server.stubFor(put(COMPANY).willReturn(okJson("{\"share\":0.1,\"city\":\"Redmond\"}")));

        partnerCenter.putSettings(
                "acc-1", SettingsArea.COMPANY, Map.of("city", "Redmond", "share", new BigDecimal("0.10")), KEY);

        server.verify(putRequestedFor(urlEqualTo(COMPANY))
                .withHeader("MS-RequestId", equalTo(KEY.requestId().toString()))
                .withRequestBody(equalToJson("{\"city\":\"Redmond\",\"share\":0.10}")));
        server.verify(0, getRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @MethodSource("lostAnswers")
    void settingsWhoseAnswerWasLostAreLookedForAndNotWrittenAgain(ResponseDefinitionBuilder lost) {
        becomes(get(COMPANY), error(404, 4004), put(COMPANY), lost, okJson("{\"city\":\"Redmond\"}"));

        putCity();

        server.verify(1, putRequestedFor(urlEqualTo(COMPANY)));
    }

    @ParameterizedTest
    @MethodSource("lostAnswers")
    void settingsThatWereLostThemselvesAreUnavailable(ResponseDefinitionBuilder lost) {
        server.stubFor(put(COMPANY).willReturn(lost));
        for (var shown : List.of(error(404, 4004), okJson("{\"city\":\"Seattle\"}"))) {
            server.stubFor(get(COMPANY).willReturn(shown));

            assertUnavailable(this::putCity);
        }
    }

    @Test
    void settingsThatComeBackDifferentAreUnavailable() {
        server.stubFor(get(COMPANY).willReturn(error(404, 4004)));
        server.stubFor(put(COMPANY).willReturn(okJson("{\"city\":\"Seattle\"}")));

        assertUnavailable(this::putCity);
    }

    @Test
    void theUsersOfARoleAreRead() {
        membersAre("""
                {"totalCount":1,"items":[{"accountId":"acc-1","displayName":"Olga","id":"m-1","roleId":"2",
                 "userPrincipalName":"Owner@contoso.com"}]}""");

        assertThat(partnerCenter.usersOf("acc-1", PartnerRole.MANAGER))
                .containsExactly(new RoleMember("m-1", "Owner@contoso.com", "Olga", PartnerRole.MANAGER));
        partnerCenter.usersOf("acc-1", PartnerRole.MANAGER);
        server.verify(1, getRequestedFor(urlPathEqualTo(BASE + "/roles")));
        server.verify(2, getRequestedFor(urlEqualTo(MANAGERS + "?accountId=acc-1")));
    }

    @Test
    void membersWithoutTheirCountAreNotAllOfThem() {
        membersAre("{\"items\":[]}");

        assertUnavailable(() -> partnerCenter.usersOf("acc-1", PartnerRole.MANAGER));
    }

    @Test
    void aRoleThatPartnerCenterDoesNotHaveIsUnavailable() {
        server.stubFor(get(urlPathEqualTo(BASE + "/roles")).willReturn(okJson(NOBODY)));

        assertUnavailable(() -> partnerCenter.usersOf("acc-1", PartnerRole.OWNER));
    }

    @Test
    void theUsersOfARoleWhoseIdHasChangedAreRead() {
        managersGetAnotherId();
        server.stubFor(get(urlPathEqualTo(RENUMBERED)).willReturn(okJson(NOBODY)));

        assertThat(partnerCenter.usersOf("acc-1", PartnerRole.MANAGER)).isEmpty();
        assertThat(partnerCenter.usersOf("acc-1", PartnerRole.MANAGER)).isEmpty();
        server.verify(1, getRequestedFor(urlPathEqualTo(BASE + "/roles")));
        server.verify(2, getRequestedFor(urlPathEqualTo(RENUMBERED)));
    }

    @Test
    void aUserIsAddedToARoleWhoseIdHasChanged() {
        managersGetAnotherId();
        server.stubFor(post(urlPathEqualTo(RENUMBERED)).willReturn(member()));

        assertThat(add("Olga")).isEqualTo(new AddUserResult.Added());

        server.verify(
                1,
                postRequestedFor(urlEqualTo(RENUMBERED + "?accountId=acc-1"))
                        .withHeader("MS-RequestId", equalTo(KEY.requestId().toString())));
    }

    @Test
    void aUserIsTakenFromARoleWhoseIdHasChanged() {
        managersGetAnotherId();
        server.stubFor(delete(urlPathEqualTo(RENUMBERED + "/m-1")).willReturn(noContent()));

        partnerCenter.removeUser("acc-1", new RoleMember("m-1", "owner@contoso.com", "Olga", PartnerRole.MANAGER), KEY);

        server.verify(1, deleteRequestedFor(urlEqualTo(RENUMBERED + "/m-1?accountId=acc-1")));
    }

    @Test
    void aRoleThatIsNotFoundThoughItsIdIsTheSameIsUnavailable() {
        membersAre(NOBODY);
        partnerCenter.usersOf("acc-1", PartnerRole.MANAGER);
        server.stubFor(get(urlPathEqualTo(MANAGERS)).willReturn(error(404, 4004)));

        assertUnavailable(() -> partnerCenter.usersOf("acc-1", PartnerRole.MANAGER));
        server.verify(2, getRequestedFor(urlPathEqualTo(BASE + "/roles")));
        server.verify(2, getRequestedFor(urlPathEqualTo(MANAGERS)));
    }

    @Test
    void aUserIsAddedToTheRole() {
        server.stubFor(post(urlPathEqualTo(MANAGERS)).willReturn(member()));

        assertThat(add("Olga")).isEqualTo(new AddUserResult.Added());

        server.verify(postRequestedFor(urlEqualTo(MANAGERS + "?accountId=acc-1"))
                .withHeader("MS-RequestId", equalTo(KEY.requestId().toString()))
                .withRequestBody(
                        equalToJson("{\"displayName\":\"Olga\",\"userPrincipalName\":\"owner@contoso.com\"}")));
    }

    @Test
    void aUserWithoutANameIsShownByTheAddress() {
        server.stubFor(post(urlPathEqualTo(MANAGERS)).willReturn(member()));

        add(null);

        server.verify(postRequestedFor(urlPathEqualTo(MANAGERS))
                .withRequestBody(equalToJson(
                        "{\"displayName\":\"owner@contoso.com\",\"userPrincipalName\":\"owner@contoso.com\"}")));
    }

    @Test
    void anAddingWhoseAnswerWasLostIsTheSameRequestAgain() {
        server.stubFor(post(urlPathEqualTo(MANAGERS)).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        assertUnavailable(() -> add("Olga"));
        server.stubFor(post(urlPathEqualTo(MANAGERS)).willReturn(member()));

        assertThat(add("Olga")).isEqualTo(new AddUserResult.Added());

        server.verify(
                2,
                postRequestedFor(urlPathEqualTo(MANAGERS))
                        .withHeader("MS-RequestId", equalTo(KEY.requestId().toString())));
    }

    @Test
    void whoIsThereIsNotLookedUpForEachWhoIsAdded() {
        server.stubFor(post(urlPathEqualTo(MANAGERS)).willReturn(member()));

        add("Olga");

        server.verify(0, getRequestedFor(urlPathEqualTo(MANAGERS)));
    }

    @Test
    void aUserWhoIsThereAlreadyCountsAsAdded() {
        server.stubFor(post(urlPathEqualTo(MANAGERS)).willReturn(error(409, 4009)));

        assertThat(add("Olga")).isEqualTo(new AddUserResult.Added());
    }

    @Test
    void aRoleIsTakenFromAMemberAndNotTwice() {
        var member = new RoleMember("m-1", "owner@contoso.com", "Olga", PartnerRole.MANAGER);
        server.stubFor(delete(urlPathEqualTo(MANAGERS + "/m-1")).willReturn(noContent()));
        partnerCenter.removeUser("acc-1", member, KEY);
        server.stubFor(delete(urlPathEqualTo(MANAGERS + "/m-1")).willReturn(error(404, 4004)));
        partnerCenter.removeUser("acc-1", member, KEY);

        server.verify(
                2, deleteRequestedFor(urlPathEqualTo(MANAGERS + "/m-1")).withQueryParam("accountId", equalTo("acc-1")));
    }

    @Test
    void aMemberWhoCannotBeRemovedIsAFailure() {
        server.stubFor(delete(urlPathEqualTo(MANAGERS + "/m-1")).willReturn(error(404, 4040)));

        assertUnavailable(() -> partnerCenter.removeUser(
                "acc-1", new RoleMember("m-1", "owner@contoso.com", "Olga", PartnerRole.MANAGER), KEY));
    }

    @Test
    void aUserWhomPartnerCenterDoesNotTakeIsRefusedWithItsReason() {
        server.stubFor(post(urlPathEqualTo(MANAGERS)).willReturn(error(400, 4022)));

        assertThat(add("Olga")).isEqualTo(new AddUserResult.Refused("because"));
    }

    @Test
    void everyOtherRefusalOfAUserIsUnavailable() {
        server.stubFor(post(urlPathEqualTo(MANAGERS)).willReturn(error(400, 2000)));

        assertUnavailable(() -> add("Olga"));
    }

    @Test
    void activatingTellsThatTheAccountIsActive() {
        server.stubFor(post(ACCOUNTS + "/acc-1/activate").willReturn(okJson(account("ACTIVE", CASE))));

        partnerCenter.activate("acc-1", KEY);

        server.verify(postRequestedFor(urlEqualTo(ACCOUNTS + "/acc-1/activate"))
                .withHeader("MS-RequestId", equalTo(KEY.requestId().toString())));
    }

    @Test
    void anActivationThatDoesNotShowIsUnavailable() {
        server.stubFor(post(ACCOUNTS + "/acc-1/activate").willReturn(okJson(account("PROVISIONING", CASE))));

        assertUnavailable(() -> partnerCenter.activate("acc-1", KEY));
    }

    @Test
    void anAccountIsFoundByItsIdWhateverListsShow() {
        accountsAre(NOBODY);
        accountIs(okJson(account("SUSPENDED", CASE)));
        assertThat(partnerCenter.findAccount("acc-1").orElseThrow().state())
                .isEqualTo(PartnerCenterAccount.State.SUSPENDED);

        accountIs(error(404, 4004));
        assertThat(partnerCenter.findAccount("acc-1")).isEmpty();
    }

    static Stream<ResponseDefinitionBuilder> answersThatTellNothingOfTheAccount() {
        return Stream.of(
                error(404, 1),
                aResponse().withStatus(404),
                error(403, 4003),
                okJson(""),
                okJson("{}"),
                okJson(NOBODY),
                okJson("{\"accountId\":\"acc-1\",\"publisherId\":\"contoso\"}"),
                okJson(account("PROVISIONING", CASE).replace("acc-1", "acc-2")));
    }

    @ParameterizedTest
    @MethodSource("answersThatTellNothingOfTheAccount")
    void anAccountWhoseStateIsNotToldIsNotAskedToGo(ResponseDefinitionBuilder answer) {
        accountsAre(NOBODY);
        accountIs(answer);

        assertUnavailable(() -> partnerCenter.findAccount("acc-1"));
        assertUnavailable(() -> partnerCenter.close(OPENED, KEY));
        server.verify(0, deleteRequestedFor(urlEqualTo(ACCOUNT)));
    }

    @Test
    void aProvisionalAccountIsRemovedAlsoWhereNoListShowsIt() {
        accountsAre(NOBODY);
        accountIs(okJson(account("PROVISIONING", CASE)));
        server.stubFor(delete(ACCOUNT).willReturn(noContent()));

        assertThat(partnerCenter.close(OPENED, KEY)).isEqualTo(new CloseAccountResult.Closed());
        server.verify(deleteRequestedFor(urlEqualTo(ACCOUNT))
                .withHeader("MS-RequestId", equalTo(KEY.requestId().toString())));
    }

    @Test
    void anAccountThatIsGoneCountsAsRemovedBeforeAndAfterItIsAskedFor() {
        accountIs(error(404, 4004));
        assertThat(partnerCenter.close(OPENED, KEY)).isEqualTo(new CloseAccountResult.Closed());

        accountIs(okJson(account("PROVISIONING", CASE)));
        server.stubFor(delete(ACCOUNT).willReturn(error(404, 4004)));
        assertThat(partnerCenter.close(OPENED, KEY)).isEqualTo(new CloseAccountResult.Closed());
    }

    @Test
    void anAccountThatHasBecomeActiveIsNotEvenAskedToGo() {
        accountIs(okJson(account("ACTIVE", CASE)));

        assertThat(partnerCenter.close(OPENED, KEY)).isEqualTo(new CloseAccountResult.InUse());
        server.verify(0, deleteRequestedFor(urlEqualTo(ACCOUNT)));
    }

    @Test
    void anAccountThatBecomesActiveAtThatMomentStays() {
        accountIs(okJson(account("PROVISIONING", CASE)));
        server.stubFor(delete(ACCOUNT).willReturn(error(409, 4010)));

        assertThat(partnerCenter.close(OPENED, KEY)).isEqualTo(new CloseAccountResult.InUse());
    }

    @Test
    void aSystemThatIsDownIsAskedOnce() {
        server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(503)));

        assertUnavailable(() -> open("contoso"));
        server.verify(1, anyRequestedFor(anyUrl()));
    }

    private OpenAccountResult open(String publisherId) {
        return partnerCenter.open(publisherId, "4391507", "t-1", KEY);
    }

    private void putCity() {
        partnerCenter.putSettings("acc-1", SettingsArea.COMPANY, Map.of("city", "Redmond"), KEY);
    }

    private AddUserResult add(String displayName) {
        return partnerCenter.addUser("acc-1", PartnerRole.MANAGER, "owner@contoso.com", displayName, KEY);
    }

    private static void becomes(
            MappingBuilder read,
            ResponseDefinitionBuilder before,
            MappingBuilder write,
            ResponseDefinitionBuilder answer,
            ResponseDefinitionBuilder afterwards) {
        server.stubFor(read.inScenario("write").whenScenarioStateIs(STARTED).willReturn(before));
        server.stubFor(write.inScenario("write").willSetStateTo("written").willReturn(answer));
        server.stubFor(read.withId(UUID.randomUUID())
                .inScenario("write")
                .whenScenarioStateIs("written")
                .willReturn(afterwards));
    }

    private static void accountsAre(String json) {
        server.stubFor(get(urlPathEqualTo(ACCOUNTS)).willReturn(okJson(json)));
    }

    private static void accountIs(ResponseDefinitionBuilder answer) {
        server.stubFor(get(ACCOUNT).willReturn(answer));
    }

    private static void membersAre(String json) {
        server.stubFor(get(urlPathEqualTo(MANAGERS)).willReturn(okJson(json)));
    }

    private static String listOf(String account) {
        return "{\"totalCount\":1,\"items\":[%s]}".formatted(account);
    }

    private static String account(String state, UUID openedBy) {
        return """
                {"accountId":"acc-1","publisherId":"contoso","mpnId":"4391507","tenantId":"t-1","state":"%s",
                 "correlationId":"%s"}""".formatted(state, openedBy);
    }

    /** After the ids of the roles were read once, the managers' role is another one. */
    private void managersGetAnotherId() {
        membersAre(NOBODY);
        partnerCenter.usersOf("acc-1", PartnerRole.MANAGER);
        server.resetRequests();
        server.stubFor(any(urlPathMatching(MANAGERS + ".*")).willReturn(error(404, 4004)));
        server.stubFor(get(urlPathEqualTo(BASE + "/roles")).willReturn(okJson("""
                        {"totalCount":1,"items":[{"id":"22","name":"Manager"}]}""")));
    }

    private static ResponseDefinitionBuilder member() {
        return jsonResponse("""
                {"accountId":"acc-1","displayName":"Olga","id":"m-1","roleId":"2",
                 "userPrincipalName":"owner@contoso.com"}""", 201);
    }

    private static ResponseDefinitionBuilder error(int status, int code) {
        return jsonResponse(
                "{\"code\":%d,\"description\":\"because\",\"data\":[],\"source\":\"PartnerFD\"}".formatted(code),
                status);
    }

    private static void assertUnavailable(ThrowingCallable call) {
        assertThatExceptionOfType(PartnerCenterUnavailable.class).isThrownBy(call);
    }
}
