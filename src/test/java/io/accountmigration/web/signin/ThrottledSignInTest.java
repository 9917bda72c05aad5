package io.accountmigration.web.signin;

import static io.accountmigration.web.signin.SignInThrottle.FAILURES_OF_AN_ATTACKED_NAME;
import static io.accountmigration.web.signin.SignInThrottle.FAILURES_OF_A_NAME_ON_A_NETWORK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

@ExtendWith(OutputCaptureExtension.class)
class ThrottledSignInTest {

    private static final String RIGHT = "right";

    private final AtomicInteger checked = new AtomicInteger();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ThrottledSignIn signIn =
            new ThrottledSignIn(this::check, new SignInThrottle(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)), meters);

    @Test
    void theRightPasswordGetsInFromItsOwnNetworkWhateverOthersFail() {
        for (int network = 0; network < 30; network++) {
            for (int i = 0; i < FAILURES_OF_A_NAME_ON_A_NETWORK; i++) {
                refusal("operator", "wrong", "198.51.100." + network);
            }
        }

        assertThat(signIn.authenticate(attempt("Operator ", RIGHT, "203.0.113.1"))
                        .isAuthenticated())
                .isTrue();
    }

    @Test
    void whoHasToWaitIsNotEvenChecked() {
        for (int i = 0; i < FAILURES_OF_A_NAME_ON_A_NETWORK; i++) {
            assertThat(refusal("nobody", "wrong", "198.51.100.1")).isInstanceOf(BadCredentialsException.class);
        }
        var before = checked.get();

        assertThat(refusal("nobody", RIGHT, "198.51.100.1")).isInstanceOf(TooManyAttempts.class);
        assertThat(refusal(" NOBODY", RIGHT, "198.51.100.1")).isInstanceOf(TooManyAttempts.class);
        assertThat(checked).hasValue(before);
    }

    @Test
    void manyGuessesAtOnceAreHardlyMoreThanOneAfterTheOther() throws Exception {
        var guessers = 64;
        var sameMoment = new CyclicBarrier(guessers);
        var threads = Executors.newFixedThreadPool(guessers);
        try {
            var guesses = new ArrayList<Callable<AuthenticationException>>();
            for (int i = 0; i < guessers; i++) {
                guesses.add(() -> {
                    sameMoment.await();
                    return refusal("operator", "wrong", "198.51.100.1");
                });
            }
            for (var guess : threads.invokeAll(guesses)) {
                assertThat(guess.get()).isNotNull();
            }
        } finally {
            threads.shutdownNow();
        }

        // Those that were being checked at the same time had not failed yet.
        assertThat(checked.get()).isBetween(FAILURES_OF_A_NAME_ON_A_NETWORK, FAILURES_OF_A_NAME_ON_A_NETWORK + 3);
    }

    @Test
    void manyRightPasswordsAtOnceAllGetIn() throws Exception {
        var threads = Executors.newFixedThreadPool(32);
        try {
            var calls = new ArrayList<Callable<Authentication>>();
            for (int i = 0; i < 200; i++) {
                calls.add(() -> signIn.authenticate(attempt("service", RIGHT, "203.0.113.1")));
            }
            for (var call : threads.invokeAll(calls)) {
                assertThat(call.get().isAuthenticated()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void failuresAndWaitsAreLoggedAndCountedWithoutNames(CapturedOutput log) {
        for (int i = 0; i < FAILURES_OF_AN_ATTACKED_NAME; i++) {
            refusal("owner@contoso.com", "wrong-secret", "198.51.100." + i / FAILURES_OF_A_NAME_ON_A_NETWORK);
        }
        refusal("owner@contoso.com", "wrong-secret", "198.51.100.0");
        signIn.authenticate(attempt("owner@contoso.com", RIGHT, "203.0.113.1"));

        assertThat(counted("sign.in.attempts", "outcome", "failed")).isEqualTo(FAILURES_OF_AN_ATTACKED_NAME);
        assertThat(counted("sign.in.attempts", "outcome", "refused")).isEqualTo(1);
        assertThat(counted("sign.in.attempts", "outcome", "succeeded")).isEqualTo(1);
        assertThat(counted("sign.in.slowed", "what", "name-on-network")).isEqualTo(2);
        assertThat(counted("sign.in.slowed", "what", "name")).isEqualTo(1);
        assertThat(log)
                .contains("A sign-in from 198.51.100.0 failed", "slowed down")
                .doesNotContain("contoso", "secret", RIGHT);
    }

    private double counted(String name, String tag, String value) {
        return meters.get(name).tag(tag, value).counter().count();
    }

    private Authentication check(Authentication attempt) {
        checked.incrementAndGet();
        if (!RIGHT.equals(attempt.getCredentials())) {
            throw new BadCredentialsException("wrong");
        }
        return UsernamePasswordAuthenticationToken.authenticated(
                attempt.getName(), null, AuthorityUtils.NO_AUTHORITIES);
    }

    private AuthenticationException refusal(String name, String password, String address) {
        return assertThatExceptionOfType(AuthenticationException.class)
                .isThrownBy(() -> signIn.authenticate(attempt(name, password, address)))
                .actual();
    }

    private static Authentication attempt(String name, String password, String address) {
        var attempt = UsernamePasswordAuthenticationToken.unauthenticated(name, password);
        attempt.setDetails(new WebAuthenticationDetails(address, null));
        return attempt;
    }
}
