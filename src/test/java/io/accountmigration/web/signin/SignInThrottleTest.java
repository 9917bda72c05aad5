package io.accountmigration.web.signin;

import static io.accountmigration.web.signin.SignInThrottle.FAILURES_FROM_AN_ADDRESS;
import static io.accountmigration.web.signin.SignInThrottle.FAILURES_OF_A_USER;
import static io.accountmigration.web.signin.SignInThrottle.REMEMBERED;
import static io.accountmigration.web.signin.SignInThrottle.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {

    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

    private final Clock clock = mock(Clock.class);
    private final SignInThrottle throttle = new SignInThrottle(clock);

    @BeforeEach
    void start() {
        given(clock.instant()).willReturn(START);
    }

    @Test
    void aUserWaitsAfterTooManyFailuresWhereverTheyComeFrom() {
        for (int i = 0; i < FAILURES_OF_A_USER; i++) {
            assertThat(throttle.waitFor("operator", "192.0.2." + i)).isEmpty();
            throttle.failed("operator", "192.0.2." + i);
        }

        assertThat(throttle.waitFor("operator", "203.0.113.1")).contains(WINDOW);
        assertThat(throttle.waitFor("auditor", "192.0.2.1")).isEmpty();
    }

    @Test
    void anAddressWaitsAfterTooManyFailuresWhoeverIsTried() {
        for (int i = 0; i < FAILURES_FROM_AN_ADDRESS; i++) {
            throttle.failed("user" + i, "192.0.2.1");
        }

        assertThat(throttle.waitFor("operator", "192.0.2.1")).isPresent();
        assertThat(throttle.waitFor("operator", "192.0.2.2")).isEmpty();
    }

    @Test
    void theWaitEndsByItself() {
        for (int i = 0; i < FAILURES_OF_A_USER; i++) {
            throttle.failed("operator", "192.0.2.1");
        }
        given(clock.instant()).willReturn(START.plus(WINDOW).minusSeconds(30));
        assertThat(throttle.waitFor("operator", "192.0.2.1"))
                .hasValueSatisfying(wait -> assertThat(wait).isEqualTo(java.time.Duration.ofSeconds(30)));

        given(clock.instant()).willReturn(START.plus(WINDOW));
        assertThat(throttle.waitFor("operator", "192.0.2.1")).isEmpty();
    }

    @Test
    void whoKnowsThePasswordStartsAfreshButTheAddressDoesNot() {
        for (int i = 0; i < FAILURES_FROM_AN_ADDRESS; i++) {
            throttle.failed("operator", "192.0.2.1");
        }
        throttle.succeeded("operator");

        assertThat(throttle.waitFor("operator", "192.0.2.2")).isEmpty();
        assertThat(throttle.waitFor("operator", "192.0.2.1")).isPresent();
    }

    @Test
    void memoryIsBounded() {
        for (int i = 0; i < 3 * REMEMBERED; i++) {
            throttle.failed("user" + i, "address" + i);
        }

        assertThat(throttle.remembered()).isEqualTo(2 * REMEMBERED);
    }

    @Test
    void aHouseholdIsOnePlaceOnTheNetwork() {
        assertThat(ClientNetwork.of("2001:db8:1:2::1")).isEqualTo(ClientNetwork.of("2001:db8:1:2:ffff::9"));
        assertThat(ClientNetwork.of("2001:db8:1:2::1")).isNotEqualTo(ClientNetwork.of("2001:db8:1:3::1"));
        assertThat(ClientNetwork.of("192.0.2.1")).isNotEqualTo(ClientNetwork.of("192.0.2.2"));
        assertThat(ClientNetwork.of("not:an address")).isEqualTo("not:an address");
        assertThat(ClientNetwork.of(null)).isEmpty();
    }
}
