package io.accountmigration.outside;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.accountmigration.outside.budget.CallBudgets;
import io.accountmigration.partner.TenantDirectoryUnavailable;
import io.accountmigration.program.AdjustableClock;
import io.accountmigration.publisher.OutsideCallScope;
import io.accountmigration.publisher.OutsideUnavailable;
import io.accountmigration.publisher.RequestKey;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;
import org.springframework.mock.env.MockEnvironment;

class CallTest extends OutsideTest {

    private static final String UUID_PATTERN = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Endpoint endpoint;

    @BeforeEach
    void open() {
        systems = WaysOut.to(server.getPort(), Clock.fixed(WaysOut.NOW, ZoneOffset.UTC), meters, WaysOut.PATIENT);
        endpoint = systems.open("directory").at(WaysOut.url("/base"), TenantDirectoryUnavailable::new);
    }

    @Test
    void aReadCarriesANewRequestIdAndTheCaseItIsMadeFor() {
        server.stubFor(get("/base/things").willReturn(okJson("{}")));

        try (var logged = MDC.putCloseable("caseId", "b7e1")) {
            endpoint.get("/things").send();
        }

        server.verify(getRequestedFor(urlEqualTo("/base/things"))
                .withHeader("MS-RequestId", matching(UUID_PATTERN))
                .withHeader("MS-CorrelationId", equalTo("b7e1")));
    }

    @Test
    void aReadOutsideACaseCarriesIdsOfItsOwn() {
        server.stubFor(get("/base/things").willReturn(okJson("{}")));

        endpoint.get("/things").send();

        server.verify(getRequestedFor(urlEqualTo("/base/things"))
                .withHeader("MS-RequestId", matching(UUID_PATTERN))
                .withHeader("MS-CorrelationId", matching(UUID_PATTERN)));
    }

    @Test
    void aWriteCarriesTheIdsOfItsKey() {
        server.stubFor(put("/base/things").willReturn(okJson("{}")));
        var key = RequestKey.of(UUID.randomUUID(), "step");

        endpoint.put("/things").identifiedBy(key).body(Map.of("a", 1)).send();

        server.verify(putRequestedFor(urlEqualTo("/base/things"))
                .withHeader("MS-RequestId", equalTo(key.requestId().toString()))
                .withHeader("MS-CorrelationId", equalTo(key.caseId().toString()))
                .withHeader("Content-Type", equalTo("application/json"))
                .withRequestBody(equalTo("{\"a\":1}")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "..", "a/../b", "%2e", "a\\b", "a;b", "a\nb"})
    void whatCouldLeaveItsSegmentIsNotSent(String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> endpoint.get("/things/{id}", id).send());
        assertThat(server.getAllServeEvents()).isEmpty();
    }

    @Test
    void whatStandsInAUrlIsEncoded() {
        server.stubFor(get(urlPathEqualTo("/base/things/%C3%BC%20%3Fa%23b%26c%3Dd%2Be"))
                .withQueryParam("q", equalTo("a+b&c=d/../%2e ü"))
                .willReturn(okJson("{}")));

        var answer = endpoint.get("/things/{id}?q={q}", "ü ?a#b&c=d+e", "a+b&c=d/../%2e ü")
                .send();

        assertThat(answer.isSuccess()).isTrue();
    }

    @Test
    void callsAreMeasuredBySystemOperationAndOutcome() {
        answer(okJson("{}"));
        endpoint.get("/things/{id}?secret={secret}", "1", "x").send();
        answer(aResponse().withStatus(404));
        endpoint.get("/things/{id}", "2").expecting(404).send();
        answer(aResponse().withStatus(500));
        failure();
        answer(aResponse().withStatus(429).withHeader("Retry-After", "1"));
        failure();

        for (var outcome : new String[] {"ok", "expected", "throttled", "unavailable"}) {
            assertThat(meters.get("outside.calls")
                            .tags("system", "directory", "operation", "GET /things/{id}", "outcome", outcome)
                            .timer()
                            .count())
                    .as(outcome)
                    .isEqualTo(1);
        }
    }

    @Test
    void aJobThatWouldOutliveItsLockSendsNoOtherCall() throws Exception {
        answer(okJson("{}"));
        var clock = new AdjustableClock(Clock.fixed(WaysOut.NOW, ZoneOffset.UTC));
        var calls = new OutsideCallScope(clock);
        var environment = new MockEnvironment().withProperty("local.server.port", Integer.toString(server.getPort()));
        var bounded = new OutsideSystems(
                WaysOut.PATIENT,
                new ServerPortPlaceholder(environment),
                clock,
                meters,
                CallBudgets.unlimited(calls, clock));
        var call = bounded.open("directory").at(WaysOut.url("/base"), TenantDirectoryUnavailable::new);

        calls.inJob(() -> {
            clock.advance(Duration.ofSeconds(20));
            assertThat(call.get("/things/1").send().isSuccess()).isTrue();
            clock.advance(Duration.ofMillis(1));
            assertThatExceptionOfType(TenantDirectoryUnavailable.class)
                    .isThrownBy(() -> call.get("/things/1").send())
                    .satisfies(failure -> assertThat(failure.retryAfter()).isEmpty());
            return null;
        });
        assertThat(call.get("/things/1").send().isSuccess()).isTrue();
        server.verify(2, getRequestedFor(urlEqualTo("/base/things/1")));
        bounded.destroy();
    }

    @Test
    void whatTriesASystemThatIsDownWaitsLikeEverythingElse() throws Exception {
        answer(aResponse().withStatus(500));
        var clock = new AdjustableClock(Clock.fixed(WaysOut.NOW, ZoneOffset.UTC));
        var systems = WaysOut.to(server.getPort(), clock, meters, WaysOut.PATIENT);
        var call = systems.open("directory").at(WaysOut.url("/base"), TenantDirectoryUnavailable::new);
        for (var failed = 0; failed < 5; failed++) {
            assertThat(failureOf(call).retryAfter()).isEmpty();
        }

        assertThat(failureOf(call).isDown()).isTrue();
        server.verify(5, getRequestedFor(urlEqualTo("/base/things/1")));
        clock.advance(Duration.ofSeconds(5));
        var tried = failureOf(call);
        assertThat(tried.isDown()).isTrue();
        assertThat(tried.retryAfter()).contains(Duration.ofMinutes(1));
        server.verify(6, getRequestedFor(urlEqualTo("/base/things/1")));

        answer(okJson("{}"));
        clock.advance(Duration.ofSeconds(5));
        assertThat(call.get("/things/1").send().isSuccess()).isTrue();
        assertThat(call.get("/things/1").send().isSuccess()).isTrue();
        systems.destroy();
    }

    private static OutsideUnavailable failureOf(Endpoint endpoint) {
        return catchThrowableOfType(TenantDirectoryUnavailable.class, () -> endpoint.get("/things/1")
                .send());
    }

    @Test
    void beforeThisProgramListensItsOwnAddressIsUnavailable() throws Exception {
        var environment = new MockEnvironment();
        var early = new OutsideSystems(
                new OutsideCallSettings(Duration.ofSeconds(1), Duration.ofSeconds(1), 1),
                new ServerPortPlaceholder(environment),
                Clock.systemUTC(),
                meters,
                CallBudgets.unlimited(Clock.systemUTC()));
        var tooEarly = early.open("cpp").at(WaysOut.url("/base"), TenantDirectoryUnavailable::new);

        assertThatExceptionOfType(TenantDirectoryUnavailable.class)
                .isThrownBy(() -> tooEarly.get("/things").send());
        early.destroy();
    }

    private void answer(ResponseDefinitionBuilder response) {
        server.stubFor(get(urlPathEqualTo("/base/things/1")).willReturn(response));
        server.stubFor(get(urlPathEqualTo("/base/things/2")).willReturn(response));
    }

    private OutsideUnavailable failure() {
        return catchThrowableOfType(TenantDirectoryUnavailable.class, () -> endpoint.get("/things/{id}", "1")
                .send());
    }
}
