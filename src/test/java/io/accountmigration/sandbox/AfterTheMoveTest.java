package io.accountmigration.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the simulated systems offer for synchronising users after a move. */
class AfterTheMoveTest extends SandboxTest {

    private static final String SYNC = UUID.nameUUIDFromBytes("user-sync/woodgrove".getBytes(StandardCharsets.UTF_8))
            .toString();

    private static final String WOODGROVE = "/cpp/api/publishers/woodgrove";
    private static final String COMPANY = WOODGROVE + "/settings/company";

    @Test
    void thePublishersThatHaveMovedAreListedWithTheirAccounts() throws Exception {
        var moved = get("/cpp/api/publishers?status=READ_ONLY").body();

        assertThat(moved.path("totalCount").asInt()).isEqualTo(1);
        assertThat(moved.at("/items/0/publisherId").asText()).isEqualTo("woodgrove");
        assertThat(moved.at("/items/0/accountId").asText()).isEqualTo(accountId());
        assertThat(get("/cpp/api/publishers?status=ACTIVE").status()).isEqualTo(400);
    }

    @Test
    void theSettingsOfAPublisherThatHasMovedAreReplaced() throws Exception {
        var before = get(WOODGROVE).header("ETag");

        var written = wire("PUT", COMPANY, "{\"city\":\"Oslo\"}", "If-Match", before);

        assertThat(written.status()).isEqualTo(200);
        assertThat(written.body().path("city").asText()).isEqualTo("Oslo");
        assertThat(written.header("ETag"))
                .isNotEqualTo(before)
                .isEqualTo(get(WOODGROVE).header("ETag"));
        assertThat(account().at("/cpp/settings/company/city").asText()).isEqualTo("Oslo");
        var again = wire("PUT", COMPANY, "{\"city\":\"Oslo\"}", "If-Match", written.header("ETag"));
        assertThat(again.header("ETag")).isEqualTo(written.header("ETag"));
        assertThat(effects()).containsExactly("true", "false");
    }

    @Test
    void settingsThatCannotBeReplacedAreRefused() throws Exception {
        assertThat(wire("PUT", COMPANY, "{}").status()).isEqualTo(400);
        assertThat(wire("PUT", COMPANY, "{}", "If-Match", "\"0\"").status()).isEqualTo(412);
        assertThat(wire("PUT", COMPANY, "[]", "If-Match", "*").status()).isEqualTo(400);
        assertThat(wire("PUT", WOODGROVE + "/settings/offers", "{}", "If-Match", "*")
                        .status())
                .isEqualTo(400);
        assertThat(wire("PUT", "/cpp/api/publishers/nobody/settings/company", "{}", "If-Match", "*")
                        .status())
                .isEqualTo(404);
        var notMoved = wire("PUT", "/cpp/api/publishers/contoso/settings/company", "{}", "If-Match", "*");
        assertThat(notMoved.status()).isEqualTo(409);
        assertThat(notMoved.body().at("/error/code").asText()).isEqualTo("PublisherNotMoved");
    }

    @Test
    void aUserWhoIsRenamedKeepsTheId() throws Exception {
        var renamed = wire(
                "PUT",
                WOODGROVE + "/users/u2",
                "{\"address\":\"renamed@woodgrove.com\",\"role\":\"CONTRIBUTOR\"}",
                "If-Match",
                get(WOODGROVE + "/users").header("ETag"),
                "MS-CorrelationId",
                SYNC);

        assertThat(renamed.body().path("userId").asText()).isEqualTo("u2");
        var users = get(WOODGROVE + "/users").body().path("items");
        assertThat(users.findValuesAsText("userId")).containsExactly("u1", "u2", "u3");
        assertThat(users.findValuesAsText("address")).contains("renamed@woodgrove.com");
    }

    @Test
    void theWritesShowWhichOfThemChangedAUser() throws Exception {
        var olga = "{\"address\":\"olga@woodgrove.com\",\"role\":\"OWNER\"}";
        wire("PUT", WOODGROVE + "/users/u9", olga, "If-Match", "*", "MS-CorrelationId", SYNC);
        wire("PUT", WOODGROVE + "/users/u9", olga, "If-Match", "*", "MS-CorrelationId", SYNC);
        wire("PUT", WOODGROVE + "/users/u9", olga, "If-Match", "\"0\"", "MS-CorrelationId", SYNC);
        wire("DELETE", WOODGROVE + "/users/u9", null, "If-Match", "*", "MS-CorrelationId", SYNC);
        wire("DELETE", WOODGROVE + "/users/u9", null, "If-Match", "*", "MS-CorrelationId", SYNC);

        assertThat(effects()).containsExactly("true", "false", "false", "true", "false");
    }

    @Test
    void aProfileIsEditedInPartnerCenter() throws Exception {
        var edit = "/accounts/woodgrove/partner-center/settings/";

        var edited = control("PUT", edit + "payout", "{\"currency\":\"NOK\"}");

        assertThat(edited.body().at("/partnerCenter/settings/payout/currency").asText())
                .isEqualTo("NOK");
        assertThat(edited.body().at("/cpp/settings/payout/currency").asText()).isNotEqualTo("NOK");
        assertThat(get("/partner-center/v1/accounts/" + accountId() + "/settings/payout")
                        .body()
                        .path("currency")
                        .asText())
                .isEqualTo("NOK");
        assertThat(control("PUT", edit + "offers", "{}").status()).isEqualTo(400);
        assertThat(control("PUT", "/accounts/contoso/partner-center/settings/payout", "{}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aRoleThatNobodyKnowsCanBeHeldAndIsListed() throws Exception {
        var put = control("PUT", "/accounts/woodgrove/partner-center/users/x-1", """
                {"address":"x@woodgrove.com","roles":["Stargazer first class","Manager"],"active":true}""");

        assertThat(put.status()).isEqualTo(200);
        assertThat(put.body().at("/partnerCenter/users").findValues("roles").toString())
                .contains("Stargazer first class");
        var roles = get("/partner-center/v1/roles?accountId=" + accountId()).body();
        assertThat(roles.path("totalCount").asInt()).isEqualTo(8);
        assertThat(roles.path("items").findValuesAsText("name")).contains("Owner", "Stargazer first class");
        var members = get("/partner-center/v1/roles/Stargazer%20first%20class/usermembers?accountId=" + accountId())
                .body();
        assertThat(members.path("items").findValuesAsText("id")).containsExactly("x-1");
        assertThat(lastRecord().path("resourceNewValue").asText()).contains("Stargazer first class");
        assertThat(control("PUT", "/accounts/woodgrove/partner-center/users/x-1", """
                        {"address":"x@woodgrove.com","roles":["a,b"]}""")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void theUsersOfATenantThatIsRemovedAreInTheFeed() throws Exception {
        var users = account().at("/partnerCenter/users").findValuesAsText("userId");
        var tenantId = account().at("/membership/tenants/0/tenantId").asText();
        clock.advance(Duration.ofMinutes(1));

        control("DELETE", "/accounts/woodgrove/tenants/" + tenantId, null);

        var removals = get(feedSince("2020-03-02T09:00:30Z")).body().path("items");
        assertThat(removals.findValuesAsText("operationType"))
                .hasSize(users.size())
                .containsOnly("remove_partner_user");
        assertThat(removals.findValuesAsText("resourceNewValue").toString()).contains(users);
    }

    @ParameterizedTest
    @ValueSource(ints = {410, 500})
    void theFeedCanBeMadeToFail(int status) throws Exception {
        fault("\"kind\":\"STATUS\",\"status\":" + status);

        assertThat(get(feedSince("2020-01-01")).status()).isEqualTo(status);
        assertThat(get(feedSince("2020-01-01")).status()).isEqualTo(200);
    }

    @Test
    void theFeedCanBeMadeToReturnNothingOrHalf() throws Exception {
        fault("\"kind\":\"EMPTY\"");
        var empty = get(feedSince("2020-01-01"));
        assertThat(empty.status()).isEqualTo(200);
        assertThat(empty.body().path("items")).isEmpty();
        assertThat(empty.body().path("totalCount").asInt()).isZero();

        fault("\"kind\":\"TRUNCATED\"");
        assertThat(get(feedSince("2020-01-01")).body()).isNull();
    }

    private void fault(String what) throws Exception {
        control("POST", "/faults", "{\"system\":\"partner-center\",\"pathPrefix\":\"/v1/auditrecords\"," + what + "}");
    }

    private String feedSince(String start) throws Exception {
        return "/partner-center/v1/auditrecords?accountId=" + accountId() + "&startDate=" + start;
    }

    private JsonNode lastRecord() throws Exception {
        var items = get(feedSince("2020-01-01")).body().path("items");
        return items.get(items.size() - 1);
    }

    private String accountId() throws Exception {
        return account().at("/partnerCenter/accountId").asText();
    }

    private JsonNode account() throws Exception {
        return control("GET", "/accounts/woodgrove", null).body();
    }

    private List<String> effects() throws Exception {
        return control("GET", "/writes?publisherId=woodgrove", null).body().findValuesAsText("effect");
    }
}
