package io.accountmigration.usersync;

import java.time.Duration;
import org.springframework.test.context.TestPropertySource;

/** The same, where Partner Center's lists show each user as he was up to an hour ago. */
@TestPropertySource(properties = "user-sync.lag=PT1H")
class LateInterleavingsTest extends InterleavingsTest {

    @Override
    Duration listsLag() {
        return random().nextInt(3) == 0 ? Duration.ZERO : Duration.ofSeconds(random().nextInt(3600));
    }
}
