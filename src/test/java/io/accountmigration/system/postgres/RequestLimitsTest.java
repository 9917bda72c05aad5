package io.accountmigration.system.postgres;

import static io.accountmigration.system.Refusals.requireProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.accountmigration.system.Kind;
import io.accountmigration.system.Reply;
import io.accountmigration.system.Visitor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;

/**
 * What a request may be at every endpoint: how long, how it writes its path, and without U+0000. It runs on PostgreSQL,
 * which stores no U+0000.
 */
@TestPropertySource(properties = {"server.tomcat.connection-timeout=1s", "web.request.body-timeout=PT2S"})
class RequestLimitsTest extends PostgresProgramTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String ENGINE_IN_WEBAPPS = "/camunda/api/engine/engine/default";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";
    private static final String CSV = "text/csv";
    private static final String ID = "7f0c1b5e-0000-0000-0000-000000000000";

    /** An endpoint that reads a body; a caller who is null sends no credentials. */
    record Endpoint(String verb, String path, String type, String caller) {}

    static Stream<Endpoint> endpointsWithBodies() {
        return Stream.concat(
                jsonEndpoints(),
                Stream.of(
                        new Endpoint("POST", "/sign-in", FORM, null),
                        new Endpoint("POST", "/sign-out", FORM, null),
                        new Endpoint("POST", "/operations/readiness", FORM, null),
                        new Endpoint("POST", "/logout/connect/back-channel/sso", FORM, null),
                        new Endpoint("POST", "/login/x/oauth2/v2.0/token", FORM, null),
                        new Endpoint("PUT", "/sandbox/faults", FORM, "admin"),
                        new Endpoint("POST", "/api/readiness-reports", CSV, "service"),
                        new Endpoint("POST", "/api/readiness-reports", CSV, "auditor"),
                        new Endpoint("POST", "/api/campaigns", JSON, "service"),
                        new Endpoint(
                                "POST", "/engine-rest/deployment/create", "multipart/form-data; boundary=x", "admin")));
    }

    static Stream<Endpoint> jsonEndpoints() {
        return Stream.of(
                new Endpoint("POST", "/api/migrations", JSON, "service"),
                new Endpoint("POST", "/api/publishers/contoso/user-changes", JSON, "service"),
                new Endpoint("POST", "/api/campaigns/" + ID + "/accounts/contoso", JSON, "operator"),
                new Endpoint("POST", "/api/process-upgrades", JSON, "admin"),
                new Endpoint("POST", "/engine-rest/process-definition/key/account-migration/start", JSON, "service"),
                new Endpoint("POST", "/engine-rest/task", JSON, "operator"),
                new Endpoint("POST", "/engine-rest/engine/default/task/count", JSON, "operator"),
                new Endpoint("POST", "/sandbox/faults", JSON, "admin"),
                new Endpoint("POST", "/sandbox/clock", JSON, "admin"),
                new Endpoint("PUT", "/sandbox/accounts/contoso", JSON, "admin"));
    }

    @ParameterizedTest
    @MethodSource("endpointsWithBodies")
    void aBodyThatIsTooLongIsRefusedAlsoWhenItDoesNotSayHowLongItIs(Endpoint endpoint) {
        // No program of any role sends more; only sandbox accounts have more users than fit.
        var length = endpoint.path().startsWith("/sandbox/accounts/") ? 1_100_000 : 66_000;
        var body = ("[" + " ".repeat(length) + "]").getBytes(StandardCharsets.UTF_8);

        var declared = send(endpoint, BodyPublishers.ofByteArray(body));
        var chunked = send(endpoint, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));

        requireProblem(declared, 400, "INPUT_TOO_LONG");
        requireProblem(chunked, 400, "INPUT_TOO_LONG");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/readiness-reports", "/api/campaigns", "/engine-rest/task", "/sandbox/faults"})
    void aBodyThatIsTooLongIsNotWaitedFor(String path) throws IOException {
        var address = URI.create(program().address());
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(60_000);
            var head = "POST " + path + " HTTP/1.1\r\nHost: x\r\n" + basic("service")
                    + "\r\nContent-Type: application/json\r\nContent-Length: 16000000\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));

            var status = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);

            assertThat(status).isIn("HTTP/1.1 400", "HTTP/1.1 403");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/migrations, application/json",
        "/engine-rest/task, application/json",
        "/sandbox/clock, application/json",
        "/sign-in, application/x-www-form-urlencoded"
    })
    void aBodyThatBreaksOffIsTheCallersMistake(String path, String type) throws IOException {
        for (var rest : List.of(
                "Content-Length: 10\r\n\r\n{\"a",
                "Transfer-Encoding: chunked\r\n\r\nZZ\r\n",
                "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"")) {
            var address = URI.create(program().address());
            try (var socket = new Socket(address.getHost(), address.getPort())) {
                socket.setSoTimeout(60_000);
                var request = "POST " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + basic("admin")
                        + "\r\nContent-Type: " + type + "\r\n" + rest;
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                socket.shutdownOutput();

                var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

                assertThat(answer).as(rest).startsWith("HTTP/1.1 400").contains("application/problem+json");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/sign-in, application/x-www-form-urlencoded",
        "/sign-in, application/json",
        "/actuator/health, application/json",
        "/api/migrations, application/json",
        "/engine-rest/task, application/json",
        "/cpp/api/publishers, application/json",
        "/nothing, text/plain"
    })
    void noThreadWaitsLongForABody(String path, String type) {
        var slow = Stream.of("X-Caller: nobody", basic("admin"))
                .map(caller -> "POST " + path + " HTTP/1.1\r\nHost: x\r\n" + caller + "\r\nContent-Type: " + type)
                .flatMap(head -> Stream.of(
                        closed(head + "\r\nContent-Length: 50\r\n\r\na=b", ""),
                        closed(head + "\r\nContent-Length: 60000\r\n\r\n", "a"),
                        closed(head + "\r\nTransfer-Encoding: chunked\r\n\r\n", "1\r\na\r\n")))
                .toList();

        slow.forEach(CompletableFuture::join);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/migrations, application/json",
        "/engine-rest/task, application/json",
        "/sandbox/clock, application/json",
        "/sign-in, application/x-www-form-urlencoded",
        "/operations/readiness, application/x-www-form-urlencoded"
    })
    void whoseBodyIsLateIsToldSo(String path, String type) {
        Stream.of(
                        "Content-Length: 50\r\n\r\na=b",
                        "Content-Length: 50\r\n\r\n",
                        "Transfer-Encoding: chunked\r\n\r\n2\r\na")
                .map(rest -> besideOthers(() -> requireLate(path, type, rest)))
                .toList()
                .forEach(CompletableFuture::join);
    }

    private void requireLate(String path, String type, String rest) {
        var address = URI.create(program().address());
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(60_000);
            var request = "POST " + path + " HTTP/1.1\r\nHost: x\r\n" + basic("admin") + "\r\nContent-Type: " + type
                    + "\r\n" + rest;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));

            // To the end: the connection is closed, too.
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer)
                    .as(rest)
                    .startsWith("HTTP/1.1 408")
                    .contains("application/problem+json", "\"BODY_LATE\"");
        } catch (IOException broken) {
            throw new UncheckedIOException(rest, broken);
        }
    }

    @Test
    void norForTheRestOfAHeader() {
        Stream.of("GET /sign-in HTTP/1.1\r\nHost: x\r\nX-Unfini", "GET /sign")
                .map(begin -> closed(begin, ""))
                .toList()
                .forEach(CompletableFuture::join);
    }

    private CompletableFuture<Void> closed(String begin, String part) {
        return besideOthers(() -> requireClosed(begin, part));
    }

    /** What waits most of the time is done at the same time. */
    private static CompletableFuture<Void> besideOthers(Runnable wait) {
        return CompletableFuture.runAsync(wait, command -> new Thread(command).start());
    }

    /** Sends a part again and again, slowly, until the server ends the connection. */
    private void requireClosed(String begin, String part) {
        var address = URI.create(program().address());
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(200);
            socket.getOutputStream().write(begin.getBytes(StandardCharsets.US_ASCII));
            var patience = System.nanoTime() + Duration.ofMinutes(1).toNanos();
            while (!isClosedAfter(part, socket)) {
                assertThat(System.nanoTime()).as(begin).isLessThan(patience);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(begin, broken);
        }
    }

    private static boolean isClosedAfter(String part, Socket socket) throws IOException {
        try {
            socket.getOutputStream().write(part.getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readAllBytes();
            return true;
        } catch (SocketTimeoutException stillOpen) {
            return false;
        } catch (SocketException reset) {
            return true;
        }
    }

    @Test
    void aListOfAccountsMayBeLongWhereAnOperatorSendsIt() {
        var list = "publisherId\n" + "contoso-unknown\n".repeat(60_000);

        var reply =
                send(new Endpoint("POST", "/api/readiness-reports", CSV, "operator"), BodyPublishers.ofString(list));
        var chunked = send(
                new Endpoint("POST", "/api/readiness-reports", CSV, "operator"),
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(list.getBytes(StandardCharsets.UTF_8))));

        // Read to its end: its rows are what is refused.
        assertThat(reply.code()).isEqualTo("ROWS_REJECTED");
        assertThat(chunked.code()).isEqualTo("ROWS_REJECTED");
    }

    @Test
    void aBodyOfTheWebApplicationsIsBoundedToo() {
        var owner = sandbox().create(Kind.CONTOSO).owner();
        var body = "{\"taskDefinitionKeyIn\":[" + "\"a\",".repeat(20_000) + "\"a\"]}";

        requireProblem(
                program().openBrowserOf(owner).send("POST", ENGINE_IN_WEBAPPS + "/task", body), 400, "INPUT_TOO_LONG");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%61pi/migrations",
                "/api/%6digrations",
                "/api/migrations/%63ontoso",
                "/api/publishers/contoso/user%2Dsync",
                "/engine%2drest/task",
                "/engine-rest/t%61sk",
                "/%63amunda/api/engine/engine/default/task",
                "/camunda/%61pi/engine/engine/default/task",
                "/camunda/api/engine/engine/%64efault/task",
                "/s%61ndbox/accounts",
                "/%6Fperations",
                "/migr%61tions/contoso",
                "/sign%2Din",
                "/%76%33/api-docs",
                "/v%33/api-docs",
                "/%61ctuator/metrics",
                "/actuator/he%61lth",
                "/%70roblems",
                "/styles/web%2ecss",
                "/%63pp/api/publishers/contoso",
                "/swagger%2Dui/index.html",
                "/%5F"
            })
    void encodedLettersInAPathAreRefused(String path) {
        for (var caller : new String[] {null, "admin"}) {
            var reply = as(caller).get(path);

            requireProblem(reply, 400, "REQUEST_INVALID");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/engine-rest/user/owner%40contoso.com/profile",
        "/api/migrations/con%20toso",
        "/api/migrations/con%C3%A9toso",
        "/sandbox/accounts/con%2Btoso"
    })
    void whatHasToBeEncodedInAnIdMayBe(String path) {
        assertThat(as("admin").get(path).status()).isNotEqualTo(400);
    }

    static Stream<Endpoint> addresses() {
        return Stream.of(
                        "/api/migrations?cursor=%s",
                        "/api/migrations?state=%s",
                        "/api/migrations?%s=x",
                        "/api/migrations/%s",
                        "/engine-rest/task?processInstanceBusinessKey=%s",
                        "/engine-rest/process-definition/key/%s",
                        "/publishers?publisherId=%s",
                        "/operations?cursor=%s",
                        "/sandbox/mailbox?to=%s",
                        "/sandbox/accounts?cursor=%s",
                        "/sandbox/accounts/%s",
                        "/sandbox/writes?publisherId=%s",
                        "/v3/api-docs?x=%s",
                        "/actuator/metrics/jvm.info?tag=%s",
                        "/sign-in?x=%s",
                        "/problems?x=%s",
                        "/cpp/api/publishers?user=%s",
                        ENGINE_IN_WEBAPPS + "/task?name=%s")
                .flatMap(path -> Stream.of("%00", "a%00b").map(nul -> path.formatted(nul)))
                .map(path -> new Endpoint("GET", path, null, "admin"));
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void noAddressHoldsNul(Endpoint endpoint) {
        requireProblem(send(endpoint, BodyPublishers.noBody()), 400, "REQUEST_INVALID");
    }

    @ParameterizedTest
    @MethodSource("jsonEndpoints")
    void noJsonHoldsNul(Endpoint endpoint) {
        for (var text : List.of(
                "{\"publisherId\":\"a\\u0000b\",\"requestedBy\":\"a\"}",
                "{\"a\\u0000\":1}",
                "{\"a\":[{\"b\":[\"\\\\\\u0000\"]}]}")) {
            requireProblem(send(endpoint, BodyPublishers.ofString(text)), 400, "INPUT_MALFORMED");
        }
        // Unescaped it is no JSON at all, which is for the endpoint to say, where it is open.
        assertThat(send(endpoint, BodyPublishers.ofString("{\"a\":\"\u0000\"}")).status())
                .isIn(400, 403);
        var utf16 = BodyPublishers.ofByteArray("{\"a\":\"\\u0000\"}".getBytes(StandardCharsets.UTF_16BE));
        requireProblem(send(endpoint, utf16), 400, "INPUT_MALFORMED");
    }

    @Test
    void norWhereItsTypeIsWrittenInAnotherCase() {
        var body = BodyPublishers.ofString("{\"publisherId\":\"a\\u0000b\"}");

        requireProblem(
                send(new Endpoint("POST", "/api/migrations", "Application/JSON", "service"), body),
                400,
                "INPUT_MALFORMED");
    }

    @ParameterizedTest
    @MethodSource("jsonEndpoints")
    void aBodyHasOneType(Endpoint endpoint) {
        for (var type : List.of("*/*", "application/*", "application/*+json", "*/*;charset=utf-8")) {
            var odd = new Endpoint(endpoint.verb(), endpoint.path(), type, endpoint.caller());

            requireProblem(send(odd, BodyPublishers.ofString("{}")), 415, "MEDIA_TYPE_NOT_SUPPORTED");
            requireProblem(send(odd, BodyPublishers.noBody()), 415, "MEDIA_TYPE_NOT_SUPPORTED");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/yaml",
                "application/x-yaml",
                "application/xml",
                "text/json",
                "application/cbor",
                "application/x-jackson-smile",
                "application/x-ndjson",
                "application/x-java-serialized-object",
                "multipart/form-data; boundary=x"
            })
    void bodiesAreJsonAloneBothWays(String type) {
        for (var endpoint : jsonEndpoints().toList()) {
            var other = new Endpoint(endpoint.verb(), endpoint.path(), type, endpoint.caller());

            assertThat(send(other, BodyPublishers.ofString("publisherId: \"a\\0b\"\n"))
                            .status())
                    .as(endpoint.toString())
                    .isIn(403, 415);
        }
        for (var path : List.of("/api/migrations", "/api/readiness-reports/" + ID, "/v3/api-docs")) {
            var reply = as("operator").send("GET", path, null, Map.of("Accept", type));

            assertThat(reply.header("Content-Type").orElse(""))
                    .as(reply.toString())
                    .contains("json");
        }
    }

    @Test
    void anEscapedBackslashBeforeTheDigitsIsNoNul() {
        var reply = as("service").send("POST", "/api/migrations", "{\"publisherId\":\"a\\\\u0000\"}", Map.of());

        assertThat(reply.code()).isEqualTo("PUBLISHER_NOT_FOUND");
    }

    @Test
    void noFormHoldsNul() {
        var form = Map.of("Content-Type", FORM);
        for (var path : List.of("/sign-in", "/sign-out", "/operations/readiness", "/login/x/oauth2/v2.0/token")) {
            for (var fields : List.of("username=a%00b&password=x", "a%00=b")) {
                requireProblem(program().anonymous().send("POST", path, fields, form), 400, "REQUEST_INVALID");
            }
        }
    }

    @Test
    void noListHoldsNul() {
        for (var text : List.of("publisherId\ncon\u0000toso\n", "publisherId\n\u0000\n", "\u0000")) {
            var reply = as("operator")
                    .send("POST", "/api/readiness-reports?onError=skip", text, Map.of("Content-Type", CSV));

            assertThat(reply.status()).as(reply.toString()).isEqualTo(400);
            requireProblem(reply);
        }
        var listed = "{\"publisherIds\":[\"contoso\",\"a\\u0000\"]}";
        for (var path : List.of("/api/readiness-reports?onError=skip", "/api/campaigns")) {
            requireProblem(as("operator").send("POST", path, listed, Map.of()), 400, "INPUT_MALFORMED");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/migrations", "/engine-rest/task", "/sandbox/accounts", "/actuator/metrics", "/v3/api-docs"
            })
    void noCredentialsHoldNul(String path) {
        for (var credentials : List.of("a\u0000b:sandbox", "admin:sand\u0000box")) {
            var header = "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));

            requireProblem(
                    program().anonymous().send("GET", path, null, Map.of("Authorization", header)),
                    400,
                    "REQUEST_INVALID");
        }
    }

    @ParameterizedTest
    @MethodSource("jsonEndpoints")
    void deepNestsAndHugeNumbersAreNoFailureOfTheProgram(Endpoint endpoint) {
        for (var text : List.of(
                "[".repeat(30_000),
                "{\"a\":".repeat(10_000),
                "{\"variables\":{\"workEmail\":{\"value\":" + "[".repeat(900) + "]".repeat(900) + "}}}",
                "{\"publisherId\":" + "9".repeat(60_000) + "}",
                "{\"dryRun\":1e999999999,\"limit\":-1e999999999,\"maxResults\":1e999999999}",
                "{\"advance\":\"PT999999999999999H\",\"times\":99999999999999999999}",
                "{\"advance\":\"PT2562047788015215H\"}",
                "{\"advance\":\"PT88000000H\"}")) {
            var reply = send(endpoint, BodyPublishers.ofString(text));

            assertThat(reply.status()).as(text + "\n" + reply).isLessThan(500);
            assertThat(reply.isSuccess()
                            || reply.header("Content-Type").orElse("").startsWith("application/problem+json"))
                    .as(reply.toString())
                    .isTrue();
        }
    }

    @Test
    void tooManyParametersAreRefused() {
        var query = "a&".repeat(3_500);
        for (var path : List.of("/sign-in", "/api/migrations", "/engine-rest/task", "/sandbox/accounts")) {
            requireProblem(as("admin").get(path + "?" + query), 400, "REQUEST_INVALID");
        }
        var form = Map.of("Content-Type", FORM);
        requireProblem(program().anonymous().send("POST", "/sign-in", query, form), 400, "REQUEST_INVALID");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/campaigns/" + ID + "/accounts?cursor=-1",
                "/api/campaigns/" + ID + "/accounts?wave=-1",
                "/api/campaigns/" + ID + "/accounts?limit=-1",
                "/api/campaigns/" + ID + "/accounts?limit=0",
                "/api/campaigns/" + ID + "/accounts?limit=1001",
                "/api/campaigns/" + ID + "/accounts?cursor=99999999999",
                "/api/readiness-reports/" + ID + "/results?cursor=-1",
                "/api/readiness-reports/" + ID + "/results?limit=-1",
                "/api/readiness-reports/" + ID + "/results?limit=1001",
                "/api/migrations?limit=-1",
                "/api/migrations?limit=0",
                "/api/migrations?limit=1001",
                "/api/migrations?cursor=-1"
            })
    void sizesAndPlacesOfPagesAreBounded(String path) {
        requireProblem(as("operator").get(path), 400, "REQUEST_INVALID");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/operations/campaigns/" + ID + "?after=-1",
                "/operations/campaigns/" + ID + "?wave=-1",
                "/operations/readiness/" + ID + "?after=-2",
                "/operations/readiness/" + ID + "?after=99999999999",
                "/operations?cursor=-1"
            })
    void placesInListsOfThePagesAreBoundedToo(String path) {
        assertThat(program().openBrowserOf("operator").open(path).status()).isEqualTo(400);
    }

    private Reply send(Endpoint endpoint, BodyPublisher body) {
        var request = HttpRequest.newBuilder(URI.create(program().address() + endpoint.path()))
                .timeout(Duration.ofMinutes(2))
                .header("Accept", "application/json")
                .method(endpoint.verb(), body);
        if (endpoint.type() != null) {
            request.header("Content-Type", endpoint.type());
        }
        if (endpoint.caller() != null) {
            request.header("Authorization", basic(endpoint.caller()).replace("Authorization: ", ""));
        }
        return Visitor.send(HTTP, request.version(HttpClient.Version.HTTP_1_1).build());
    }

    private static String basic(String user) {
        var credentials = (user + ":" + Visitor.PASSWORD).getBytes(StandardCharsets.UTF_8);
        return "Authorization: Basic " + Base64.getEncoder().encodeToString(credentials);
    }
}
