package io.accountmigration.outside;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.accountmigration.partner.TenantDirectoryUnavailable;
import io.accountmigration.publisher.OutsideUnavailable;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallFailureTest extends OutsideTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Endpoint endpoint;

    @BeforeEach
    void open() {
        open(WaysOut.PATIENT);
    }

    private void open(OutsideCallSettings limits) {
        systems = WaysOut.to(server.getPort(), Clock.fixed(WaysOut.NOW, ZoneOffset.UTC), meters, limits);
        endpoint = systems.open("directory").at(WaysOut.url("/base"), TenantDirectoryUnavailable::new);
    }

    @Test
    void aThrottledCallSaysHowLongToWait() {
        answer(aResponse()
                .withStatus(429)
                .withHeader("Retry-After", "57")
                .withBody("{\"statusCode\":429,\"message\":\"Rate limit is exceeded. Try again in 57 seconds.\"}"));

        var failure = failure();

        assertThat(failure.retryAfter()).contains(Duration.ofSeconds(57));
        assertThat(failure).hasMessage("GET /things/{id} answered 429");
    }

    @Test
    void aWaitUntilADateIsCountedFromNow() {
        answer(aResponse().withStatus(503).withHeader("Retry-After", "Mon, 2 Mar 2026 10:16:00 GMT"));

        assertThat(failure().retryAfter()).contains(Duration.ofSeconds(30));
    }

    /** It is 10:15:30 on Monday, 2 March 2026. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "30 | PT30S",
                "1.5 | PT1.5S",
                "0.25 | PT0.25S",
                "57.0 | PT57S",
                "Mon, 02 Mar 2026 10:16:00 GMT | PT30S",
                "Monday, 02-Mar-26 10:16:00 GMT | PT30S",
                "Mon Mar  2 10:16:00 2026 | PT30S",
                "Mon Mar 02 10:16:00 2026 | PT30S",
                "Tue, 03 Mar 2026 09:15:30 GMT | PT23H",
                "Tuesday, 03-Mar-26 09:15:30 GMT | PT23H",
                "Tue Mar  3 09:15:30 2026 | PT23H",
                "Sunday, 06-Nov-94 08:49:37 GMT | PT0S",
                "Sun, 06 Nov 1994 08:49:37 GMT | PT0S",
                "Sun Nov  6 08:49:37 1994 | PT0S",
                "mon, 02 mar 2026 10:16:00 gmt | PT30S",
                "Mon, 02 Mar 2026 10:15:60 GMT | PT29S",
            })
    void everyFormThatTheStandardNamesIsRead(String value, Duration wait) {
        answer(aResponse().withStatus(503).withHeader("Retry-After", value));

        assertThat(failure().retryAfter()).contains(wait);
    }

    @Test
    void whoIsThrottledWithoutAHeaderWaitsAsLongAsTheSentenceSays() {
        answer(aResponse()
                .withStatus(429)
                .withBody("{\"statusCode\":429,\"message\":\"Rate limit is exceeded. Try again in 7 seconds.\"}"));

        assertThat(failure().retryAfter()).contains(Duration.ofSeconds(7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "<html>", "{\"message\":\"Try again in a while.\"}"})
    void whoIsThrottledWithoutAWordWaitsAllTheSame(String body) {
        answer(aResponse().withStatus(429).withBody(body));

        assertThat(failure().retryAfter()).contains(Duration.ofMinutes(1));
    }

    @Test
    void aDatePastMeansNow() {
        answer(aResponse().withStatus(503).withHeader("Retry-After", "Mon, 2 Mar 2026 10:15:00 GMT"));

        assertThat(failure().retryAfter()).contains(Duration.ZERO);
    }

    @Test
    void nobodyIsSentAwayForLongerThanADay() {
        answer(aResponse().withStatus(503).withHeader("Retry-After", "999999999"));

        assertThat(failure().retryAfter()).contains(Duration.ofDays(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-5", "99999999999999999999", ""})
    void aWaitThatCannotBeReadIsNone(String value) {
        answer(aResponse().withStatus(503).withHeader("Retry-After", value));

        assertThat(failure().retryAfter()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 400, 401, 403, 404, 409, 412, 500, 502, 503, 504})
    void aStatusThatNobodyExpectsIsTheSystemsFailure(int status) {
        answer(aResponse().withStatus(status).withHeader("Location", "/elsewhere"));

        var failure = failure();

        assertThat(failure.retryAfter()).isEmpty();
        assertThat(failure.system()).isEqualTo("Tenant directory");
        assertThat(failure).hasMessage("GET /things/{id} answered " + status);
        assertThat(server.getAllServeEvents()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"401, true", "403, true", "400, false", "404, false", "429, false", "500, false", "503, false"})
    void aSystemThatRefusesThisProgramIsToldFromOneThatIsDown(int status, boolean refused) {
        answer(aResponse().withStatus(status));

        assertThat(failure().isRefusal()).isEqualTo(refused);
    }

    @Test
    void theSystemsOwnErrorCodeStandsInTheMessage() {
        answer(aResponse().withStatus(400).withBody("{\"error\":{\"code\":\"InvalidAPIVersion\",\"message\":\"x\"}}"));

        assertThat(failure()).hasMessage("GET /things/{id} answered 400 InvalidAPIVersion");
    }

    @Test
    void aCodeThatIsNoCodeStaysOutOfTheMessage() {
        answer(aResponse().withStatus(400).withBody("{\"code\":\"owner@contoso.com\\n\"}"));

        assertThat(failure()).hasMessage("GET /things/{id} answered 400");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "[]", "42", "{\"id\":", "{\"id\":\"1\"", "<html></html>", "{}", "{} {}"})
    void anAnswerThatCannotBeReadIsTheSystemsFailure(String body) {
        answer(aResponse().withBody(body));

        assertThatExceptionOfType(TenantDirectoryUnavailable.class)
                .isThrownBy(() -> endpoint.get("/things/{id}", "1").send().as(Thing.class))
                .withMessageStartingWith("GET /things/{id} gave an answer that cannot be read");
    }

    @Test
    void aPartOfACollectionIsTheSystemsFailure() {
        answer(okJson("{\"totalCount\":2,\"items\":[{\"id\":\"1\"}]}"));

        assertThatExceptionOfType(TenantDirectoryUnavailable.class)
                .isThrownBy(() -> endpoint.get("/things/{id}", "1").send().items(Thing.class));
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aBrokenConnectionIsTheSystemsFailureAfterOneTry(Fault fault) {
        answer(aResponse().withFault(fault));

        assertThat(failure().retryAfter()).isEmpty();
        assertThat(server.getAllServeEvents()).hasSize(1);
    }

    @Test
    void anAnswerCutShortIsTheSystemsFailure() throws Exception {
        try (var socket = new ServerSocket(0)) {
            var served = CompletableFuture.runAsync(() -> cutShort(socket));
            var cut = systems.open("cpp")
                    .at("http://127.0.0.1:" + socket.getLocalPort(), TenantDirectoryUnavailable::new);

            assertThatExceptionOfType(TenantDirectoryUnavailable.class)
                    .isThrownBy(() -> cut.get("/things").send())
                    .withMessage("GET /things got no answer");
            assertThat(served).succeedsWithin(Duration.ofMinutes(1));
        }
    }

    @Test
    void aSlowAnswerIsNotAwaited() throws Exception {
        reopen(WaysOut.IMPATIENT);
        answer(okJson("{}").withFixedDelay(2000));

        assertThat(failure()).hasMessage("GET /things/{id} got no answer");
    }

    @Test
    void anAnswerThatDripsInIsNotAwaitedEither() throws Exception {
        reopen(WaysOut.IMPATIENT);
        answer(okJson("{\"id\":\"12345678901234567890\"}").withChunkedDribbleDelay(20, 4000));

        assertThat(failure()).hasMessage("GET /things/{id} got no answer");
        assertThat(meters.get("outside.calls").timer().max(TimeUnit.MILLISECONDS))
                .isLessThan(2000);
    }

    @Test
    void anAnswerOfMoreThanFiveMegabytesIsNotRead() {
        answer(aResponse().withBody(new byte[BoundedExchange.MAX_BYTES + 1]));

        assertThat(failure()).hasMessage("GET /things/{id} got no answer");
    }

    @Test
    void afterAFailureTheNextCallFindsAFreeConnection() {
        answer(aResponse().withBody(new byte[BoundedExchange.MAX_BYTES + 1]));
        failure();
        answer(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK));
        failure();
        answer(okJson("{}"));

        assertThat(endpoint.get("/things/{id}", "1").send().isSuccess()).isTrue();
    }

    @Test
    void aSystemThatIsDownIsItsFailure() throws Exception {
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        var nobody = systems.open("cpp").at("http://127.0.0.1:" + free, TenantDirectoryUnavailable::new);

        assertThatExceptionOfType(TenantDirectoryUnavailable.class)
                .isThrownBy(() -> nobody.get("/things").send())
                .havingCause()
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void whenAllConnectionsAreTakenACallFailsRatherThanWaits() throws Exception {
        reopen(new OutsideCallSettings(Duration.ofMillis(250), Duration.ofSeconds(10), 1));
        try (var silent = new ServerSocket(0)) {
            var busy = systems.open("cpp")
                    .at("http://127.0.0.1:" + silent.getLocalPort(), TenantDirectoryUnavailable::new);
            var first = CompletableFuture.runAsync(() -> busy.get("/first").send());
            try (var taken = silent.accept()) {
                assertThat(taken.getInputStream().read()).isNotNegative();
                assertThatExceptionOfType(TenantDirectoryUnavailable.class)
                        .isThrownBy(() -> busy.get("/second").send())
                        .havingCause()
                        .isInstanceOf(ConnectionRequestTimeoutException.class);
            }
            assertThat(first).failsWithin(Duration.ofMinutes(1));
        }
    }

    @Test
    void redirectsAreNotFollowed() {
        answer(temporaryRedirect("/elsewhere"));

        assertThat(failure()).hasMessage("GET /things/{id} answered 302");
        server.verify(0, getRequestedFor(urlPathEqualTo("/elsewhere")));
    }

    private void reopen(OutsideCallSettings limits) throws Exception {
        systems.destroy();
        open(limits);
    }

    private static void cutShort(ServerSocket socket) {
        try (var connection = socket.accept()) {
            assertThat(connection.getInputStream().read()).isNotNegative();
            var half = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{}";
            connection.getOutputStream().write(half.getBytes(StandardCharsets.US_ASCII));
            connection.shutdownOutput();
            connection.getInputStream().readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void answer(ResponseDefinitionBuilder response) {
        server.stubFor(get(urlPathEqualTo("/base/things/1")).willReturn(response));
    }

    private OutsideUnavailable failure() {
        return catchThrowableOfType(TenantDirectoryUnavailable.class, () -> endpoint.get("/things/{id}", "1")
                .send());
    }

    record Thing(String id) {

        Thing {
            Objects.requireNonNull(id);
        }
    }
}
