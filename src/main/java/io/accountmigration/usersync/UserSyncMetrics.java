package io.accountmigration.usersync;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** The metrics of the sync. */
@Component
public class UserSyncMetrics {

    private final MeterRegistry meters;

    UserSyncMetrics(MeterRegistry meters, UserChanges changes, UserSyncs userSyncs) {
        this.meters = meters;
        meters.gauge("usersync.changes.pending", changes, it -> it.countByState(ChangeState.PENDING));
        meters.gauge("usersync.changes.failing", changes, it -> it.countFailing(ChangeState.PENDING));
        meters.gauge("usersync.changes.unmapped", changes, it -> it.countByState(ChangeState.UNMAPPED));
        meters.gauge("usersync.removals.staged", changes, it -> it.countByState(ChangeState.STAGED));
        meters.gauge("usersync.publishers.quarantined", userSyncs, UserSyncs::countQuarantined);
    }

    /** A change has had its effect: how long after it was accepted. */
    public void applied(ChangeSource source, Instant receivedAt, Instant now) {
        var lag = Duration.between(receivedAt, now);
        meters.timer("usersync.change.effect", "source", source.name()).record(lag.isNegative() ? Duration.ZERO : lag);
    }

    /** A poll of the feed has ended so. */
    void polled(String outcome) {
        meters.counter("usersync.polls", "outcome", outcome).increment();
    }
}
