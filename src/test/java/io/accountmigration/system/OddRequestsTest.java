package io.accountmigration.system;

import static io.accountmigration.system.RawRequest.statusOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no browser sends: they open no endpoint, and get an answer without internals. */
class OddRequestsTest extends WholeProgramTest {

    /** Each behind another guard. */
    private static final List<String> ENDPOINTS = List.of(
            "/api/migrations",
            "/engine-rest/task",
            "/camunda/api/engine/engine/default/task",
            "/camunda/app/cockpit/default/",
            "/operations",
            "/actuator/metrics",
            "/sandbox/accounts",
            "/v3/api-docs");

    /** Other ways to write a path, some of which other servers take for the same. */
    private static final List<String> TRICKS = List.of(
            "/styles/..%s",
            "/styles/..;%s",
            "/styles/..;x=y%s",
            "/sign-in/..;%s",
            "/styles/%%2e%%2e%s",
            "/styles/%%2E%%2E;%s",
            "/styles/%%252e%%252e%s",
            "/styles/..%%2f..%s",
            "/styles/..%%5c%s",
            "/styles\\..%s",
            "/styles/%%c0%%ae%%c0%%ae%s",
            "/styles/web.css%%00%s",
            "/styles/web.css/..%s",
            "/actuator/health/..%s",
            "/actuator/health/..;%s",
            "/login/common/..;%s",
            "/./%s",
            "/%s",
            "//%s",
            "/;%s",
            "/;a=b%s",
            "%s;jsessionid=1",
            "%s;a=b",
            "%s;.css",
            "%s;/x.css",
            "%s/",
            "%s//",
            "%s/.",
            "%s/..;/",
            "%s.",
            "%s..",
            "%s%%00",
            "%s%%00.css",
            "%s%%20",
            "%s%%09",
            "%s%%0a",
            "%s%%0d%%0aSet-Cookie:%%20a=b",
            "%s%%2f",
            "%s%%5c",
            "%s.json",
            "%s.css",
            "%s?x=/styles/web.css",
            "%s#/styles/web.css");

    static Stream<String> endpoints() {
        return ENDPOINTS.stream();
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void noOtherWayToWriteAPathLeadsPastTheSignIn(String endpoint) {
        for (var target : targets(endpoint)) {
            var answer = RawRequest.get(target, "Accept: text/html").sentTo(program());

            requireOrderly(target, answer);
            assertThat(statusOf(answer)).as(target + "\n" + answer).isIn(302, 400, 401, 404);
            if (statusOf(answer) == 302) {
                assertThat(answer).as(target).containsPattern("Location: \\S*/sign-in\r\n");
            }
            assertThat(answer).as(target).doesNotContain("Set-Cookie: a=b");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/migrations", "/sandbox/accounts", "/actuator/metrics", "/api/publishers/contoso/user-sync"
            })
    void norPastTheRights(String endpoint) {
        var owner = sandbox().create(Kind.CONTOSO).owner();
        for (var target : targets(endpoint)) {
            var answer = RawRequest.get(target, basic(owner)).sentTo(program());

            requireOrderly(target, answer);
            assertThat(statusOf(answer)).as(target + "\n" + answer).isBetween(300, 499);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "TRACK", "CONNECT", "PROPFIND", "DEBUG", "get", "GET\u0000"})
    void anOddVerbDoesNothing(String verb) {
        for (var endpoint : ENDPOINTS) {
            var answer = new RawRequest(verb, endpoint, List.of(basic("admin"), "X-Secret: echo")).sentTo(program());

            requireOrderly(verb + " " + endpoint, answer);
            assertThat(statusOf(answer)).as(verb + " " + endpoint).isIn(0, 400, 401, 403, 404, 405, 501);
            assertThat(answer).doesNotContain("X-Secret");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization: Basic %s",
                "Authorization: Bearer %s",
                "Accept-Language: %s",
                "X-Correlation-Id: %s",
                "X-Forwarded-For: %s",
                "Cookie: JSESSIONID=%s",
                "Cookie: language=%s",
                "Idempotency-Key: %s",
                "Accept: %s",
                "%s: x"
            })
    void aHeaderThatIsTooLongIsRefused(String header) {
        for (var length : new int[] {9_000, 70_000, 1_000_000}) {
            for (var endpoint : List.of("/sign-in", "/api/migrations", "/engine-rest/task")) {
                var answer = answerTo(RawRequest.get(endpoint, header.formatted("a".repeat(length))));

                assertThat(statusOf(answer)).as(header + " " + length).isIn(0, 400, 431);
                requireOrderly(header, answer);
            }
        }
        assertThat(program().anonymous().get("/sign-in").status()).isEqualTo(200);
    }

    @Test
    void tooManyHeadersAreRefused() {
        var many = Stream.iterate(0, number -> number + 1)
                .limit(500)
                .map(number -> "X-" + number + ": y")
                .toArray(String[]::new);

        var answer = answerTo(RawRequest.get("/sign-in", many));

        assertThat(statusOf(answer)).isIn(400, 431);
        requireOrderly("many", answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: a\r\nHost: b",
                "Content-Length: 5\r\nContent-Length: 6",
                "Content-Length: -1",
                "Content-Length: x",
                "Transfer-Encoding: x",
                "Bad Header: x",
                ": x",
                "Accept-Language: ;;;q=\u0000",
                "Accept: /;q=x",
                "Cookie: =;=;\"",
                "Authorization: Basic",
                "Authorization: Basic !!!",
                "Authorization: Bearer a.b",
                "Authorization: \u00e9",
                "Range: bytes=-1-",
                "If-Modified-Since: never",
                "X-Forwarded-Proto: javascript",
                "X-Forwarded-Host: evil.example\r\nX-Forwarded-Port: x"
            })
    void anOddHeaderIsNoFailureOfTheProgram(String header) {
        for (var endpoint : List.of("/sign-in", "/api/migrations", "/engine-rest/task", "/nothing")) {
            var answer = answerTo(RawRequest.get(endpoint, header));

            requireOrderly(header, answer);
            assertThat(statusOf(answer)).as(header + "\n" + answer).isGreaterThanOrEqualTo(200);
            assertThat(answer).doesNotContain("evil.example");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nl;q=abc", "en;q=2", "nl;q=-1", "nl;q=", "nl;q=0.12345", "nl;q=1e-1", "-", "*;*", "xx-", ";"})
    void aLanguageThatCannotBeReadIsIgnored(String language) {
        for (var header : List.of(language, language + ",nl;q=0.5", "a".repeat(4_000), "a-".repeat(2_000))) {
            for (var endpoint : List.of("/engine-rest/task", "/engine-rest/engine/default/task", "/operations/x")) {
                var answer = RawRequest.get(endpoint, "Accept-Language: " + header, basic("operator"))
                        .sentTo(program());

                requireOrderly(header, answer);
                assertThat(statusOf(answer)).as(header + "\n" + answer).isIn(200, 302, 404);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/9.9", "HTTP/2.0", "HTTP/1.7"})
    void anUnknownVersionOfHttpIsTheCallersMistake(String version) {
        var answer = new RawRequest("GET", "/sign-in " + version + "\r\nX-Rest:", List.of()).sentTo(program());

        requireProblem(505, answer);
    }

    @Test
    void soIsWhatTheServerDoesNotKnow() {
        requireProblem(501, new RawRequest("CONNECT", "/sign-in", List.of()).sentTo(program()));
        requireProblem(
                501, RawRequest.get("/sign-in", "Transfer-Encoding: gzip").sentTo(program()));
    }

    private static void requireProblem(int status, String answer) {
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status)
                .contains("application/problem+json", "REQUEST_INVALID")
                .doesNotContain("INTERNAL_ERROR");
    }

    /** A server that has read enough may close while the rest is still on its way; that is an answer, too. */
    private String answerTo(RawRequest request) {
        try {
            return request.sentTo(program());
        } catch (java.io.UncheckedIOException closed) {
            return "";
        }
    }

    private static List<String> targets(String endpoint) {
        return TRICKS.stream().map(trick -> trick.formatted(endpoint)).toList();
    }

    private static void requireOrderly(String what, String answer) {
        // 501 is for what HTTP knows and this server does not: CONNECT, or encodings on the way.
        assertThat(statusOf(answer)).as(what + "\n" + answer).matches(status -> status < 500 || status == 501);
        assertThat(answer)
                .as(what)
                .doesNotContain(
                        "INTERNAL_ERROR", "Exception", "Apache Tomcat", "\tat ", "org.springframework", "org.camunda");
    }

    private static String basic(String user) {
        var credentials = (user + ":" + Visitor.PASSWORD).getBytes(StandardCharsets.UTF_8);
        return "Authorization: Basic " + Base64.getEncoder().encodeToString(credentials);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"publisherId\":\"contoso\"} {}",
                "{\"publisherId\":\"contoso\"} garbage",
                "{\"publisherId\":\"contoso\"}]",
                "{\"publisherId\":\"contoso\"}{\"publisherId\":\"fabrikam\"}"
            })
    void nothingFollowsAJsonDocument(String body) {
        Refusals.requireProblem(as("service").send("POST", "/api/migrations", body, Map.of()), 400, "BODY_UNREADABLE");
    }
}
