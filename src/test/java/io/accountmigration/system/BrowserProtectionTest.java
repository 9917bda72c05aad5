package io.accountmigration.system;

import static io.accountmigration.system.Refusals.requireProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser is kept from: storing answers, sending what another site wants, and losing its session by that. */
class BrowserProtectionTest extends WholeProgramTest {

    /** Who may read at each endpoint. */
    private static final Map<String, String> READERS = Map.of(
            "/api/migrations", "admin",
            "/engine-rest/task", "operator",
            "/sandbox/accounts", "admin",
            "/sandbox/mailbox?to=owner@contoso.com", "admin",
            "/v3/api-docs", "admin",
            "/actuator/metrics", "admin");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/migrations",
                "/api/nothing",
                "/engine-rest/task",
                "/engine-rest/user?id=owner@contoso.com",
                "/engine-rest/nothing",
                "/sandbox/mailbox?to=owner@contoso.com",
                "/sandbox/accounts/contoso",
                "/v3/api-docs",
                "/actuator/metrics"
            })
    void noCacheKeepsAnAnswerToAProgram(String path) {
        for (var caller : new String[] {null, "admin", "operator"}) {
            requireNotStored(as(caller).get(path));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/publishers/contoso",
                "/migrations/contoso",
                "/operations",
                "/nothing",
                "/camunda/api/admin/auth/user/default",
                "/camunda/api/engine/engine/",
                Browser.ENGINE + "/filter",
                Browser.ENGINE + "/task/nothing/form-variables",
                "/camunda/api/nothing"
            })
    void norOneToABrowser(String path) {
        requireNotStored(program().openBrowserOf("operator").call("GET", path, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/lib/deps.js",
                "/camunda/api/tasklist/plugin/tasklistPlugins/static/app/plugin.js",
                "/camunda/assets/images/camunda-logo.svg"
            })
    void whatIsTheSameForEverybodyMayBeKept(String path) {
        assertThat(program()
                        .openBrowserOf("operator")
                        .open(path)
                        .header("Cache-Control")
                        .orElse(""))
                .doesNotContain("no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PATCH", "PUT", "DELETE", "TRACE", "PROPFIND", "LOCK", "FOO", "QUERY"})
    void aVerbThatAnEndpointDoesNotKnowIsAProblem(String verb) {
        var closed = List.of(
                "/api/migrations",
                "/api/nothing",
                "/engine-rest/process-definition/count",
                "/camunda/api/engine/engine/default/process-definition/count",
                "/camunda/app/tasklist/default/",
                "/operations",
                "/migrations/contoso",
                "/sign-in",
                "/problems",
                "/styles/web.css",
                "/sandbox/mailbox",
                "/sandbox/nothing",
                "/v3/api-docs",
                "/actuator/metrics",
                "/nothing");
        for (var path : closed) {
            for (var accept : List.of("text/html", "*/*")) {
                var reply = as("admin").send(verb, path, null, Map.of("Accept", accept));

                assertThat(reply.status()).as(reply.toString()).isBetween(400, 501);
                assertThat(reply.status()).as(reply.toString()).isNotEqualTo(500);
                assertThat(reply.header("Content-Type").orElse("none"))
                        .as(reply.toString())
                        .startsWith("application/problem+json");
            }
        }
    }

    @Test
    void aBrowserAddsBasicCredentialsToNoOtherSitesRequest() {
        READERS.forEach((path, reader) -> {
            for (var site : List.of("cross-site", "same-site", "anything")) {
                var reply = as(reader).send("GET", path, null, Map.of("Sec-Fetch-Site", site));

                requireProblem(reply, 403, "NOT_ALLOWED");
                requireNotStored(reply);
            }
            for (var site : List.of("same-origin", "none")) {
                assertThat(as(reader)
                                .send("GET", path, null, Map.of("Sec-Fetch-Site", site))
                                .status())
                        .as(path)
                        .isEqualTo(200);
            }
        });
    }

    @Test
    void aLinkFromAnotherSiteMayLeadToAPage() {
        var reply = program()
                .anonymous()
                .send("GET", "/sign-in", null, Map.of("Accept", "text/html", "Sec-Fetch-Site", "cross-site"));

        assertThat(reply.status()).isEqualTo(200);
    }

    @Test
    void aWrongTokenIsRefusedAndEndsNoSession() {
        var browser = program().browserOf("operator");
        var claim = Browser.ENGINE + "/task/nothing/claim";
        for (var headers : List.of(
                Map.of("Content-Type", "application/json"),
                Map.of("Content-Type", "application/json", "X-XSRF-TOKEN", "wrong"),
                Map.of("Content-Type", "application/json", "X-XSRF-TOKEN", ""))) {
            var reply = browser.send("POST", claim, "{\"userId\":\"operator\"}", headers);

            requireProblem(reply, 403, "NOT_ALLOWED");
            assertThat(browser.open("/operations").status()).isEqualTo(200);
        }
        // With the token that the browser was given before, it still continues.
        assertThat(browser.send("POST", claim, "{\"userId\":\"operator\"}").code())
                .isEqualTo("TASK_NOT_FOUND");
    }

    @Test
    void aTokenOfSomebodyElseIsWrongToo() {
        var other = program().browserOf("admin").engineToken().orElseThrow();

        var reply = program()
                .browserOf("operator")
                .send(
                        "POST",
                        Browser.ENGINE + "/task/nothing/claim",
                        "{\"userId\":\"operator\"}",
                        Map.of(
                                "Content-Type",
                                "application/json",
                                "X-XSRF-TOKEN",
                                other,
                                "Cookie",
                                "XSRF-TOKEN=" + other));

        requireProblem(reply, 403, "NOT_ALLOWED");
    }

    private static void requireNotStored(Reply reply) {
        assertThat(reply.header("Cache-Control").orElse("none"))
                .as(reply.toString())
                .contains("no-store");
    }
}
