package io.accountmigration.outside.partnercenter;

import io.accountmigration.partner.UserChangeFeed;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** The audit feed over HTTP, as Microsoft documents it, with this project's {@code accountId}. */
@Component
class HttpUserChangeFeed implements UserChangeFeed {

    @Override
    public Reading read(String accountId, Instant from, Instant to) {
        throw new UnsupportedOperationException("not there yet");
    }
}
