package io.accountmigration.web.signin;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Sign-in was tried in vain too often; whether this try would have been right is not even looked at. */
final class TooManyAttempts extends AuthenticationException {

    private final long retryAfterSeconds;

    TooManyAttempts(Duration retryAfter) {
        super("too many attempts to sign in");
        this.retryAfterSeconds = Math.max(1, retryAfter.toSeconds());
    }

    String retryAfter() {
        return String.valueOf(retryAfterSeconds);
    }
}
