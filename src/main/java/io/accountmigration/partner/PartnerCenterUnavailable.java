package io.accountmigration.partner;

import io.accountmigration.publisher.OutsideUnavailable;
import java.time.Duration;

/** Partner Center could not be asked. */
public class PartnerCenterUnavailable extends OutsideUnavailable {

    public PartnerCenterUnavailable(String message, Duration retryAfter, Throwable cause) {
        super("Partner Center", message, retryAfter, cause);
    }
}
