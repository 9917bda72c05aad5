package io.accountmigration.web.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

import io.accountmigration.web.WebTest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.web.embedded.EmbeddedWebServerFactoryCustomizerAutoConfiguration;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** The endpoints as local users of the configuration find them. */
@ImportAutoConfiguration(EmbeddedWebServerFactoryCustomizerAutoConfiguration.class)
@TestPropertySource(
        properties = {
            "server.forward-headers-strategy=native",
            "sign-in.users[0].name=alice",
            "sign-in.users[0].password-hash=$argon2id$v=19$m=16384,t=2,p=1$kzfpbvHOrClCCDdmZ6wPRA$"
                    + "0lOZCFE5eGOp8/mJ70Z/ae2DNed1a6ot2H+nWeaRYiI",
            "sign-in.users[0].role=OPERATOR"
        })
class LocalSignInTest extends WebTest {

    @MockitoBean
    private Clock clock;

    private Browser browser;

    @BeforeEach
    void open() {
        given(clock.instant()).willReturn(Instant.EPOCH);
        browser = new Browser(port);
    }

    @Test
    void aLocalUserSignsInOnThePage() throws Exception {
        browser.signIn("Alice", "sandbox");

        assertThat(browser.page("/operations").statusCode()).isNotEqualTo(302);
    }

    @Test
    void onlyThePasswordIsTypedAgainAfterAWrongOne() throws Exception {
        browser.signIn("al\"ice", "wrong");

        assertThat(browser.page("/sign-in?failed").body()).contains("value=\"al&quot;ice\"");
        assertThat(browser.page("/sign-in").body()).doesNotContain("al&quot;ice");
    }

    @Test
    void guessingOnThePageIsAnsweredWithAPageThatSaysHowLongToWait() throws Exception {
        for (int i = 0; i < SignInThrottle.FAILURES_OF_A_NAME_ON_A_NETWORK; i++) {
            assertThat(browser.signIn("mallory", "wrong").headers().firstValue("Location"))
                    .hasValueSatisfying(location -> assertThat(location).endsWith("/sign-in?failed"));
        }
        var answer = browser.signIn("mallory", "wrong");

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).contains("300");
        assertThat(answer.body()).contains("Too many attempts").doesNotContain("mallory");
    }

    @Test
    void nobodyIsLockedOutByWhoGuessesElsewhere() throws Exception {
        for (int network = 0; network < 5; network++) {
            for (int i = 0; i <= SignInThrottle.FAILURES_OF_A_NAME_ON_A_NETWORK; i++) {
                call("alice", "wrong", "198.51.100." + network);
            }
            assertThat(call("alice", "sandbox", "198.51.100." + network)).isEqualTo(429);
        }

        assertThat(call("alice", "sandbox", "203.0.113.1")).isEqualTo(200);
    }

    private int call(String user, String password, String address) throws Exception {
        var credentials = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        var request = browser.basic(user, "/engine-rest/task")
                .setHeader("Authorization", "Basic " + credentials)
                .header("X-Forwarded-For", address);
        return browser.send(request).statusCode();
    }
}
