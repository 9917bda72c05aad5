package io.accountmigration.web.signin;

import io.accountmigration.publisher.InvisibleText;
import io.accountmigration.web.signin.SignInThrottle.Slowed;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Checks passwords for every endpoint that takes them, a few at once, and slows down who guesses. */
final class ThrottledSignIn implements AuthenticationManager {

    private static final Logger LOG = LoggerFactory.getLogger(ThrottledSignIn.class);

    /** A check may take its share of memory. */
    private static final int CHECKS_AT_ONCE = 4;

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LONGEST_NAME = 321;

    private final AuthenticationManager users;
    private final SignInThrottle throttle;
    private final MeterRegistry meters;
    private final Semaphore checks = new Semaphore(CHECKS_AT_ONCE, true);

    ThrottledSignIn(AuthenticationManager users, SignInThrottle throttle, MeterRegistry meters) {
        this.users = users;
        this.throttle = throttle;
        this.meters = meters;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var name = key(attempt.getName());
        var network = ClientNetwork.of(
                attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : null);
        refuseIfSlowed(name, network);
        waitForTurn();
        try {
            // Others may have failed while this one waited.
            refuseIfSlowed(name, network);
            return check(attempt, name, network);
        } finally {
            checks.release();
        }
    }

    private Authentication check(Authentication attempt, String name, String network) {
        try {
            var signedIn = users.authenticate(named(attempt));
            throttle.succeeded(name, network);
            count("succeeded");
            return signedIn;
        } catch (BadCredentialsException wrong) {
            count("failed");
            LOG.info("A sign-in from {} failed", network);
            throttle.failed(name, network).forEach(slowed -> tell(slowed, network));
            throw wrong;
        }
    }

    private void tell(Slowed slowed, String network) {
        meters.counter("sign.in.slowed", "what", lowerCase(slowed.name())).increment();
        switch (slowed) {
            case NAME_ON_NETWORK -> LOG.warn("Sign-ins of one name from {} are slowed down: too many failed", network);
            case NETWORK -> LOG.warn("Sign-ins from {} are slowed down: too many failed, of several names", network);
            case NAME -> LOG.warn("Sign-ins of one name are slowed down: too many failed, lastly from {}", network);
        }
    }

    private void refuseIfSlowed(String name, String network) {
        throttle.waitFor(name, network).ifPresent(wait -> {
            count("refused");
            throw new TooManyAttempts(wait);
        });
    }

    private void waitForTurn() {
        try {
            if (!checks.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TooManyAttempts(PATIENCE);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new TooManyAttempts(PATIENCE);
        }
    }

    private void count(String outcome) {
        meters.counter("sign.in.attempts", "outcome", outcome).increment();
    }

    /** A name is copied along with what stands unseen around it. */
    private static Authentication named(Authentication attempt) {
        var name = InvisibleText.trim(attempt.getName());
        if (name.equals(attempt.getName())) {
            return attempt;
        }
        var trimmed = UsernamePasswordAuthenticationToken.unauthenticated(name, attempt.getCredentials());
        trimmed.setDetails(attempt.getDetails());
        return trimmed;
    }

    private static String lowerCase(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String key(String name) {
        var known = InvisibleText.trim(name).toLowerCase(Locale.ROOT);
        // Longer than any name: shortened to save memory.
        return known.length() <= LONGEST_NAME ? known : known.substring(0, LONGEST_NAME);
    }
}
