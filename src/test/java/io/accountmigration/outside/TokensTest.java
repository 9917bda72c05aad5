package io.accountmigration.outside;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.unauthorized;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.http.Fault;
import io.accountmigration.program.AdjustableClock;
import io.accountmigration.publisher.CloudPartnerPortalUnavailable;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

class TokensTest extends OutsideTest {

    private final AdjustableClock clock = new AdjustableClock(Clock.fixed(WaysOut.NOW, ZoneOffset.UTC));
    private Endpoint endpoint;

    @BeforeEach
    void open() {
        systems = WaysOut.to(server.getPort(), clock, new SimpleMeterRegistry(), WaysOut.PATIENT);
        endpoint =
                systems.open("cpp").at(WaysOut.url("/base"), WaysOut.credentials(), CloudPartnerPortalUnavailable::new);
        server.stubFor(get("/base/things").willReturn(okJson("{}")));
        WaysOut.issueToken(server, "first");
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void theProgramAsksWithItsOwnCredentials() {
        endpoint.get("/things").send();

        server.verify(postRequestedFor(urlEqualTo(WaysOut.TOKEN_PATH))
                .withFormParam("grant_type", equalTo("client_credentials"))
                .withFormParam("client_id", equalTo("sandbox"))
                .withFormParam("client_secret", equalTo("s3cret"))
                .withFormParam("scope", equalTo("http://127.0.0.1:" + server.getPort() + "/.default")));
        server.verify(getRequestedFor(urlEqualTo("/base/things")).withHeader("Authorization", equalTo("Bearer first")));
    }

    @Test
    void oneTokenServesManyCallsWhoeverIsSignedIn() {
        endpoint.get("/things").send();
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("owner", "x", "ROLE_X"));
        endpoint.get("/things").send();

        server.verify(1, postRequestedFor(urlEqualTo(WaysOut.TOKEN_PATH)));
    }

    @Test
    void anExpiredTokenIsReplacedBeforeItIsSent() {
        endpoint.get("/things").send();
        WaysOut.issueToken(server, "second");
        clock.advance(Duration.ofHours(2));

        endpoint.get("/things").send();
        endpoint.get("/things").send();

        server.verify(2, postRequestedFor(urlEqualTo(WaysOut.TOKEN_PATH)));
        server.verify(
                2, getRequestedFor(urlEqualTo("/base/things")).withHeader("Authorization", equalTo("Bearer second")));
    }

    @Test
    void aRefusedTokenFailsTheCallAndTheNextOneBringsANewToken() {
        server.stubFor(get("/base/things")
                .withHeader("Authorization", equalTo("Bearer first"))
                .willReturn(unauthorized()));
        assertThat(failure()).hasMessage("GET /things answered 401");
        WaysOut.issueToken(server, "second");

        assertThat(endpoint.get("/things").send().isSuccess()).isTrue();
    }

    @Test
    void aTokenEndpointThatIsThrottledPassesItsWaitOn() {
        server.stubFor(post(urlPathEqualTo(WaysOut.TOKEN_PATH))
                .willReturn(aResponse().withStatus(429).withHeader("Retry-After", "7")));

        var failure = failure();

        assertThat(failure).hasMessage("GET /things got no token: 429");
        assertThat(failure.retryAfter()).contains(Duration.ofSeconds(7));
        server.verify(0, getRequestedFor(urlEqualTo("/base/things")));
    }

    @Test
    void aTokenEndpointThatBreaksOffIsTheSystemsFailure() {
        server.stubFor(
                post(urlPathEqualTo(WaysOut.TOKEN_PATH)).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));

        assertThat(failure().retryAfter()).isEmpty();
        server.verify(1, postRequestedFor(urlEqualTo(WaysOut.TOKEN_PATH)));
    }

    @Test
    void anAnswerWithoutATokenIsTheSystemsFailureAndShowsNothingOfIt() {
        server.stubFor(post(urlPathEqualTo(WaysOut.TOKEN_PATH)).willReturn(okJson("eyJsecretsecret")));

        var trace = new StringWriter();
        failure().printStackTrace(new PrintWriter(trace));

        assertThat(trace.toString()).contains("got no token").doesNotContain("eyJsecret", "s3cret");
    }

    @Test
    void theTextFormShowsNoSecret() {
        assertThat(WaysOut.credentials().toString()).contains("sandbox").doesNotContain("s3cret");
    }

    private CloudPartnerPortalUnavailable failure() {
        return catchThrowableOfType(CloudPartnerPortalUnavailable.class, () -> endpoint.get("/things")
                .send());
    }
}
