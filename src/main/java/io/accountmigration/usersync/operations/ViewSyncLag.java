package io.accountmigration.usersync.operations;

import io.accountmigration.usersync.PollPace;
import io.accountmigration.usersync.SyncLag;
import io.accountmigration.usersync.UserSyncs;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Shows how old what is known of the users of all accounts may be. */
@Component
public class ViewSyncLag {

    private final UserSyncs userSyncs;
    private final PollPace pace;
    private final Clock clock;

    ViewSyncLag(UserSyncs userSyncs, PollPace pace, MeterRegistry meters, Clock clock) {
        this.userSyncs = userSyncs;
        this.pace = pace;
        this.clock = clock;
        meters.gauge("usersync.lag.seconds", this, it -> it.now().longest().toSeconds());
        meters.gauge("usersync.poll.interval.seconds", this, it -> it.now()
                .interval()
                .toSeconds());
    }

    public SyncLag now() {
        var feeds = userSyncs.countFeeds();
        var longest = feeds.getOldest() == null ? Duration.ZERO : Duration.between(feeds.getOldest(), clock.instant());
        return new SyncLag(
                feeds.getAll(),
                feeds.getAll() - feeds.getWasRead(),
                longest.isNegative() ? Duration.ZERO : longest,
                pace.interval(feeds.getAll()));
    }
}
