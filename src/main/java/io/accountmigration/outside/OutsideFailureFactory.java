package io.accountmigration.outside;

import io.accountmigration.publisher.OutsideUnavailable;
import java.time.Duration;

/** Makes a system's own named failure; each of their constructors is one. */
@FunctionalInterface
public interface OutsideFailureFactory {

    /** The failure to throw; {@code retryAfter} and {@code cause} may be null. */
    OutsideUnavailable of(String message, Duration retryAfter, Throwable cause);
}
