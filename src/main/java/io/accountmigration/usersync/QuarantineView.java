package io.accountmigration.usersync;

import java.time.Instant;
import org.springframework.lang.Nullable;

/**
 * A publisher that is left alone for a while.
 *
 * @param nextTryAt null when it is turned off until an operator asks for a reconciliation
 */
public record QuarantineView(
        FailureReason reason, Instant since, @Nullable Instant nextTryAt, boolean turnedOff) {}
