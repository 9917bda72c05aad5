package io.accountmigration.outside;

import java.time.Duration;

/** The token endpoint answered, but not with a token; the wait it asked for, if any, must reach the caller. */
class TokenRefused extends RuntimeException {

    private final int status;
    private final Duration retryAfter;

    TokenRefused(int status, Duration retryAfter) {
        super("token endpoint answered " + status);
        this.status = status;
        this.retryAfter = retryAfter;
    }

    int status() {
        return status;
    }

    /** Whether the client itself is refused (RFC 6749, 5.2), not only this attempt. */
    boolean isFinal() {
        return status == 400 || status == 401 || status == 403;
    }

    Duration retryAfter() {
        return retryAfter;
    }
}
