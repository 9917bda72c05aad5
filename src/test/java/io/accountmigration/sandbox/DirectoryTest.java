package io.accountmigration.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class DirectoryTest extends SandboxTest {

    @Test
    void aDomainNamesItsTenant() throws Exception {
        var answer = tenantOf("Adventure-Works.com");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("displayName").asText()).isEqualTo("Adventure Works Holding");
        assertThat(answer.body().has("@odata.context")).isTrue();
        assertThat(tenantOf("adventure-works-cycles.com")
                        .body()
                        .path("displayName")
                        .asText())
                .isEqualTo("Adventure Works Cycles");
    }

    @Test
    void aDomainWithoutTenantIsNotFoundEvenWithAQuoteInIt() throws Exception {
        assertThat(tenantOf("fabrikam.com").status()).isEqualTo(404);
        assertThat(tenantOf("o''brien.example").body().at("/error/code").asText())
                .isEqualTo("Request_ResourceNotFound");
    }

    @Test
    void theDirectoryWantsATokenAndTheRealmDoesNot() throws Exception {
        var path = "/graph/v1.0/tenantRelationships/findTenantInformationByDomainName(domainName='contoso.com')";
        assertThat(call(request("GET", path, null)).status()).isEqualTo(401);
        assertThat(call(request("GET", "/login/common/userrealm/x@contoso.com?api-version=1.0", null))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theFirstVersionOfTheRealmTellsTheKindOfAccount() throws Exception {
        var answer =
                get("/login/common/userrealm/owner@contoso.com?api-version=1.0").body();

        assertThat(answer.path("account_type").asText()).isEqualTo("Managed");
        assertThat(answer.path("domain_name").asText()).isEqualTo("contoso.com");
        assertThat(get("/login/common/userrealm/owner@nowhere.example?api-version=1.0")
                        .body()
                        .path("account_type")
                        .asText())
                .isEqualTo("Unknown");
    }

    @Test
    void theSecondVersionKnowsPersonalAccounts() throws Exception {
        assertRealm("owner@contoso.com", "Managed", 0);
        assertRealm("owner@fabrikam.com", "Unknown", 1);
        assertRealm("owner@fabrikam-inc.com", "Managed", 0);
        assertRealm("somebody@outlook.com", "Federated", 1);
        assertRealm("owner@nowhere.example", "Unknown", 0);
    }

    @Test
    void anAddressCanBeBothAndATenantUnmanaged() throws Exception {
        control("PUT", "/accounts/both", """
                {"cpp":{"users":[{"address":"owner@both.example","role":"OWNER","microsoftAccount":true}]},
                 "membership":{"mpnId":"7654321","tenants":[{"domains":["both.example"],"unmanaged":true}]}}""");

        assertRealm("owner@both.example", "Managed", 1);
        assertThat(realm("owner@both.example").path("IsViral").asBoolean()).isTrue();
    }

    private void assertRealm(String address, String type, int microsoftAccount) throws Exception {
        var realm = realm(address);
        assertThat(realm.path("NameSpaceType").asText()).as(address).isEqualTo(type);
        assertThat(realm.path("MicrosoftAccount").asInt()).as(address).isEqualTo(microsoftAccount);
    }

    private JsonNode realm(String address) throws Exception {
        return get("/login/common/userrealm?user=" + address + "&api-version=2.1&checkForMicrosoftAccount=true")
                .body();
    }

    private Answer tenantOf(String domain) throws Exception {
        return get("/graph/v1.0/tenantRelationships/findTenantInformationByDomainName(domainName='" + domain + "')");
    }
}
