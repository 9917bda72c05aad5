package io.accountmigration.migration;

import io.accountmigration.publisher.PublisherReader;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets another owner do what is asked. */
@Component
public class TakeOverMigration {

    private final PublisherReader publishers;
    private final Migrations migrations;
    private final MigrationWorkflow workflow;
    private final CallOffSearch callOffSearch;
    private final Clock clock;

    TakeOverMigration(
            PublisherReader publishers,
            Migrations migrations,
            MigrationWorkflow workflow,
            CallOffSearch callOffSearch,
            Clock clock) {
        this.publishers = publishers;
        this.migrations = migrations;
        this.workflow = workflow;
        this.callOffSearch = callOffSearch;
        this.clock = clock;
    }

    /**
     * Hands the open task to the caller, who must be an owner in Cloud Partner Portal now.
     *
     * @return where to do it
     */
    @Transactional
    public String takeOver(String publisherId, Caller caller) {
        var snapshot = publishers
                .read(publisherId)
                .orElseThrow(() -> MigrationRefused.because(Refusal.PUBLISHER_NOT_FOUND, publisherId));
        var owner = caller.userId().toLowerCase(Locale.ROOT);
        if (!snapshot.owners().contains(owner)) {
            throw MigrationRefused.because(
                    Refusal.NOT_OWNER, snapshot.publisher().id());
        }
        var migration = migrations
                .findLivingForUpdate(Migration.keyOf(publisherId))
                .orElseThrow(() -> MigrationRefused.because(Refusal.MIGRATION_NOT_FOUND, publisherId));
        var task = workflow.openTasks(List.of(migration.processInstanceId())).get(migration.processInstanceId());
        if (task == null) {
            throw MigrationRefused.because(Refusal.NO_OPEN_TASK, migration);
        }
        if (task.assignee().filter(owner::equals).isEmpty()) {
            callOffSearch.of(migration);
            migration.takenOverBy(owner, clock.instant());
            workflow.assign(task.taskId(), owner);
        }
        return task.url();
    }
}
