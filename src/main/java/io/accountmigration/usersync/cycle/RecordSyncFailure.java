package io.accountmigration.usersync.cycle;

import io.accountmigration.usersync.FailureReason;
import io.accountmigration.usersync.SyncSettings;
import io.accountmigration.usersync.UserSync;
import io.accountmigration.usersync.UserSyncAlerts;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Notes that nothing could be done for a publisher as a whole, and tells operators when it is left alone for that. */
@Component
public class RecordSyncFailure {

    private final UserSyncAlerts alerts;
    private final SyncSettings settings;
    private final Clock clock;

    RecordSyncFailure(UserSyncAlerts alerts, SyncSettings settings, Clock clock) {
        this.alerts = alerts;
        this.settings = settings;
        this.clock = clock;
    }

    public void note(UserSync sync, FailureReason reason) {
        if (sync.failed(reason, settings, clock.instant())) {
            alerts.quarantined(
                    sync.publisherId(), reason, sync.quarantine().orElseThrow().nextTryAt());
        }
    }
}
