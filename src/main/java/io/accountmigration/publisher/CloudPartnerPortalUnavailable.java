package io.accountmigration.publisher;

import java.time.Duration;

/** Cloud Partner Portal could not be asked. */
public class CloudPartnerPortalUnavailable extends OutsideUnavailable {

    public CloudPartnerPortalUnavailable(String message, Duration retryAfter, Throwable cause) {
        super("Cloud Partner Portal", message, retryAfter, cause);
    }
}
