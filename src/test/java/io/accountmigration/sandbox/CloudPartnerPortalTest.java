package io.accountmigration.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CloudPartnerPortalTest extends SandboxTest {

    private static final String WOODGROVE = "/cpp/api/publishers/woodgrove";
    private static final String SYNC = UUID.nameUUIDFromBytes("user-sync/woodgrove".getBytes(StandardCharsets.UTF_8))
            .toString();

    private static final String CONTOSO = "/cpp/api/publishers/contoso";
    private static final String SWITCH = "{\"accountId\":\"a-1\"}";

    @Test
    void aPublisherIsFoundInAnyCase() throws Exception {
        var answer = get("/cpp/api/publishers/CONTOSO");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag")).isNotBlank();
        assertThat(answer.body().path("publisherId").asText()).isEqualTo("contoso");
        assertThat(answer.body().path("displayName").asText()).isEqualTo("Contoso, Ltd");
        assertThat(answer.body().path("status").asText()).isEqualTo("ACTIVE");
        assertThat(answer.body().path("lock").isNull()).isTrue();
        assertThat(answer.body().path("accountId").isNull()).isTrue();
        assertThat(answer.body().path("mpnId").asText()).isEqualTo("4391507");
        assertThat(answer.body().path("settings").fieldNames()).toIterable().contains("agreement", "company", "payout");
    }

    @Test
    void anUnknownPublisherIsNotFound() throws Exception {
        var answer = get("/cpp/api/publishers/nobody");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body().at("/error/code").asText()).isEqualTo("PublisherNotFound");
    }

    @Test
    void aCallWithoutTokenOrVersionIsTurnedAway() throws Exception {
        assertThat(call(request("GET", CONTOSO + "?api-version=2017-10-31", null))
                        .status())
                .isEqualTo(401);
        var other = wire("GET", "/cpp/api/publishers/contoso?api-version=1", null);
        assertThat(other.status()).isEqualTo(400);
        assertThat(other.body().at("/error/code").asText()).isEqualTo("InvalidAPIVersion");
    }

    @Test
    void anAddressNamesItsPublishersAndRole() throws Exception {
        var items = get("/cpp/api/publishers?user=Owner@Contoso.com").body().path("items");

        assertThat(items).hasSize(1);
        assertThat(items.at("/0/publisherId").asText()).isEqualTo("contoso");
        assertThat(items.at("/0/role").asText()).isEqualTo("OWNER");
        assertThat(get("/cpp/api/publishers?user=owner@alpine.com").body().path("items"))
                .isEmpty();
    }

    @Test
    void theUsersSayWhatTheyAre() throws Exception {
        var items = get("/cpp/api/publishers/wingtip/users").body().path("items");

        assertThat(items.findValuesAsText("type")).contains("USER", "GROUP", "SERVICE_PRINCIPAL");
        assertThat(items.findValuesAsText("role")).contains("OWNER", "CONTRIBUTOR");
    }

    @Test
    void aLockKeepsOtherCasesOutUntilItEndsByItself() throws Exception {
        var first = wire("PUT", CONTOSO + "/lock", lock("case-1", "2020-03-02T10:00:00Z"));
        assertThat(first.body().path("status").asText()).isEqualTo("LOCKED");
        assertThat(first.body().at("/lock/caseId").asText()).isEqualTo("case-1");
        assertThat(first.body().at("/lock/until").asText()).isEqualTo("2020-03-02T10:00:00Z");
        assertThat(wire("PUT", CONTOSO + "/lock", lock("case-1", "2020-03-02T10:00:00Z"))
                        .status())
                .isEqualTo(200);
        var other = wire("PUT", CONTOSO + "/lock", lock("case-2", "2099-03-02T10:00:00Z"));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.body().at("/error/code").asText()).isEqualTo("PublisherLocked");

        clock.advance(Duration.ofDays(3650));

        assertThat(get(CONTOSO).body().path("status").asText()).isEqualTo("ACTIVE");
        assertThat(wire("PUT", CONTOSO + "/lock", lock("case-2", "2099-03-02T10:00:00Z"))
                        .status())
                .isEqualTo(200);
        assertThat(control("GET", "/writes?publisherId=contoso", null).body().findValuesAsText("effect"))
                .containsExactly("true", "false", "false", "true");
        clock.advance(Duration.ofDays(-3650));
    }

    @Test
    void onlyTheLockingCaseUnlocks() throws Exception {
        wire("PUT", CONTOSO + "/lock", lock("case-1", "2020-03-02T10:00:00Z"));

        assertThat(wire("DELETE", CONTOSO + "/lock?caseId=case-2", null).status())
                .isEqualTo(409);
        assertThat(wire("DELETE", CONTOSO + "/lock?caseId=case-1", null).status())
                .isEqualTo(204);
        assertThat(wire("DELETE", CONTOSO + "/lock?caseId=case-1", null)
                        .body()
                        .at("/error/code")
                        .asText())
                .isEqualTo("LockNotFound");
    }

    @Test
    void aLockDoesNotMakeTheEtagStaleAndAnEditDoes() throws Exception {
        var etag = get(CONTOSO).header("ETag");
        wire("PUT", CONTOSO + "/lock", lock("case-1", "2020-03-02T10:00:00Z"));
        assertThat(get(CONTOSO).header("ETag")).isEqualTo(etag);

        control("PUT", "/accounts/contoso/cpp/users/u9", """
                {"address":"new@contoso.com","roles":["CONTRIBUTOR"],"active":true}""");

        assertThat(get(CONTOSO).header("ETag")).isNotEqualTo(etag);
        assertThat(wire("POST", CONTOSO + "/switch", SWITCH, "If-Match", etag).status())
                .isEqualTo(412);
        assertThat(wire("POST", CONTOSO + "/switch", SWITCH).status()).isEqualTo(400);
    }

    @Test
    void aSwitchMakesThePublisherReadOnlyOnce() throws Exception {
        var etag = get(CONTOSO).header("ETag");
        wire("PUT", CONTOSO + "/lock", lock("case-1", "2020-03-02T10:00:00Z"));

        var switched = wire("POST", CONTOSO + "/switch", SWITCH, "If-Match", etag);

        assertThat(switched.status()).isEqualTo(200);
        assertThat(switched.body().path("status").asText()).isEqualTo("READ_ONLY");
        assertThat(switched.body().path("accountId").asText()).isEqualTo("a-1");
        assertThat(switched.body().path("lock").isNull()).isTrue();
        assertThat(wire("POST", CONTOSO + "/switch", SWITCH, "If-Match", "\"old\"")
                        .status())
                .isEqualTo(200);
        var other = wire("POST", CONTOSO + "/switch", "{\"accountId\":\"a-2\"}", "If-Match", etag);
        assertThat(other.body().at("/error/code").asText()).isEqualTo("PublisherReadOnly");
        assertThat(wire("PUT", CONTOSO + "/lock", lock("case-2", "2020-03-02T10:00:00Z"))
                        .status())
                .isEqualTo(409);
        assertThat(control("GET", "/writes?publisherId=CONTOSO", null).body().findValuesAsText("effect"))
                .containsExactly("true", "true", "false", "false", "false");
    }

    @Test
    void usersAreWrittenAgainstTheEtag() throws Exception {
        var body = """
                {"address":"x@contoso.com","displayName":"X","type":"USER","role":"CONTRIBUTOR","active":true}""";
        var users = WOODGROVE + "/users/u9";
        assertThat(wire("PUT", users, body, "MS-CorrelationId", SYNC).status()).isEqualTo(400);

        var put = wire("PUT", users, body, "If-Match", get(WOODGROVE).header("ETag"), "MS-CorrelationId", SYNC);
        assertThat(put.status()).isEqualTo(200);
        assertThat(get(WOODGROVE + "/users").body().path("items").findValuesAsText("userId"))
                .contains("u9");
        assertThat(wire("DELETE", users, null, "If-Match", put.header("ETag"), "MS-CorrelationId", SYNC)
                        .status())
                .isEqualTo(204);
        assertThat(get(WOODGROVE + "/users").body().path("items").findValuesAsText("userId"))
                .doesNotContain("u9");
    }

    @Test
    void onlyTheUserSyncWritesUsersAndOnlyAfterTheMove() throws Exception {
        var body = "{\"address\":\"x@woodgrove.com\",\"role\":\"CONTRIBUTOR\"}";
        for (var method : List.of("PUT", "DELETE")) {
            var before = wire(method, CONTOSO + "/users/u1", body, "If-Match", "*", "MS-CorrelationId", SYNC);
            assertThat(before.status()).isEqualTo(409);
            assertThat(before.body().at("/error/code").asText()).isEqualTo("PublisherNotMoved");
            for (var other : List.of("8e4b1a1e-0000-0000-0000-000000000000", "")) {
                var after = wire(method, WOODGROVE + "/users/u2", body, "If-Match", "*", "MS-CorrelationId", other);
                assertThat(after.status()).isEqualTo(409);
                assertThat(after.body().at("/error/code").asText()).isEqualTo("PublisherReadOnly");
            }
        }
        assertThat(get(WOODGROVE + "/users").body().path("items").findValuesAsText("userId"))
                .contains("u2");
    }

    @Test
    void theSearchForAnOwnerMakesAnActiveOwnerAndOnlyBeforeTheMove() throws Exception {
        var owner = "{\"address\":\"named@contoso.com\",\"role\":\"OWNER\",\"active\":true}";
        var contoso = searchOf("contoso");
        assertThat(wire("PUT", CONTOSO + "/users/u9", owner, "MS-CorrelationId", contoso)
                        .status())
                .isEqualTo(400);
        for (var other : List.of(owner.replace("OWNER", "CONTRIBUTOR"), owner.replace("true", "false"))) {
            var refused = wire("PUT", CONTOSO + "/users/u9", other, "If-Match", "*", "MS-CorrelationId", contoso);
            assertThat(refused.body().at("/error/code").asText()).isEqualTo("PublisherNotMoved");
        }
        var made = wire("PUT", CONTOSO + "/users/u9", owner, "If-Match", "*", "MS-CorrelationId", contoso);
        assertThat(made.status()).isEqualTo(200);
        assertThat(get(CONTOSO + "/users").body().path("items").findValuesAsText("userId"))
                .contains("u9");

        var removed = wire("DELETE", CONTOSO + "/users/u9", null, "If-Match", "*", "MS-CorrelationId", contoso);
        assertThat(removed.body().at("/error/code").asText()).isEqualTo("PublisherNotMoved");
        var moved =
                wire("PUT", WOODGROVE + "/users/u9", owner, "If-Match", "*", "MS-CorrelationId", searchOf("woodgrove"));
        assertThat(moved.body().at("/error/code").asText()).isEqualTo("PublisherReadOnly");
    }

    private static String searchOf(String publisherId) {
        return UUID.nameUUIDFromBytes(("owner-search/" + publisherId).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    @Test
    void anAddressMayHaveToBeTheOnlyOne() throws Exception {
        control("PUT", "/behaviour", "{\"uniqueAddresses\":\"ACTIVE\"}");
        var taken = "{\"address\":\"OWNER@woodgrove.com\",\"role\":\"CONTRIBUTOR\",\"active\":%s}";
        var users = WOODGROVE + "/users/u9";

        var refused = wire("PUT", users, taken.formatted(true), "If-Match", "*", "MS-CorrelationId", SYNC);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().at("/error/code").asText()).isEqualTo("AddressInUse");
        assertThat(wire("PUT", users, taken.formatted(false), "If-Match", "*", "MS-CorrelationId", SYNC)
                        .status())
                .isEqualTo(200);
        control("PUT", "/behaviour", "{\"uniqueAddresses\":\"ALL\"}");
        assertThat(wire("PUT", users, taken.formatted(false), "If-Match", "*", "MS-CorrelationId", SYNC)
                        .status())
                .isEqualTo(409);
        control("POST", "/reset", null);
        assertThat(control("GET", "/behaviour", null)
                        .body()
                        .path("uniqueAddresses")
                        .asText())
                .isEqualTo("NONE");
    }

    private static String lock(String caseId, String until) {
        return "{\"caseId\":\"%s\",\"until\":\"%s\"}".formatted(caseId, until);
    }
}
