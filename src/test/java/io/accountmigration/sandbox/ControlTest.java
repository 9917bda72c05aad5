package io.accountmigration.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlTest extends SandboxTest {

    @Test
    void theTenPublishersAreThere() throws Exception {
        var page = control("GET", "/accounts", null).body();

        assertThat(page.path("next").isNull()).isTrue();
        var kinds = new ArrayList<String>();
        var ends = new ArrayList<String>();
        page.path("items").forEach(item -> {
            kinds.add(item.path("kind").asText());
            ends.add(item.path("expectedEnd").asText());
            assertThat(item.path("acceptedPartnerId").asText()).isNotBlank();
        });
        assertThat(kinds)
                .containsExactly(
                        "adventure-works",
                        "alpine",
                        "contoso",
                        "fabrikam",
                        "litware",
                        "northwind",
                        "proseware",
                        "tailspin",
                        "wingtip",
                        "woodgrove");
        assertThat(ends).containsOnly("MIGRATED", "NO_OWNER", "ALREADY_MIGRATED");
        assertThat(account("alpine").path("expectedEnd").asText()).isEqualTo("NO_OWNER");
        assertThat(account("woodgrove").path("expectedEnd").asText()).isEqualTo("ALREADY_MIGRATED");
    }

    @Test
    void eachPublisherSaysWhichAddressPasses() throws Exception {
        assertThat(account("contoso").path("acceptedWorkEmail").asText()).isEqualTo("owner@contoso.com");
        assertThat(account("fabrikam").path("acceptedWorkEmail").asText()).isEqualTo("owner@fabrikam-inc.com");
        assertThat(account("adventure-works").path("acceptedWorkEmail").asText())
                .isEqualTo("owner@adventure-works-cycles.com");
        assertThat(account("proseware").path("owners").toString())
                .contains("owner@proseware.com", "second-owner@proseware.com");
        assertThat(account("alpine").path("owners")).isEmpty();
        assertThat(account("northwind").at("/cpp/mpnId").isNull()).isTrue();
        assertThat(get("/partner-center/v1/profiles/mpn?mpnId="
                                + account("tailspin").at("/cpp/mpnId").asText())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aWoodgroveUserCameAndOneWent() throws Exception {
        var woodgrove = account("woodgrove");

        assertThat(woodgrove.at("/cpp/status").asText()).isEqualTo("READ_ONLY");
        assertThat(woodgrove.at("/partnerCenter/state").asText()).isEqualTo("ACTIVE");
        assertThat(woodgrove.at("/partnerCenter/accountId").asText())
                .isEqualTo(get("/cpp/api/publishers/woodgrove")
                        .body()
                        .path("accountId")
                        .asText());
        assertThat(woodgrove.at("/partnerCenter/users").findValuesAsText("userPrincipalName"))
                .contains("newcomer@woodgrove.com")
                .doesNotContain("leaver@woodgrove.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "contoso",
                "fabrikam",
                "adventure-works",
                "northwind",
                "tailspin",
                "litware",
                "proseware",
                "wingtip",
                "woodgrove",
                "alpine"
            })
    void whatIsReadCanBePutBackUnchanged(String publisherId) throws Exception {
        var read = account(publisherId);

        var put = control("PUT", "/accounts/" + publisherId, read.toString());

        assertThat(put.status()).isEqualTo(200);
        assertThat(put.body()).isEqualTo(read);
        assertThat(account(publisherId)).isEqualTo(read);
    }

    @Test
    void aSheetInTheBareShapeCreatesAPublisher() throws Exception {
        var sheet = """
                {"publisherId":"Con.Toso-","kind":"contoso","owners":[],"acceptedWorkEmail":null,
                 "acceptedPartnerId":null,"expectedEnd":null,
                 "cpp":{"status":"ACTIVE","mpnId":"5550001","users":[
                   {"userId":"o","address":"owner@one.example","role":"OWNER","active":true},
                   {"userId":"r","address":"robot","role":"CONTRIBUTOR","active":true}]},
                 "partnerCenter":null,
                 "membership":{"mpnId":"5550001","state":"ACCEPTED","locations":["5550002"],"tenants":[
                   {"tenantId":"t-1","displayName":"<b>One</b>","primary":false,"domains":["two.example"]},
                   {"tenantId":"t-2","displayName":"Two","primary":true,"domains":["one.example"]}]}}""";

        var put = control("PUT", "/accounts/con.toso-", sheet).body();

        assertThat(put.path("publisherId").asText()).isEqualTo("Con.Toso-");
        assertThat(put.path("acceptedWorkEmail").asText()).isEqualTo("owner@one.example");
        assertThat(put.path("acceptedPartnerId").asText()).isEqualTo("5550001");
        assertThat(put.path("expectedEnd").asText()).isEqualTo("MIGRATED");
        assertThat(put.at("/cpp/users").findValuesAsText("type")).containsExactly("USER", "SERVICE_PRINCIPAL");
        assertThat(get("/graph/v1.0/tenantRelationships/findTenantInformationByDomainName(domainName='two.example')")
                        .body()
                        .path("displayName")
                        .asText())
                .isEqualTo("<b>One</b>");
        assertThat(get("/partner-center/v1/profiles/mpn/5550002/tenants").body().path("items"))
                .hasSize(2);
        assertThat(get("/cpp/api/publishers?user=owner@one.example").body().path("items"))
                .hasSize(1);
    }

    @Test
    void aCompanyWithoutMembershipEnrolsInItsOwnTenant() throws Exception {
        control("PUT", "/accounts/lone", """
                {"kind":"northwind","membership":null,
                 "cpp":{"users":[{"address":"owner@lone.example","role":"OWNER"}]}}""");
        assertThat(account("lone").path("membership").isNull()).isTrue();

        var enrolled = control("POST", "/enrolments/lone", null)
                .body()
                .path("partnerId")
                .asText();

        assertThat(control("POST", "/enrolments/lone", null)
                        .body()
                        .path("partnerId")
                        .asText())
                .isEqualTo(enrolled)
                .isEqualTo(account("lone").path("acceptedPartnerId").asText());
        var chosen = control("POST", "/enrolments/lone", "{\"partnerId\":\"7777777\"}");
        assertThat(chosen.body().path("partnerId").asText()).isEqualTo("7777777");
        for (var number : new String[] {enrolled, "7777777"}) {
            assertThat(get("/partner-center/v1/profiles/mpn/" + number + "/tenants")
                            .body()
                            .at("/items/0/domains/0")
                            .asText())
                    .isEqualTo("lone.example");
        }
        assertThat(account("lone").at("/membership/mpnId").asText()).isEqualTo("7777777");
        assertThat(control("POST", "/enrolments/lone", "{\"partnerId\":\"4391507\"}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void theAcceptedNumberOfNorthwindWorksBeforeAnybodyEnrols() throws Exception {
        for (var publisherId : new String[] {"northwind", "tailspin"}) {
            var number = account(publisherId).path("acceptedPartnerId").asText();
            assertThat(get("/partner-center/v1/profiles/mpn?mpnId=" + number).status())
                    .isEqualTo(200);
            assertThat(control("POST", "/enrolments/" + publisherId, null)
                            .body()
                            .path("partnerId")
                            .asText())
                    .isEqualTo(number);
        }
    }

    @Test
    void peopleEditBothPortals() throws Exception {
        var users = "/accounts/woodgrove/partner-center/users/";
        var put = control("PUT", users + "x-1", """
                {"address":"x@woodgrove.com","roles":["manager","3"],"active":true}""");
        assertThat(put.status()).isEqualTo(200);
        assertThat(put.body().at("/partnerCenter/users").toString()).contains("x-1");
        assertThat(control("DELETE", users + "x-1", null).status()).isEqualTo(204);
        assertThat(control("DELETE", users + "x-1", null).status()).isEqualTo(404);
        assertThat(control("DELETE", "/accounts/woodgrove/cpp/users/u2", null).status())
                .isEqualTo(204);

        var accountId = put.body().at("/partnerCenter/accountId").asText();
        var feed = get("/partner-center/v1/auditrecords?startDate=2020-01-01&accountId=" + accountId)
                .body();
        assertThat(feed.path("items").findValuesAsText("operationType"))
                .endsWith("create_partner_user", "remove_partner_user");
        assertThat(get("/cpp/api/publishers/woodgrove/users").body().path("items"))
                .hasSize(2);
    }

    @Test
    void aTenantThatIsRemovedTakesItsUsersWithIt() throws Exception {
        var tenantId = account("woodgrove").at("/membership/tenants/0/tenantId").asText();

        assertThat(control("DELETE", "/accounts/woodgrove/tenants/" + tenantId, null)
                        .status())
                .isEqualTo(204);

        assertThat(account("woodgrove").at("/partnerCenter/users")).isEmpty();
        assertThat(account("woodgrove").at("/membership/tenants")).isEmpty();
        assertThat(control("DELETE", "/accounts/woodgrove/tenants/" + tenantId, null)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aReplacedPublisherHasANewEtag() throws Exception {
        var before = get("/cpp/api/publishers/contoso").header("ETag");
        var sheet = (ObjectNode) account("contoso");
        ((ObjectNode) sheet.path("cpp")).put("mpnId", "1234567");

        control("PUT", "/accounts/contoso", sheet.toString());

        assertThat(get("/cpp/api/publishers/contoso").header("ETag")).isNotEqualTo(before);
    }

    @Test
    void aMalformedSheetIsRefusedWithAReason() throws Exception {
        for (var sheet : new String[] {
            "{}",
            "{\"kind\":\"nobody\",\"cpp\":{}}",
            "{\"publisherId\":\"other\",\"cpp\":{}}",
            "{\"cpp\":{\"users\":[{\"role\":\"OWNER\"}]}}",
            "{\"cpp\":{\"users\":[{\"address\":\"a@b.example\",\"role\":\"KING\"}]}}",
            "{\"cpp\":{},\"membership\":{\"mpnId\":\"x\"}}",
            "{\"cpp\":",
            "[]"
        }) {
            var answer = control("PUT", "/accounts/contoso", sheet);
            assertThat(answer.status()).as(sheet).isEqualTo(400);
            assertThat(answer.body().path("code").asText()).as(sheet).isNotBlank();
        }
        assertThat(account("contoso").path("owners")).hasSize(1);
        assertThat(control("GET", "/accounts/nobody", null).status()).isEqualTo(404);
    }

    @Test
    void aResetBringsTheFirstDayBack() throws Exception {
        var before = account("contoso");
        control("PUT", "/accounts/contoso/cpp/users/u9", """
                {"address":"new@contoso.com","roles":["OWNER"],"active":true}""");
        control("PUT", "/accounts/extra", "{\"cpp\":{}}");

        assertThat(control("POST", "/reset", null).status()).isEqualTo(204);

        assertThat(account("contoso")).isEqualTo(before);
        assertThat(control("GET", "/accounts/extra", null).status()).isEqualTo(404);
        assertThat(control("GET", "/writes", null).body()).isEmpty();
    }

    private JsonNode account(String publisherId) throws Exception {
        return control("GET", "/accounts/" + publisherId, null).body();
    }
}
