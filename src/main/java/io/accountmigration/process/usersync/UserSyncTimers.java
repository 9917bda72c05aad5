package io.accountmigration.process.usersync;

import io.accountmigration.process.engine.TimerExpressions;
import io.accountmigration.usersync.SyncSettings;
import org.springframework.stereotype.Component;

/** The duration of the sync's timer, in the form that the model's expression reads. */
@Component("userSyncTimers")
public class UserSyncTimers implements TimerExpressions {

    private final SyncSettings settings;

    UserSyncTimers(SyncSettings settings) {
        this.settings = settings;
    }

    public String getSettle() {
        return settings.settle().toString();
    }
}
