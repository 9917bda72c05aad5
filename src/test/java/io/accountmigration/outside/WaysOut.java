package io.accountmigration.outside;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.accountmigration.outside.budget.CallBudgets;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.mock.env.MockEnvironment;

/** Ways out to a stand-in of one test class, with one connection and a clock that stands still. */
public final class WaysOut {

    public static final Instant NOW = Instant.parse("2026-03-02T10:15:30Z");
    public static final String TOKEN_PATH = "/login/tenant/oauth2/v2.0/token";

    static final OutsideCallSettings PATIENT = new OutsideCallSettings(Duration.ofSeconds(5), Duration.ofSeconds(5), 1);
    static final OutsideCallSettings IMPATIENT =
            new OutsideCallSettings(Duration.ofMillis(250), Duration.ofMillis(250), 1);

    private WaysOut() {}

    public static OutsideSystems to(WireMockExtension server) {
        return to(server.getPort(), Clock.fixed(NOW, ZoneOffset.UTC), new SimpleMeterRegistry(), PATIENT);
    }

    /** As above, giving up after a quarter of a second. */
    public static OutsideSystems impatientlyTo(WireMockExtension server) {
        return to(server.getPort(), Clock.fixed(NOW, ZoneOffset.UTC), new SimpleMeterRegistry(), IMPATIENT);
    }

    static OutsideSystems to(int port, Clock clock, SimpleMeterRegistry meters, OutsideCallSettings limits) {
        var environment = new MockEnvironment().withProperty("local.server.port", Integer.toString(port));
        return new OutsideSystems(
                limits, new ServerPortPlaceholder(environment), clock, meters, CallBudgets.unlimited(clock));
    }

    public static String url(String path) {
        return "http://127.0.0.1:{port}" + path;
    }

    public static ClientCredentials credentials() {
        return new ClientCredentials(url(TOKEN_PATH), "sandbox", "s3cret", url("/.default"));
    }

    /** Has the server issue this token, good for an hour. */
    public static void issueToken(WireMockExtension server, String token) {
        server.stubFor(post(urlPathEqualTo(TOKEN_PATH)).willReturn(okJson("""
                        {"token_type":"Bearer","expires_in":3599,"access_token":"%s"}""".formatted(token))));
    }
}
