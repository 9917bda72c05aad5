package io.accountmigration.outside.directory;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.accountmigration.outside.OutsideTest;
import io.accountmigration.outside.WaysOut;
import io.accountmigration.partner.AccountKind;
import io.accountmigration.partner.Tenant;
import io.accountmigration.partner.TenantDirectoryUnavailable;
import io.accountmigration.publisher.EmailAddress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpTenantDirectoryTest extends OutsideTest {

    private static final String REALM = "/login/common/userrealm";
    private static final String TENANT =
            "/graph/v1.0/tenantRelationships/findTenantInformationByDomainName(domainName='contoso.com')";
    private static final AccountKind.Work CONTOSO = new AccountKind.Work(new Tenant("t-1", "Contoso, Ltd"));

    private HttpTenantDirectory directory;

    @BeforeEach
    void open() {
        systems = WaysOut.to(server);
        directory = new HttpTenantDirectory(
                systems,
                new TenantDirectoryProperties(
                        WaysOut.url("/graph"),
                        WaysOut.url("/login"),
                        WaysOut.url(WaysOut.TOKEN_PATH),
                        "id",
                        "secret",
                        null));
        WaysOut.issueToken(server, "token");
        tenantIs(okJson("""
                {"tenantId":"t-1","federationBrandName":null,"displayName":"Contoso, Ltd",
                 "defaultDomainName":"CONTOSO18839.onmicrosoft.com"}"""));
    }

    @Test
    void aWorkAddressLivesInTheTenantOfItsDomain() {
        realmIs("Managed", "null", 0, false);

        assertThat(kind()).isEqualTo(CONTOSO);

        server.verify(getRequestedFor(urlPathEqualTo(REALM))
                .withQueryParam("user", equalTo("o'hara+x@contoso.com"))
                .withQueryParam("api-version", equalTo("2.1"))
                .withQueryParam("checkForMicrosoftAccount", equalTo("true"))
                .withHeader("Authorization", absent()));
        server.verify(getRequestedFor(urlEqualTo(TENANT)).withHeader("Authorization", equalTo("Bearer token")));
    }

    @Test
    void aFederatedDomainIsAWorkDomainToo() {
        realmIs("Federated", "\"Contoso sign-in\"", 0, false);

        assertThat(kind()).isEqualTo(CONTOSO);
    }

    @Test
    void whereAPersonalAccountSharesTheAddressTheWorkAccountCounts() {
        realmIs("Managed", "null", 1, false);

        assertThat(kind()).isEqualTo(CONTOSO);
    }

    @Test
    void aPersonalDomainIsPersonal() {
        realmIs("Federated", "\"MSA Realms\"", 1, false);

        assertThat(kind()).isEqualTo(new AccountKind.Consumer());
    }

    @Test
    void aPersonalAccountOnADomainWithoutATenantIsPersonal() {
        realmIs("Unknown", "null", 1, false);

        assertThat(kind()).isEqualTo(new AccountKind.Consumer());
    }

    @Test
    void anAddressThatNobodyKnowsHasNoTenant() {
        realmIs("Unknown", "null", 0, false);

        assertThat(kind()).isEqualTo(new AccountKind.NoTenant());
    }

    @Test
    void aDirectoryThatNobodyAdministersIsUnmanaged() {
        realmIs("Managed", "null", 0, true);

        assertThat(kind()).isEqualTo(new AccountKind.Unmanaged());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Request_ResourceNotFound", "Directory_ObjectNotFound"})
    void aDomainThatGraphDoesNotKnowHasNoTenant(String code) {
        realmIs("Managed", "null", 0, false);
        tenantIs(aResponse().withStatus(404).withBody("{\"error\":{\"code\":\"" + code + "\",\"message\":\"none\"}}"));

        assertThat(kind()).isEqualTo(new AccountKind.NoTenant());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html><h1>404 Not Found</h1></html>",
                "{}",
                "{\"error\":{}}",
                "{\"error\":\"not found\"}",
                "{\"status\":404,\"error\":\"Not Found\",\"path\":\"/v1.0\"}",
                "{\"error\":{\"code\":\"ResourceNotFound\",\"message\":\"There is no GET /x.\"}}",
                "{\"error\":{\"code\":\"BadRequest\",\"message\":\"Resource not found for the segment\"}}",
                "{\"code\":\"NotFound\"}"
            })
    void whatSomebodyElseDoesNotFindSaysNothingAboutTheDomain(String body) {
        realmIs("Managed", "null", 0, false);
        tenantIs(aResponse().withStatus(404).withBody(body));

        assertUnavailable();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"NameSpaceType\":\"Sovereign\"}", "{\"NameSpaceType\":\"Unknown\"}", "", "[]"})
    void aRealmThatCannotBeReadIsUnavailable(String body) {
        server.stubFor(get(urlPathEqualTo(REALM))
                .willReturn(aResponse().withStatus(200).withBody(body)));

        assertUnavailable();
    }

    @Test
    void aTenantWithoutAnIdIsUnavailable() {
        realmIs("Managed", "null", 0, false);
        tenantIs(okJson("{\"displayName\":\"Contoso\"}"));

        assertUnavailable();
    }

    @Test
    void aRefusedLookUpIsUnavailableAndNeverInvalid() {
        realmIs("Managed", "null", 0, false);
        tenantIs(aResponse().withStatus(403).withBody("{\"error\":{\"code\":\"Authorization_RequestDenied\"}}"));

        assertUnavailable();
    }

    private AccountKind kind() {
        return directory.kindOf(new EmailAddress("o'hara+x@contoso.com"));
    }

    private void assertUnavailable() {
        assertThatExceptionOfType(TenantDirectoryUnavailable.class).isThrownBy(this::kind);
    }

    private static void realmIs(String nameSpace, String brand, int microsoftAccount, boolean viral) {
        server.stubFor(get(urlPathEqualTo(REALM))
                .willReturn(okJson("""
                        {"NameSpaceType":"%s","Login":"x","DomainName":"contoso.com","FederationBrandName":%s,
                         "CloudInstanceName":"microsoftonline.com","MicrosoftAccount":%d,"IsViral":%s}""".formatted(nameSpace, brand, microsoftAccount, viral))));
    }

    private static void tenantIs(ResponseDefinitionBuilder answer) {
        server.stubFor(get(urlEqualTo(TENANT)).willReturn(answer));
    }
}
