package io.accountmigration.outside.partnercenter;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.accountmigration.outside.OutsideSystems;
import io.accountmigration.outside.OutsideTest;
import io.accountmigration.outside.WaysOut;
import io.accountmigration.partner.AccountUser;
import io.accountmigration.partner.PartnerCenterUnavailable;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountUsersReaderTest extends OutsideTest {

    private static final String ROLES = "/partner-center/v1/roles";
    private static final String OLGA = member("m-1", "olga@contoso.com", "acc-1");
    private static final String NOBODY = "{\"totalCount\":0,\"items\":[]}";

    private HttpPartnerCenter partnerCenter;

    @BeforeEach
    void open() {
        open(WaysOut.to(server));
        WaysOut.issueToken(server, "token");
        rolesAnswer(okJson("""
                {"totalCount":3,"items":[{"id":"2","name":"Manager"},{"id":"3","name":"Developer"},
                 {"id":"x9","name":"Stargazer"}]}"""));
        membersAnswer("2", okJson(NOBODY));
        membersAnswer("3", okJson(NOBODY));
        membersAnswer("x9", okJson(NOBODY));
    }

    @Test
    void everyUserIsThereOnceWithAllRolesTheUnknownOnesToo() {
        membersAnswer("2", okJson(listOf(1, OLGA)));
        membersAnswer("3", okJson(listOf(2, OLGA, member("m-2", "dev@contoso.com", "acc-1"))));
        membersAnswer("x9", okJson(listOf(1, member("m-3", "star@contoso.com", "acc-1"))));

        assertThat(partnerCenter.rosterOf("acc-1"))
                .containsExactlyInAnyOrder(
                        new AccountUser("m-1", "olga@contoso.com", "A user", Set.of("Manager", "Developer")),
                        new AccountUser("m-2", "dev@contoso.com", "A user", Set.of("Developer")),
                        new AccountUser("m-3", "star@contoso.com", "A user", Set.of("Stargazer")));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void membersThatComeInPagesAreReadToTheEnd(int firstTotal) {
        var links = "{\"next\":{\"uri\":\"/roles/2/usermembers?accountId=acc-1&seekOperation=Next\",\"headers\":"
                + "[{\"key\":\"MS-ContinuationToken\",\"value\":\"AAAA\"}]}}";
        membersAnswer(
                "2", okJson("{\"totalCount\":%d,\"items\":[%s],\"links\":%s}".formatted(firstTotal, OLGA, links)));
        server.stubFor(get("/partner-center/v1/roles/2/usermembers?accountId=acc-1&seekOperation=Next")
                .withHeader("MS-ContinuationToken", equalTo("AAAA"))
                .willReturn(okJson(listOf(
                        firstTotal == 1 ? 2 : 3,
                        member("m-2", "dev@contoso.com", "acc-1"),
                        member("m-3", "star@contoso.com", "acc-1")))));

        assertThat(partnerCenter.rosterOf("acc-1")).hasSize(3);
    }

    @Test
    void aPageOfMembersThatIsMissingFailsTheRoster() {
        var links = "{\"next\":{\"uri\":\"/roles/2/usermembers?accountId=acc-1&page=2\"}}";
        membersAnswer("2", okJson("{\"totalCount\":1,\"items\":[%s],\"links\":%s}".formatted(OLGA, links)));
        server.stubFor(get("/partner-center/v1/roles/2/usermembers?accountId=acc-1&page=2")
                .willReturn(jsonResponse("{}", 500)));

        assertUnavailable();
    }

    @Test
    void rolesAreReadAnewForEachRoster() {
        partnerCenter.rosterOf("acc-1");
        partnerCenter.rosterOf("acc-1");

        server.verify(2, getRequestedFor(urlPathEqualTo(ROLES)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                NOBODY,
                "{\"items\":[{\"id\":\"2\",\"name\":\"Manager\"}]}",
                "{\"totalCount\":2,\"items\":[{\"id\":\"2\",\"name\":\"Manager\"}]}",
                "{\"totalCount\":1,\"items\":[{\"id\":\"../accounts\",\"name\":\"Manager\"}]}",
                "{\"totalCount\":1,\"items\":[{\"id\":\"2\""
            })
    void rolesThatAreEmptyOrAPartFailTheRoster(String body) {
        rolesAnswer(okJson(body));

        assertUnavailable();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"items\":[]}",
                "{\"totalCount\":1,\"items\":[]}",
                "{\"totalCount\":1,\"items\":[{\"id\":\"m-1\"}]}",
                "{\"totalCount\":1,\"items\":[{\"id\":\"m-1\",\"userPr"
            })
    void membersThatDoNotAddUpFailTheRoster(String body) {
        membersAnswer("2", okJson(listOf(1, OLGA)));
        membersAnswer("x9", okJson(body));

        assertUnavailable();
    }

    @Test
    void membersOfAnotherAccountFailTheRoster() {
        membersAnswer("2", okJson(listOf(1, member("m-9", "mallory@fabrikam.com", "acc-2"))));

        assertUnavailable();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 410, 429, 500, 503})
    void oneRoleThatCannotBeReadFailsTheRoster(int status) {
        membersAnswer("2", okJson(listOf(1, OLGA)));
        membersAnswer("x9", jsonResponse("{\"code\":4004,\"description\":\"because\"}", status));

        assertUnavailable();
    }

    @Test
    void aRoleThatAnswersTooLateFailsTheRoster() throws Exception {
        systems.destroy();
        open(WaysOut.impatientlyTo(server));
        membersAnswer("x9", aResponse().withFixedDelay(2_000).withBody(NOBODY));

        assertUnavailable();
    }

    @Test
    void aTokenThatIsTakenNoLongerIsReplacedByOneNewOne() {
        rolesAnswer(jsonResponse("{\"code\":\"Unauthorized\"}", 401));
        assertUnavailable();
        rolesAnswer(okJson("{\"totalCount\":1,\"items\":[{\"id\":\"2\",\"name\":\"Manager\"}]}"));

        assertThat(partnerCenter.rosterOf("acc-1")).isEmpty();
        server.verify(2, postRequestedFor(urlPathEqualTo(WaysOut.TOKEN_PATH)));
    }

    private void open(OutsideSystems ways) {
        systems = ways;
        partnerCenter = new HttpPartnerCenter(new PartnerCenterConnection(
                systems,
                new PartnerCenterProperties(
                        WaysOut.url("/partner-center"), WaysOut.url(WaysOut.TOKEN_PATH), "id", "secret", null)));
    }

    private void assertUnavailable() {
        assertThatExceptionOfType(PartnerCenterUnavailable.class).isThrownBy(() -> partnerCenter.rosterOf("acc-1"));
    }

    private static void rolesAnswer(ResponseDefinitionBuilder answer) {
        server.stubFor(get(ROLES + "?accountId=acc-1").willReturn(answer));
    }

    private static void membersAnswer(String roleId, ResponseDefinitionBuilder answer) {
        server.stubFor(
                get(ROLES + "/" + roleId + "/usermembers?accountId=acc-1").willReturn(answer));
    }

    private static String listOf(int count, String... members) {
        return "{\"totalCount\":%d,\"items\":[%s]}".formatted(count, String.join(",", members));
    }

    private static String member(String id, String userPrincipalName, String accountId) {
        return """
                {"accountId":"%s","displayName":"A user","id":"%s","roleId":"2","userPrincipalName":"%s"}""".formatted(accountId, id, userPrincipalName);
    }
}
