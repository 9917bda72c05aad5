package io.accountmigration.web.signin;

import static io.accountmigration.web.People.OWNER;
import static io.accountmigration.web.People.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

import com.jayway.jsonpath.JsonPath;
import io.accountmigration.migration.MigrationRefused;
import io.accountmigration.migration.Refusal;
import io.accountmigration.web.Cases;
import io.accountmigration.web.WebTest;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The endpoints as a client on the wire finds them. */
class SignInEndpointsTest extends WebTest {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    private static final Pattern WEBAPP_TOKEN = Pattern.compile("XSRF-TOKEN=([^;]+); Path=/camunda; SameSite=Lax");

    private Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/migrations/contoso", "/engine-rest/task", "/v3/api-docs", "/actuator/metrics"})
    void programsAreAskedForUserNameAndPassword(String path) throws Exception {
        var answer = browser.call(path);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Basic realm=\"account-migration\"");
        assertThat(code(answer)).isEqualTo("UNAUTHENTICATED");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void wrongPasswordsAndBrokenCredentialsAreTheSame() throws Exception {
        for (var credentials : List.of("b3duZXI6eA==", "!!", "")) {
            var request =
                    browser.basic(OWNER, "/api/migrations/contoso").setHeader("Authorization", "Basic " + credentials);

            assertThat(browser.send(request).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void programsSignInWithEveryCall() throws Exception {
        var answer = browser.callAs("service", "/engine-rest/task");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void aSessionOpensNoCalls() throws Exception {
        browser.signIn(OWNER, PASSWORD);

        assertThat(browser.call("/api/migrations/contoso").statusCode()).isEqualTo(401);
        assertThat(browser.call("/engine-rest/task").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/nothing, application/json, 404, NOT_FOUND",
        "GET, /api, application/json, 404, NOT_FOUND",
        "DELETE, /api/migrations/contoso, application/json, 405, METHOD_NOT_ALLOWED",
        "POST, /api/migrations, application/json, 415, MEDIA_TYPE_NOT_SUPPORTED",
        "GET, /api/migrations/contoso, application/xml, 406, NOT_ACCEPTABLE",
        "GET, /api/failing, application/json, 500, INTERNAL_ERROR",
        "GET, /api/failing, text/html, 500, INTERNAL_ERROR"
    })
    void whatGoesWrongInACallIsAProblem(String method, String path, String accept, int status, String code)
            throws Exception {
        given(viewMigrations.latest(any(), any())).willReturn(Cases.waitingFor(OWNER));

        var answer = browser.send(browser.basic("operator", path)
                .header("Accept", accept)
                .header("Content-Type", "text/plain")
                .method(method, method.equals("POST") ? BodyPublishers.ofString("x") : BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(code(answer)).isEqualTo(code);
        assertThat(answer.body()).doesNotContain("internals", "Exception");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"%00", "..", "%2e%2e", "%2e%2e%2f", "a%2Fb", "a;b=c", "a%0d%0ab", "%20", "%ff", "a%5cb", "%25"})
    void noOddIdIsAFailureOfTheProgram(String id) throws Exception {
        var unknown = MigrationRefused.because(Refusal.PUBLISHER_NOT_FOUND, "");
        given(viewMigrations.latest(any(), any())).willThrow(unknown);
        given(publisherBanner.bannerFor(any(), any())).willThrow(unknown);

        for (var path : List.of("/api/migrations/" + id, "/api/publishers/" + id + "/banner")) {
            var answer = browser.callAs("operator", path);

            assertThat(answer.statusCode()).isBetween(400, 404);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        }
    }

    @Test
    void anEndlessIdIsRefused() throws Exception {
        assertThat(browser.callAs("operator", "/api/migrations/" + "a".repeat(10_000))
                        .body())
                .contains("REQUEST_INVALID");
    }

    @Test
    void anEndlessBodyIsRefusedAlsoWhenItDoesNotSayHowLongItIs() throws Exception {
        var body = ("{\"publisherId\":\"" + "a".repeat(100_000) + "\"}").getBytes();
        for (var publisher : List.of(
                BodyPublishers.ofByteArray(body), BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))) {
            var answer = browser.send(browser.basic(OWNER, "/api/migrations")
                    .header("Content-Type", "application/json")
                    .POST(publisher));

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(code(answer)).isEqualTo("INPUT_TOO_LONG");
        }
    }

    @Test
    void peopleSignInOnceAndArriveWhereTheyWantedToGo() throws Exception {
        var turnedAway = browser.page(TASKLIST);
        assertThat(turnedAway.statusCode()).isEqualTo(302);
        assertThat(location(turnedAway)).isEqualTo("/sign-in");
        // A browser also asks for icons and scripts meanwhile; they are nobody's destination.
        browser.call("/camunda/api/engine/engine/default/task");
        browser.call("/camunda/favicon.ico");

        var welcomed = browser.signIn(OWNER, PASSWORD);

        assertThat(location(welcomed)).isEqualTo(TASKLIST);
        assertThat(browser.page(TASKLIST).body()).contains("Tasklist of " + OWNER);
        assertThat(browser.page("/").statusCode()).isEqualTo(200);
        assertThat(location(browser.page("/sign-in"))).isEqualTo("/");
    }

    @Test
    void aSignInGetsANewSession() throws Exception {
        var before = browser.page("/sign-in").headers().firstValue("Set-Cookie").orElseThrow();
        var after = browser.signIn(OWNER, PASSWORD)
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();

        assertThat(after).isNotEqualTo(before).contains("HttpOnly", "SameSite=Lax");
    }

    @Test
    void aWrongPasswordIsSaidWithoutSayingWhatWasWrong() throws Exception {
        var answer = browser.signIn(OWNER, "wrong");

        assertThat(location(answer)).isEqualTo("/sign-in?failed");
        assertThat(browser.page("/sign-in?failed").body()).contains("The user name or the password is wrong");
    }

    @Test
    void aSignInPageThatStoodOpenTooLongIsShownAgain() throws Exception {
        var answer = browser.submit("/styles/web.css", "/sign-in", "username=x&password=y&_csrf=old");

        assertThat(location(answer)).isEqualTo("/sign-in?stale");
    }

    @Test
    void aFormThatWasOpenLongerThanTheSessionLeadsToTheSignInPage() throws Exception {
        for (var form : List.of("/migrations/contoso/cancel", "/operations/cancellation", "/sign-out")) {
            assertThat(location(browser.post(form))).as(form).isEqualTo("/sign-in?stale");
        }
    }

    @Test
    void signingOutEndsTheOneSession() throws Exception {
        browser.signIn(OWNER, PASSWORD);

        assertThat(browser.post("/sign-out").statusCode()).isEqualTo(403);
        var answer = browser.submit("/", "/sign-out", "x=y");

        assertThat(location(answer)).isEqualTo("/sign-in?signedOut");
        assertThat(browser.page("/").statusCode()).isEqualTo(302);
        assertThat(browser.page(TASKLIST).statusCode()).isEqualTo(302);
    }

    @Test
    void signingOutInAWebApplicationEndsTheOneSessionUnlessTheApplicationRefusesIt() throws Exception {
        var signOut = "/camunda/api/admin/auth/user/default/logout";
        browser.signIn(OWNER, PASSWORD);
        var token = webappToken();

        browser.post(signOut, "X-Test", "stay", "X-XSRF-TOKEN", token);
        assertThat(browser.page("/").statusCode()).isEqualTo(200);
        browser.post(signOut, "X-XSRF-TOKEN", token);
        assertThat(browser.page("/").statusCode()).isEqualTo(302);
    }

    @Test
    void aCallOfAWebApplicationWithoutItsTokenIsRefusedAndTheSessionGoesOn() throws Exception {
        var signOut = "/camunda/api/admin/auth/user/default/logout";
        browser.signIn(OWNER, PASSWORD);
        var token = webappToken();

        for (var headers : List.of(new String[0], new String[] {"X-XSRF-TOKEN", "wrong"})) {
            var answer = browser.post(signOut, headers);

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(code(answer)).isEqualTo("NOT_ALLOWED");
            assertThat(browser.page("/").statusCode()).isEqualTo(200);
        }
        assertThat(browser.post(signOut, "X-XSRF-TOKEN", token).statusCode()).isEqualTo(204);
    }

    @Test
    void webApplicationsHaveNoEndpointsOfTheirOwn() throws Exception {
        for (var endpoint : List.of(
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/auth/user/default/login/tasklist")) {
            assertThat(new Browser(port).post(endpoint).statusCode()).isEqualTo(401);
            browser.signIn(OWNER, PASSWORD);
            assertThat(browser.post(endpoint).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void scriptsOfAWebApplicationAreToldThatTheSessionIsOver() throws Exception {
        assertThat(browser.call("/camunda/api/engine/engine/default/task").statusCode())
                .isEqualTo(401);
    }

    @Test
    void onlyAPagesOwnThingsMayBeLoaded() throws Exception {
        var headers = browser.page("/sign-in").headers();

        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self'");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
        assertThat(headers.firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(browser.callAs("operator", "/api/nothing")
                        .headers()
                        .firstValue("Cache-Control")
                        .orElse(""))
                .contains("no-store");
        assertThat(browser.page("/styles/web.css").statusCode()).isEqualTo(200);
        assertThat(browser.page("/favicon.svg").statusCode()).isEqualTo(200);
        assertThat(browser.page("/favicon.ico").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"/elsewhere, 404", "/webjars/x.js, 404", "/cpp/x, 404"})
    void whatDoesNotExistHasAPageThatSaysSo(String path, int status) throws Exception {
        var answer = browser.page(path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("Not found").doesNotContain("Whitelabel");
    }

    @Test
    void aFailureOfTheProgramHasAPageWithoutInternals() throws Exception {
        browser.signIn(OWNER, PASSWORD);

        var answer = browser.page("/publishers/contoso/failing");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("Something went wrong here").doesNotContain("internals", "Exception");
        assertThat(browser.page("/operations").statusCode()).isEqualTo(403);
        assertThat(browser.page("/operations").body()).contains("Not allowed");
    }

    @Test
    void theInterfaceDescriptionNamesOurCallsOnly() throws Exception {
        var description = browser.callAs("service", "/v3/api-docs").body();

        assertThat(JsonPath.<java.util.Map<String, Object>>read(description, "$.paths")
                        .keySet())
                .allMatch(path -> path.startsWith("/api/"))
                .contains("/api/migrations/{publisherId}", "/api/publishers/{publisherId}/banner");
        assertThat(description).contains("Idempotency-Key").doesNotContain("Caller");
        browser.signIn("operator", PASSWORD);
        assertThat(browser.call("/v3/api-docs/swagger-config").statusCode()).isEqualTo(200);
        assertThat(browser.page("/swagger-ui/index.html").statusCode()).isEqualTo(200);
    }

    /** The token that scripts of the web applications read from its cookie. */
    private String webappToken() throws Exception {
        return browser.page(TASKLIST).headers().allValues("Set-Cookie").stream()
                .map(WEBAPP_TOKEN::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    private static String code(HttpResponse<String> answer) {
        return JsonPath.read(answer.body(), "$.code");
    }

    private String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("").replace("http://localhost:" + port, "");
    }
}
