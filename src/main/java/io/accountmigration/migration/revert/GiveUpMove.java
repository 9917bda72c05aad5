package io.accountmigration.migration.revert;

import io.accountmigration.migration.Actor;
import io.accountmigration.migration.MigrationWorkflow;
import io.accountmigration.migration.Migrations;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives up a move that has not come to its end before the portal's lock does. */
@Component
public class GiveUpMove {

    private final Migrations migrations;
    private final MigrationWorkflow workflow;
    private final Clock clock;

    GiveUpMove(Migrations migrations, MigrationWorkflow workflow, Clock clock) {
        this.migrations = migrations;
        this.workflow = workflow;
        this.clock = clock;
    }

    /** Marks the case, unless its move has been verified; the running step notices by itself. */
    @Transactional
    public void giveUp(String processInstanceId) {
        var migration = migrations.ofInstance(processInstanceId);
        if (!migration.move().hasBeenVerified() && !migration.state().isFinal()) {
            migration.giveUp(Actor.PROCESS, clock.instant());
            workflow.retryFailedSteps(processInstanceId);
        }
    }
}
