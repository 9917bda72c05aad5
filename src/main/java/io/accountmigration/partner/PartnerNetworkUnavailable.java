package io.accountmigration.partner;

import io.accountmigration.publisher.OutsideUnavailable;
import java.time.Duration;

/** The partner network could not be asked. */
public class PartnerNetworkUnavailable extends OutsideUnavailable {

    public PartnerNetworkUnavailable(String message, Duration retryAfter, Throwable cause) {
        super("Partner network", message, retryAfter, cause);
    }
}
