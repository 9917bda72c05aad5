package io.accountmigration.migration.move;

import io.accountmigration.migration.Migrations;
import io.accountmigration.migration.UserLeftBehind;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists users who cannot be carried over, with the reason. */
@Component
class RecordUsersNotMoved {

    private final Migrations migrations;
    private final Clock clock;

    RecordUsersNotMoved(Migrations migrations, Clock clock) {
        this.migrations = migrations;
        this.clock = clock;
    }

    /** Adds users to the list of the case. */
    @Transactional
    public void leave(String processInstanceId, List<UserLeftBehind> users) {
        var migration = migrations.ofInstance(processInstanceId);
        users.forEach(user -> migration.leaveBehind(user, clock.instant()));
    }
}
