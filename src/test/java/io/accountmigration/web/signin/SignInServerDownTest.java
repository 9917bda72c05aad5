package io.accountmigration.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.accountmigration.publisher.RecognisePerson;
import io.accountmigration.publisher.RecordProviderLogout;
import io.accountmigration.web.WebTest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** A program whose sign-in server cannot be reached: it starts, and says so to who wants to come in. */
@TestPropertySource(
        properties = {
            "sign-in.oidc.issuer=http://127.0.0.1:1/realm",
            "sign-in.oidc.client-id=account-migration",
            "sign-in.oidc.client-secret=secret",
            "sign-in.oidc.audience=urn:account-migration"
        })
class SignInServerDownTest extends WebTest {

    @MockitoBean
    private RecognisePerson recognisePerson;

    @MockitoBean
    private RecordProviderLogout recordProviderLogout;

    private Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser(port);
    }

    @Test
    void peopleAreLedToThePageThatSaysSo() throws Exception {
        assertThat(location(browser.page("/publishers/contoso"))).isEqualTo("/sign-in/start/sso");
        assertThat(location(browser.page("/sign-in/start/sso"))).isEqualTo("/sign-in?failed");

        var page = browser.page("/sign-in?failed");
        assertThat(page.body())
                .contains("You could not be signed in. Try again.", "href=\"/sign-in/start/sso\"")
                .containsOnlyOnce("role=\"alert\"")
                .doesNotContain("password");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("form-action 'self' http://127.0.0.1:1;");
    }

    @Test
    void aTokenThatCannotBeCheckedIsNotCalledWrong() throws Exception {
        for (var path : new String[] {"/api/migrations/contoso", "/engine-rest/task"}) {
            var request =
                    browser.basic("service", path).setHeader("Authorization", "Bearer eyJhbGciOiJSUzI1NiJ9.e30.AAAA");
            var answer = browser.send(request);

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.body()).contains("OUTSIDE_UNAVAILABLE");
        }
    }

    @Test
    void nobodyComesInWithAPassword() throws Exception {
        assertThat(browser.callAs("service", "/engine-rest/task").statusCode()).isEqualTo(401);
        assertThat(location(browser.submit("/sign-in", "/sign-in", "username=operator&password=secret")))
                .isEqualTo("/sign-in?stale");
        assertThat(browser.page("/operations").statusCode()).isEqualTo(302);
    }

    private String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("").replace("http://localhost:" + port, "");
    }
}
