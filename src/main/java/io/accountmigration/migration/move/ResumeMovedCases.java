package io.accountmigration.migration.move;

import io.accountmigration.migration.Migration;
import io.accountmigration.migration.MigrationWorkflow;
import io.accountmigration.migration.Migrations;
import io.accountmigration.publisher.MovedPublisher;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Leads cases on whose publishers have moved already, as after a restore of the database: nothing is left to ask of
 * people, or to undo. The steps of the move recognise what is there.
 */
@Component
public class ResumeMovedCases {

    private final Migrations migrations;
    private final MigrationWorkflow workflow;
    private final Clock clock;

    ResumeMovedCases(Migrations migrations, MigrationWorkflow workflow, Clock clock) {
        this.migrations = migrations;
        this.workflow = workflow;
        this.clock = clock;
    }

    /** Those of the moved publishers whose case is not over, by publisher id. */
    @Transactional(readOnly = true)
    public List<String> find(List<MovedPublisher> moved) {
        var keys = moved.stream()
                .map(publisher -> Migration.keyOf(publisher.publisherId()))
                .toList();
        return keys.isEmpty() ? List.of() : migrations.findLiving(keys);
    }

    /** Leads the case on, unless it does so by itself, or an operator has suspended it. */
    @Transactional
    public void resume(String publisherId) {
        migrations.findLivingForUpdate(Migration.keyOf(publisherId)).ifPresent(this::resume);
    }

    private void resume(Migration migration) {
        var instance = migration.processInstanceId();
        if (migration.move().isPastReturn()
                || workflow.suspended(List.of(instance)).contains(instance)) {
            return;
        }
        if (migration.isMoving() && workflow.exists(instance)) {
            workflow.retryFailedSteps(instance);
        } else {
            migration.goOnWithMove(clock.instant());
            migration.continueIn(workflow.goOnWithMove(migration.publisherId(), instance));
        }
    }
}
