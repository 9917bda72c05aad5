package io.accountmigration.system.apart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accountmigration.system.PostgresProgram;
import io.accountmigration.system.Program;
import io.accountmigration.system.RawRequest;
import io.accountmigration.system.Refusals;
import io.accountmigration.system.Reply;
import io.accountmigration.system.Visitor;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** The program as it runs for real, with local users, behind a proxy that ends the encryption. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "server.tomcat.connection-timeout=1s",
            "web.request.body-timeout=PT2S",
            // The address comes from the server that the test starts.
            "spring.datasource.url=jdbc:postgresql://overridden/",
            "spring.datasource.username=postgres",
            "spring.datasource.password=postgres",
            "migration.trail.key=a-key-of-at-least-thirty-two-characters",
            "spring.mail.host=127.0.0.1",
            "spring.mail.port=1",
            "notification.from=no-reply@example.com",
            "notification.operators=operators@example.com",
            "notification.base-url=https://migration.example.com",
            "outside.cpp.base-url=http://127.0.0.1:1/cpp",
            "outside.cpp.token-url=http://127.0.0.1:1/token",
            "outside.cpp.client-id=program",
            "outside.cpp.client-secret=secret",
            "outside.partner-center.base-url=http://127.0.0.1:1/partner-center",
            "outside.partner-center.token-url=http://127.0.0.1:1/token",
            "outside.partner-center.client-id=program",
            "outside.partner-center.client-secret=secret",
            "server.address=127.0.0.1",
            "outside.directory.graph-url=http://127.0.0.1:1/graph",
            "outside.directory.login-url=http://127.0.0.1:1/login",
            "outside.directory.token-url=http://127.0.0.1:1/token",
            "outside.directory.client-id=program",
            "outside.directory.client-secret=secret",
            "sign-in.users[0].name=operator",
            "sign-in.users[0].password-hash=" + Visitor.QUICK_PASSWORD_HASH,
            "sign-in.users[0].role=OPERATOR",
            "sign-in.users[1].name=service",
            "sign-in.users[1].password-hash=" + Visitor.QUICK_PASSWORD_HASH,
            "sign-in.users[1].role=SERVICE",
        })
@ContextConfiguration(initializers = PostgresProgram.class)
@ActiveProfiles("production")
@AutoConfigureObservability(tracing = false)
class ProductionTest {

    /** Those that are there before anybody has called anybody. */
    private static final Pattern FIGURE =
            Pattern.compile("\\b(migration|campaign|process|usersync_changes|hikaricp|executor|jvm)_\\w+");

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    @Autowired
    private JavaMailSenderImpl mailSender;

    @Test
    void localUsersSignInWithTheirPasswords() {
        assertThat(program().as("operator").get("/api/migrations").status()).isEqualTo(200);
        assertThat(program()
                        .as("service")
                        .get("/engine-rest/process-instance/unknown")
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "owner@contoso.com", "operator2", "program"})
    void nobodyOfTheSandboxExists(String user) {
        assertThat(program().as(user).get("/api/migrations").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sandbox/accounts", "/cpp/api/publishers/contoso", "/login/x/oauth2/v2.0/token"})
    void theSandboxIsNotThere(String path) {
        assertThat(program().as("operator").get(path).status()).isEqualTo(404);
    }

    @Test
    void guessingIsSlowedDownWithoutSayingWhoExists() {
        for (var user : List.of("service-to-guess", "nobody")) {
            Reply last = null;
            for (int i = 0; i <= 8; i++) {
                last = wrongPassword(user, "203.0.113.7");
                assertThat(last.status()).isEqualTo(i < 8 ? 401 : 429);
            }
            assertThat(last.code()).isEqualTo("TOO_MANY_ATTEMPTS");
            assertThat(Long.parseLong(last.header("Retry-After").orElseThrow())).isBetween(1L, 300L);
        }
    }

    @Test
    void nobodyIsLockedOutByOthersWhoGuess() {
        for (int i = 0; i < 100; i++) {
            wrongPassword("service", "198.51.100." + i / 4);
        }

        assertThat(password("service", Visitor.PASSWORD, "198.51.100.200").status())
                .isEqualTo(200);
        assertThat(wrongPassword("service", "198.51.100.1").status()).isEqualTo(429);
    }

    @Test
    void cookiesAreForEncryptedConnectionsOnly() {
        var page = throughTheProxy("/sign-in");
        assertThat(page.header("Set-Cookie").orElse("")).contains("; Secure", "; HttpOnly", "; SameSite=Lax");
    }

    @ParameterizedTest
    @CsvSource({
        "/sign-in, 200",
        "/, 302",
        "/api/migrations, 401",
        "/engine-rest/task, 401",
        "/nothing, 404",
        "/camunda/app/tasklist/default/, 302",
        "/camunda/lib/deps.js, 302",
        "/styles/web.css, 200"
    })
    void everyAnswerCarriesTheHeadersThatProtectIt(String path, int status) {
        var answer = throughTheProxy(path);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.header("Strict-Transport-Security").orElse("")).contains("max-age=31536000");
        assertThat(answer.header("X-Frame-Options")).contains("DENY");
        assertThat(answer.header("Referrer-Policy")).contains("same-origin");
        if (!path.startsWith("/camunda")) {
            assertThat(answer.header("Content-Security-Policy").orElse(""))
                    .contains("default-src 'none'", "frame-ancestors 'none'");
        }
        assertThat(answer.header(HttpHeaders.SERVER)).isEmpty();
    }

    @Test
    void managementIsOnAPortOfItsOwn() {
        var management = management();

        assertThat(managementPort).isNotEqualTo(port);
        assertThat(management.anonymous().get("/actuator/health/readiness").status())
                .isEqualTo(200);
        assertThat(management.anonymous().get("/actuator/metrics").status()).isEqualTo(401);
        assertThat(management.as("operator").get("/actuator/metrics").status()).isEqualTo(200);
        assertThat(management.as("service").get("/actuator/metrics").status()).isEqualTo(403);
        assertThat(management.anonymous().get("/actuator/env").status()).isIn(401, 404);
        assertThat(program().anonymous().get("/actuator/health").status()).isEqualTo(404);
        assertThat(program().as("operator").get("/actuator/metrics").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/he%61lth",
                "/%61ctuator/metrics",
                "/actuator/metrics/jvm.info?tag=a%00",
                "/actuator/metrics;a=b",
                "/actuator//metrics",
                "/actuator/health/../metrics",
                "/actuator/health%2f..%2fmetrics"
            })
    void itsPathsAreAsStrictAsOnTheOtherPort(String path) {
        var answer = RawRequest.get(path).sentTo(management());

        assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json", "REQUEST_INVALID");
    }

    @Test
    void itsBodiesAreAsShortAsOnTheOtherPort() {
        for (var path : List.of("/actuator/health", "/actuator/metrics")) {
            var reply = management().as("operator").send("POST", path, " ".repeat(66_000), Map.of());

            assertThat(reply.status()).as(reply.toString()).isEqualTo(400);
            assertThat(reply.code()).isEqualTo("INPUT_TOO_LONG");
        }
    }

    @Test
    void itListensWhereTheProgramDoes() {
        assertThatThrownBy(() -> new Socket("127.0.0.2", managementPort).close())
                .isInstanceOf(ConnectException.class);
        assertThatThrownBy(() -> new Socket("127.0.0.2", port).close()).isInstanceOf(ConnectException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /actuator/nothing,                              */*,              404, NOT_FOUND",
        "GET,    /actuator/nothing,                              text/html,        404, NOT_FOUND",
        "GET,    /actuator/nothing,                              image/png,        404, NOT_FOUND",
        "GET,    /api/migrations,                                application/json, 404, NOT_FOUND",
        "GET,    /engine-rest/task,                              application/json, 404, NOT_FOUND",
        "POST,   /actuator/metrics,                              application/json, 405, METHOD_NOT_ALLOWED",
        "DELETE, /actuator/prometheus,                           application/json, 405, METHOD_NOT_ALLOWED",
        "GET,    /actuator/metrics,                              image/png,        406, NOT_ACCEPTABLE",
        "GET,    /actuator/metrics/http.server.requests?tag=x,   application/json, 400, REQUEST_INVALID",
    })
    void itsErrorsAreProblems(String verb, String path, String accept, int status, String code) {
        var reply = management().as("operator").send(verb, path, null, Map.of("Accept", accept));

        Refusals.requireProblem(reply, status, code);
        assertThat(reply.header("Cache-Control").orElse("")).contains("no-store");
        assertThat(reply.header("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void itWaitsForNobody() throws IOException {
        var address = URI.create(management().address());
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream()
                    .write("POST /actuator/health HTTP/1.1\r\nHost: x\r\nContent-Length: 50\r\n\r\na"
                            .getBytes(StandardCharsets.US_ASCII));

            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 408");
        }
    }

    @Test
    void aMailServerThatHangsKeepsNobodyWaiting() {
        assertThat(mailSender.getJavaMailProperties())
                .containsEntry("mail.smtp.connectiontimeout", "1000")
                .containsEntry("mail.smtp.timeout", "5000")
                .containsEntry("mail.smtp.writetimeout", "5000");
    }

    @Test
    void everyFigureOfTheDashboardExists() throws IOException {
        var management = management();
        var figures = management.as("operator").get("/actuator/prometheus").text();
        var dashboard = Files.readString(Path.of("src/main/docker/grafana/dashboards/account-migration.json"));

        assertThat(management.anonymous().get("/actuator/prometheus").status()).isEqualTo(401);
        assertThat(FIGURE.matcher(dashboard).results().map(MatchResult::group))
                .hasSizeGreaterThan(10)
                .allSatisfy(figure -> assertThat(figures).contains("\n" + figure));
    }

    private Reply throughTheProxy(String path) {
        return program()
                .anonymous()
                .send("GET", path, null, Map.of("Accept", "text/html", "X-Forwarded-Proto", "https"));
    }

    private Reply wrongPassword(String user, String address) {
        return password(user, "wrong", address);
    }

    private Reply password(String user, String password, String address) {
        var credentials = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return program()
                .anonymous()
                .send(
                        "GET",
                        "/api/migrations",
                        null,
                        Map.of("Authorization", "Basic " + credentials, "X-Forwarded-For", address));
    }

    private Program management() {
        return new Program("http://127.0.0.1:" + managementPort);
    }

    private Program program() {
        return new Program("http://127.0.0.1:" + port);
    }
}
