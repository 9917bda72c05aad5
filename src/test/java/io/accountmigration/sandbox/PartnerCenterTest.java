package io.accountmigration.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class PartnerCenterTest extends SandboxTest {

    @Test
    void aNumberIsValidMalformedOrUnknown() throws Exception {
        var valid = get("/partner-center/v1/profiles/mpn?mpnId=4391507");
        assertThat(valid.status()).isEqualTo(200);
        assertThat(valid.body().path("mpnId").asText()).isEqualTo("4391507");
        assertThat(valid.body().path("profileType").asText()).isEqualTo("MpnProfile");

        var unknown = get("/partner-center/v1/profiles/mpn?mpnId=9999999");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.body().path("code").asInt()).isEqualTo(3000);
        assertThat(unknown.body().path("description").asText())
                .isEqualTo("Partner Organization with partner_id 9999999 could not be found");
        assertThat(unknown.body().path("source").asText()).isEqualTo("PartnerFD");

        var letters = get("/partner-center/v1/profiles/mpn?mpnId=abc");
        assertThat(letters.status()).isEqualTo(400);
        assertThat(letters.body().path("code").asInt()).isEqualTo(2000);
        assertThat(get("/partner-center/v1/profiles/mpn?mpnId=123456")
                        .body()
                        .path("code")
                        .asInt())
                .isEqualTo(2200);
    }

    @Test
    void aNumberHasTenants() throws Exception {
        var partnerId = account("adventure-works").path("acceptedPartnerId").asText();

        var items = get("/partner-center/v1/profiles/mpn/" + partnerId + "/tenants")
                .body()
                .path("items");

        assertThat(items).hasSize(1);
        assertThat(items.at("/0/displayName").asText()).isEqualTo("Adventure Works Cycles");
        assertThat(items.at("/0/primary").asBoolean()).isTrue();
        assertThat(items.at("/0/domains/0").asText()).isEqualTo("adventure-works-cycles.com");
        assertThat(get("/partner-center/v1/profiles/mpn/9999999/tenants").status())
                .isEqualTo(404);
    }

    @Test
    void aPendingEnrolmentIsAcceptedSomeTimeAfterItWasFirstAskedFor() throws Exception {
        var vetting = "/partner-center/v1/profiles/mpn/"
                + account("litware").path("acceptedPartnerId").asText() + "/vetting";
        clock.advance(Duration.ofMinutes(1));
        assertThat(get(vetting).body().path("vettingStatus").asText()).isEqualTo("pending");

        clock.advance(Duration.ofSeconds(9));
        assertThat(get(vetting).body().path("vettingStatus").asText()).isEqualTo("pending");
        clock.advance(Duration.ofSeconds(1));

        assertThat(get(vetting).body().path("vettingStatus").asText()).isEqualTo("authorized");
        assertThat(account("litware").at("/membership/state").asText()).isEqualTo("ACCEPTED");
    }

    @Test
    void anAccountIsOpenedFilledAndActivated() throws Exception {
        var opened = open("contoso");
        assertThat(opened.status()).isEqualTo(201);
        assertThat(opened.body().path("state").asText()).isEqualTo("PROVISIONING");
        assertThat(opened.body().path("correlationId").asText()).isEqualTo("case-1");
        var account = "/v1/accounts/" + opened.body().path("accountId").asText();

        assertThat(get("/partner-center" + account + "/settings/payout")
                        .body()
                        .path("code")
                        .asInt())
                .isEqualTo(4004);
        assertThat(partnerCenter("PUT", account + "/settings/payout", "{\"currency\":\"EUR\"}")
                        .status())
                .isEqualTo(200);
        assertThat(partnerCenter("PUT", account + "/settings/payout", "{\"currency\":\"EUR\"}")
                        .status())
                .isEqualTo(200);
        assertThat(get("/partner-center" + account + "/settings/payout")
                        .body()
                        .path("currency")
                        .asText())
                .isEqualTo("EUR");
        assertThat(partnerCenter("POST", account + "/activate", null)
                        .body()
                        .path("state")
                        .asText())
                .isEqualTo("ACTIVE");
        assertThat(partnerCenter("POST", account + "/activate", null).status()).isEqualTo(200);
        assertThat(partnerCenter("DELETE", account, null).body().path("code").asInt())
                .isEqualTo(4010);
        var found = get("/partner-center/v1/accounts?publisherId=CONTOSO").body();
        assertThat(found.path("totalCount").asInt()).isEqualTo(1);
        assertThat(found.at("/items/0/state").asText()).isEqualTo("ACTIVE");
        assertThat(get("/partner-center" + account).body()).isEqualTo(found.at("/items/0"));
        assertThat(get("/partner-center/v1/accounts/unknown")
                        .body()
                        .path("code")
                        .asInt())
                .isEqualTo(4004);
        assertThat(effects("contoso")).containsExactly("true", "true", "false", "true", "false", "false");
    }

    @Test
    void aSecondAccountOfAPublisherIsRefused() throws Exception {
        var accountId = open("contoso").body().path("accountId").asText();

        var second = open("contoso");

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.body().path("code").asInt()).isEqualTo(4009);
        assertThat(second.body().path("description").asText()).contains(accountId);
    }

    @Test
    void aRepeatedRequestIsAnsweredAgainWithoutASecondEffect() throws Exception {
        var body = opening("contoso");
        var first = partnerCenter("POST", "/v1/accounts", body, "request-1");
        var again = partnerCenter("POST", "/v1/accounts", body, "request-1");
        var account = "/v1/accounts/" + first.body().path("accountId").asText();
        partnerCenter("DELETE", account, null, "request-2");

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(partnerCenter("DELETE", account, null, "request-2").status()).isEqualTo(204);
        assertThat(partnerCenter("DELETE", account, null, "request-3").status()).isEqualTo(404);
        assertThat(effects("contoso")).startsWith("true", "false", "true");
    }

    @Test
    void theSameRequestAtTheSameMomentHasOneEffect() throws Exception {
        var body = opening("contoso");
        var calls = Collections.nCopies(
                8, (Callable<Answer>) () -> partnerCenter("POST", "/v1/accounts", body, "request-1"));
        var threads = Executors.newFixedThreadPool(calls.size());
        try {
            var answers = new HashSet<String>();
            for (var answer : threads.invokeAll(calls)) {
                answers.add(answer.get().status() + " "
                        + answer.get().body().path("accountId").asText());
            }
            assertThat(answers).hasSize(1).allMatch(answer -> answer.startsWith("201 "));
        } finally {
            threads.shutdownNow();
        }
        assertThat(effects("contoso")).hasSize(8).containsOnlyOnce("true");
    }

    @Test
    void whatIsTooLongIsRefusedAndLeavesNothing() throws Exception {
        var endless = "x".repeat(500);
        var body = opening("contoso");
        assertThat(wire(
                                "POST",
                                "/partner-center/v1/accounts",
                                body,
                                "MS-RequestId",
                                "request-1",
                                "MS-CorrelationId",
                                endless)
                        .status())
                .isEqualTo(400);
        var lock = "{\"caseId\":\"" + endless + "\",\"until\":\"2099-01-01T00:00:00Z\"}";
        assertThat(wire("PUT", "/cpp/api/publishers/contoso/lock", lock).status())
                .isEqualTo(400);
        assertThat(wire("PUT", "/cpp/api/publishers/" + endless + "/lock", lock).status())
                .isEqualTo(404);

        assertThat(effects("contoso")).containsExactly("false", "false");
        assertThat(account("contoso").path("partnerCenter").isNull()).isTrue();
    }

    @Test
    void anUnknownCallIsNotFound() throws Exception {
        assertThat(get("/partner-center/v1/customers").body().path("code").asInt())
                .isEqualTo(4004);
        assertThat(get("/cpp/api/offers").body().at("/error/code").asText()).isEqualTo("ResourceNotFound");
        assertThat(control("GET", "/nothing", null).status()).isEqualTo(404);
    }

    @Test
    void aWriteWithoutRequestIdIsRefused() throws Exception {
        var answer = wire("POST", "/partner-center/v1/accounts", opening("contoso"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("code").asInt()).isEqualTo(2000);
    }

    @Test
    void rolesAreHeldByWorkAccountsOnly() throws Exception {
        var accountId = open("wingtip").body().path("accountId").asText();
        var managers = "/v1/roles/2/usermembers?accountId=" + accountId;
        assertThat(get("/partner-center/v1/roles?accountId=" + accountId)
                        .body()
                        .path("totalCount")
                        .asInt())
                .isEqualTo(7);

        var added = partnerCenter("POST", managers, member("owner@wingtip.com"));
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.body().path("roleId").asText()).isEqualTo("2");
        assertThat(partnerCenter("POST", managers, member("Owner@wingtip.com"))
                        .body()
                        .path("code")
                        .asInt())
                .isEqualTo(4009);
        for (var refused : new String[] {
            "team@wingtip.com", "wingtip-freelancer@outlook.com", "wingtip-release-robot", "owner@contoso.com"
        }) {
            assertThat(partnerCenter("POST", managers, member(refused))
                            .body()
                            .path("code")
                            .asInt())
                    .as(refused)
                    .isEqualTo(4022);
        }
        assertThat(get("/partner-center" + managers).body().path("totalCount").asInt())
                .isEqualTo(1);
        var userId = added.body().path("id").asText();
        var member = "/v1/roles/2/usermembers/" + userId + "?accountId=" + accountId;
        assertThat(partnerCenter("DELETE", member, null).status()).isEqualTo(204);
        assertThat(partnerCenter("DELETE", member, null).status()).isEqualTo(404);
    }

    @Test
    void everyChangeOfAUserIsInTheFeedPageByPage() throws Exception {
        var accountId = account("woodgrove").at("/partnerCenter/accountId").asText();
        var path = "/partner-center/v1/auditrecords?accountId=" + accountId
                + "&startDate=2000-01-01&endDate=2099-01-01&size=3&filter="
                + "%7B%22Field%22%3A%22ResourceType%22%2C%22Value%22%3A%22partner_user%22%2C"
                + "%22Operator%22%3A%22equals%22%7D";

        var first = get(path).body();

        assertThat(first.path("totalCount").asInt()).isEqualTo(5);
        assertThat(first.path("items")).hasSize(3);
        assertThat(first.at("/items/0/operationDate").asText()).matches(".*\\.[0-9]{7}Z");
        assertThat(first.at("/items/0/resourceNewValue").asText()).contains("leaver@woodgrove.com");
        var next = get("/partner-center" + first.at("/links/next/uri").asText()).body();
        assertThat(next.path("items").findValuesAsText("operationType"))
                .containsExactly("create_partner_user", "remove_partner_user");
        assertThat(next.path("links")).isEmpty();
    }

    private Answer open(String publisherId) throws Exception {
        return partnerCenter("POST", "/v1/accounts", opening(publisherId));
    }

    private String opening(String publisherId) throws Exception {
        var account = account(publisherId);
        return """
                {"publisherId":"%s","mpnId":"%s","tenantId":"%s"}""".formatted(
                        publisherId,
                        account.at("/membership/mpnId").asText(),
                        account.at("/membership/tenants/0/tenantId").asText());
    }

    private static String member(String name) {
        return "{\"displayName\":\"A user\",\"userPrincipalName\":\"" + name + "\"}";
    }

    private JsonNode account(String publisherId) throws Exception {
        return control("GET", "/accounts/" + publisherId, null).body();
    }

    private List<String> effects(String publisherId) throws Exception {
        return control("GET", "/writes?publisherId=" + publisherId, null).body().findValuesAsText("effect");
    }
}
