package io.accountmigration.outside.partnercenter;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.accountmigration.outside.OutsideTest;
import io.accountmigration.outside.WaysOut;
import io.accountmigration.partner.PartnerMembership;
import io.accountmigration.partner.PartnerNetworkUnavailable;
import io.accountmigration.partner.Tenant;
import io.accountmigration.partner.Vetting;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpPartnerNetworkTest extends OutsideTest {

    private static final String PROFILE = "/partner-center/v1/profiles/mpn";

    private HttpPartnerNetwork network;

    @BeforeEach
    void open() {
        systems = WaysOut.to(server);
        network = new HttpPartnerNetwork(new PartnerCenterConnection(
                systems,
                new PartnerCenterProperties(
                        WaysOut.url("/partner-center"), WaysOut.url(WaysOut.TOKEN_PATH), "id", "secret", null)));
        WaysOut.issueToken(server, "token");
        server.stubFor(get(urlPathEqualTo(PROFILE)).willReturn(okJson("""
                {"partnerName":"Contoso","mpnId":"4391507","profileType":"MpnProfile","links":{},
                 "attributes":{"objectType":"MpnProfile"}}""")));
        server.stubFor(get(PROFILE + "/4391507/tenants").willReturn(okJson("""
                {"items":[
                  {"tenantId":"t-2","displayName":"Contoso Labs","primary":false,"domains":["labs.contoso.com"]},
                  {"tenantId":"t-1","displayName":"<b>Contoso</b>","primary":true,"domains":["contoso.com"]}]}""")));
        server.stubFor(get(PROFILE + "/4391507/vetting")
                .willReturn(okJson("{\"mpnId\":\"4391507\",\"vettingStatus\":\"authorized\"}")));
    }

    @Test
    void aMembershipNamesItsPrimaryTenantFirst() {
        assertThat(network.find("4391507"))
                .contains(new PartnerMembership(
                        "4391507",
                        "Contoso",
                        Vetting.AUTHORIZED,
                        List.of(new Tenant("t-1", "<b>Contoso</b>"), new Tenant("t-2", "Contoso Labs"))));
        server.verify(getRequestedFor(urlEqualTo(PROFILE + "?mpnId=4391507"))
                .withHeader("X-Locale", equalTo("en-US"))
                .withHeader("Authorization", equalTo("Bearer token")));
        server.verify(
                getRequestedFor(urlEqualTo(PROFILE + "/4391507/vetting")).withHeader("X-Locale", equalTo("en-US")));
    }

    @ParameterizedTest
    @CsvSource({"pending,PENDING", "rejected,REJECTED", "Authorized,AUTHORIZED"})
    void vettingIsReadHoweverItIsWritten(String status, Vetting vetting) {
        server.stubFor(
                get(PROFILE + "/4391507/vetting").willReturn(okJson("{\"vettingStatus\":\"%s\"}".formatted(status))));

        assertThat(network.find("4391507").orElseThrow().vetting()).isEqualTo(vetting);
    }

    @Test
    void aVettingStateThatNobodyKnowsIsUnavailable() {
        server.stubFor(get(PROFILE + "/4391507/vetting").willReturn(okJson("{\"vettingStatus\":\"appealed\"}")));

        assertUnavailable();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"abc", "-4391507", "43 91507", "4391507x", "٤٣٩", "1e3", "123456789012345678901"})
    void whatIsNoNumberNeverLeavesTheHouse(String partnerId) {
        assertThat(network.find(partnerId)).isEmpty();
        server.verify(0, getRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @CsvSource({"404,3000", "400,2000", "400,2200", "404,'\"3000\"'"})
    void aNumberThatTheNetworkDoesNotTakeIsEmpty(int status, String code) {
        server.stubFor(get(urlPathEqualTo(PROFILE)).willReturn(error(status, code)));

        assertThat(network.find("4391507")).isEmpty();
    }

    @Test
    void aNumberWithoutUsableTenantsOrVettingIsEmpty() {
        server.stubFor(get(PROFILE + "/4391507/vetting").willReturn(error(404, "3000")));
        assertThat(network.find("4391507")).isEmpty();

        server.stubFor(get(PROFILE + "/4391507/tenants").willReturn(error(404, "3000")));
        assertThat(network.find("4391507")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"404,4711", "400,1", "404,null", "500,3000", "403,3000"})
    void everyOtherRefusalIsUnavailableAndNeverInvalid(int status, String code) {
        server.stubFor(get(urlPathEqualTo(PROFILE)).willReturn(error(status, code)));

        assertUnavailable();
    }

    @Test
    void anEmptyProfileIsUnavailable() {
        server.stubFor(get(urlPathEqualTo(PROFILE)).willReturn(okJson("{}")));

        assertUnavailable();
    }

    @Test
    void aThrottledLookUpPassesTheWaitOn() {
        server.stubFor(
                get(urlPathEqualTo(PROFILE))
                        .willReturn(
                                aResponse()
                                        .withStatus(429)
                                        .withHeader("Retry-After", "57")
                                        .withBody(
                                                "{\"statusCode\":429,\"message\":\"Rate limit is exceeded. Try again in 57 seconds.\"}")));

        var failure = catchThrowableOfType(PartnerNetworkUnavailable.class, () -> network.find("4391507"));

        assertThat(failure.retryAfter()).contains(Duration.ofSeconds(57));
    }

    private void assertUnavailable() {
        assertThatExceptionOfType(PartnerNetworkUnavailable.class).isThrownBy(() -> network.find("4391507"));
    }

    private static ResponseDefinitionBuilder error(int status, String code) {
        return jsonResponse(
                "{\"code\":%s,\"description\":\"because\",\"data\":[],\"source\":\"PartnerFD\"}".formatted(code),
                status);
    }
}
