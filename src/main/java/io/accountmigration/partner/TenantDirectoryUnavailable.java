package io.accountmigration.partner;

import io.accountmigration.publisher.OutsideUnavailable;
import java.time.Duration;

/** The tenant directory could not be asked. */
public class TenantDirectoryUnavailable extends OutsideUnavailable {

    public TenantDirectoryUnavailable(String message, Duration retryAfter, Throwable cause) {
        super("Tenant directory", message, retryAfter, cause);
    }
}
