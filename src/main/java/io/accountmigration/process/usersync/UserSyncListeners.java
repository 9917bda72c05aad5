package io.accountmigration.process.usersync;

import io.accountmigration.process.engine.ProcessListeners;
import io.accountmigration.process.engine.PublisherLoggingListener;
import java.util.List;
import org.springframework.stereotype.Component;

/** Names the publisher in the log lines of the user sync. */
@Component
class UserSyncListeners extends ProcessListeners {

    UserSyncListeners() {
        super(UserBackSyncModel.PROCESS_ID, List.of(), List.of(new PublisherLoggingListener()));
    }
}
