package io.accountmigration.web.signin;

import static io.accountmigration.web.signin.SignInThrottle.FAILURES_OF_AN_ATTACKED_NAME;
import static io.accountmigration.web.signin.SignInThrottle.FAILURES_OF_A_NAME_ON_A_NETWORK;
import static io.accountmigration.web.signin.SignInThrottle.FAILURES_ON_A_NETWORK;
import static io.accountmigration.web.signin.SignInThrottle.FAILURES_WHILE_ATTACKED;
import static io.accountmigration.web.signin.SignInThrottle.REMEMBERED;
import static io.accountmigration.web.signin.SignInThrottle.WINDOW;
import static io.accountmigration.web.signin.SignInThrottle.WINDOW_WHILE_ATTACKED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import io.accountmigration.web.signin.SignInThrottle.Slowed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {

    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
    private static final String OFFICE = "203.0.113.1";

    private final Clock clock = mock(Clock.class);
    private final SignInThrottle throttle = new SignInThrottle(clock);

    @BeforeEach
    void start() {
        given(clock.instant()).willReturn(START);
    }

    @Test
    void aNameWaitsOnTheNetworkThatFailedWithItAndOnNoOther() {
        for (int i = 0; i < FAILURES_OF_A_NAME_ON_A_NETWORK; i++) {
            assertThat(throttle.waitFor("operator", "192.0.2.1")).isEmpty();
            throttle.failed("operator", "192.0.2.1");
        }

        assertThat(throttle.waitFor("operator", "192.0.2.1")).contains(WINDOW);
        assertThat(throttle.waitFor("operator", OFFICE)).isEmpty();
        assertThat(throttle.waitFor("auditor", "192.0.2.1")).isEmpty();
    }

    @Test
    void aNetworkWaitsAfterTooManyFailuresWhoeverIsTried() {
        failWithOthers("192.0.2.1", FAILURES_ON_A_NETWORK);

        assertThat(throttle.waitFor("operator", "192.0.2.1")).contains(WINDOW);
        assertThat(throttle.waitFor("operator", "192.0.2.2")).isEmpty();
    }

    @Test
    void whoHasSignedInOnANetworkDoesNotWaitForWhatOthersFailThere() {
        throttle.succeeded("operator", OFFICE);
        failWithOthers(OFFICE, FAILURES_ON_A_NETWORK);

        assertThat(throttle.waitFor("operator", OFFICE)).isEmpty();
        assertThat(throttle.waitFor("auditor", OFFICE)).isPresent();
    }

    @Test
    void anAttackOnOneNameFromManyNetworksIsSlowedDownOnEach() {
        attack("operator", 20);

        for (int network = 0; network < 20; network++) {
            assertThat(attempts("operator", "198.51.100." + network)).isEqualTo(FAILURES_WHILE_ATTACKED);
            assertThat(throttle.waitFor("operator", "198.51.100." + network)).contains(WINDOW_WHILE_ATTACKED);
        }
        assertThat(attempts("auditor", "198.51.100.1")).isEqualTo(FAILURES_OF_A_NAME_ON_A_NETWORK);
    }

    @Test
    void underAttackTheRightPasswordStillGetsInFromANetworkWithoutFailures() {
        attack("operator", 200);

        assertThat(throttle.waitFor("operator", OFFICE)).isEmpty();
    }

    @Test
    void underAttackANetworkWhereSomebodyHasSignedInKeepsAllAttempts() {
        throttle.succeeded("operator", OFFICE);
        attack("operator", 200);

        assertThat(attempts("operator", OFFICE)).isEqualTo(FAILURES_OF_A_NAME_ON_A_NETWORK);
    }

    @Test
    void anAttackLastsUntilNobodyHasTriedForAWhile() {
        attack("operator", 20);
        given(clock.instant()).willReturn(START.plus(WINDOW_WHILE_ATTACKED).minusSeconds(1));
        assertThat(attempts("operator", "198.51.100.1")).isEqualTo(FAILURES_WHILE_ATTACKED);

        given(clock.instant()).willReturn(START.plus(WINDOW_WHILE_ATTACKED.multipliedBy(2)));
        assertThat(attempts("operator", "198.51.100.1")).isEqualTo(FAILURES_OF_A_NAME_ON_A_NETWORK);
    }

    @Test
    void theWaitEndsByItself() {
        attempts("operator", "192.0.2.1");
        given(clock.instant()).willReturn(START.plus(WINDOW).minusSeconds(30));
        assertThat(throttle.waitFor("operator", "192.0.2.1")).contains(Duration.ofSeconds(30));

        given(clock.instant()).willReturn(START.plus(WINDOW));
        assertThat(throttle.waitFor("operator", "192.0.2.1")).isEmpty();
        assertThat(attempts("operator", "192.0.2.1")).isEqualTo(FAILURES_OF_A_NAME_ON_A_NETWORK);
    }

    @Test
    void whoKnowsThePasswordStartsAfresh() {
        for (int i = 1; i < FAILURES_OF_A_NAME_ON_A_NETWORK; i++) {
            throttle.failed("operator", "192.0.2.1");
        }
        throttle.succeeded("operator", "192.0.2.1");

        assertThat(attempts("operator", "192.0.2.1")).isEqualTo(FAILURES_OF_A_NAME_ON_A_NETWORK);
    }

    @Test
    void whatFailsTooOftenIsToldOnce() {
        for (int i = 1; i < FAILURES_OF_A_NAME_ON_A_NETWORK; i++) {
            assertThat(throttle.failed("operator", "192.0.2.1")).isEmpty();
        }
        assertThat(throttle.failed("operator", "192.0.2.1")).containsExactly(Slowed.NAME_ON_NETWORK);
        for (int i = FAILURES_OF_A_NAME_ON_A_NETWORK; i < FAILURES_ON_A_NETWORK - 1; i++) {
            assertThat(throttle.failed("somebody" + i, "192.0.2.1")).isEmpty();
        }
        assertThat(throttle.failed("another", "192.0.2.1")).containsExactly(Slowed.NETWORK);
        for (int i = FAILURES_OF_A_NAME_ON_A_NETWORK; i < FAILURES_OF_AN_ATTACKED_NAME - 1; i++) {
            assertThat(throttle.failed("operator", "198.51.100." + i)).isEmpty();
        }
        assertThat(throttle.failed("operator", "198.51.100.99")).containsExactly(Slowed.NAME);
    }

    @Test
    void memoryIsBounded() {
        for (int i = 0; i < 3 * REMEMBERED; i++) {
            throttle.failed("user" + i, "network" + i);
            throttle.succeeded("user" + i, "other" + i);
        }

        assertThat(throttle.remembered()).isEqualTo(4 * REMEMBERED);
    }

    @Test
    void aHouseholdIsOnePlaceOnTheNetwork() {
        assertThat(ClientNetwork.of("2001:db8:1:2::1")).isEqualTo(ClientNetwork.of("2001:db8:1:2:ffff::9"));
        assertThat(ClientNetwork.of("2001:db8:1:2::1")).isNotEqualTo(ClientNetwork.of("2001:db8:1:3::1"));
        assertThat(ClientNetwork.of("192.0.2.1")).isNotEqualTo(ClientNetwork.of("192.0.2.2"));
        assertThat(ClientNetwork.of("not:an address")).isEqualTo("unknown");
        assertThat(ClientNetwork.of("1".repeat(1_000))).isEqualTo("unknown");
        assertThat(ClientNetwork.of("a line\nand another")).isEqualTo("unknown");
        assertThat(ClientNetwork.of(null)).isEqualTo("unknown");
    }

    /** How many wrong passwords this name can try on this network before it has to wait. */
    private int attempts(String name, String network) {
        var made = 0;
        while (throttle.waitFor(name, network).isEmpty()) {
            throttle.failed(name, network);
            made++;
        }
        return made;
    }

    private void failWithOthers(String network, int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed("somebody" + i, network);
        }
    }

    private void attack(String name, int networks) {
        for (int i = 0; i < Math.max(networks, FAILURES_OF_AN_ATTACKED_NAME); i++) {
            throttle.failed(name, "100.64.0." + i % networks);
        }
    }
}
