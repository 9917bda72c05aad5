package io.accountmigration.process;

import io.accountmigration.migration.MigrationState;
import io.accountmigration.migration.Migrations;
import io.accountmigration.process.OperationsFigures.TaskAge;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.EnumMap;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** Counts cases in our tables, and tasks and jobs in the engine's. */
@Component
class CountOperations {

    private final Migrations migrations;
    private final TaskService taskService;
    private final RuntimeService runtimeService;
    private final ManagementService managementService;
    private final Clock clock;

    CountOperations(
            Migrations migrations,
            TaskService taskService,
            RuntimeService runtimeService,
            ManagementService managementService,
            Clock clock) {
        this.migrations = migrations;
        this.taskService = taskService;
        this.runtimeService = runtimeService;
        this.managementService = managementService;
        this.clock = clock;
    }

    OperationsFigures count() {
        var cases = new EnumMap<MigrationState, Long>(MigrationState.class);
        migrations.countByState().forEach(line -> cases.put(line.getState(), line.getCases()));
        var tasks = new EnumMap<TaskAge, Long>(TaskAge.class);
        var now = clock.instant();
        for (var age : TaskAge.values()) {
            tasks.put(age, countTasks(age, now));
        }
        return new OperationsFigures(
                cases,
                tasks,
                runtimeService.createIncidentQuery().count(),
                managementService.createJobQuery().noRetriesLeft().count(),
                managementService.createJobQuery().executable().count());
    }

    private long countTasks(TaskAge age, Instant now) {
        var query = taskService.createTaskQuery().active();
        if (age.fromDays() > 0) {
            query.taskCreatedBefore(Date.from(now.minus(Duration.ofDays(age.fromDays()))));
        }
        if (!age.isOpenEnded()) {
            // One millisecond belongs to the older side alone: the engine compares strictly on both.
            query.taskCreatedAfter(
                    Date.from(now.minus(Duration.ofDays(age.toDays())).minusMillis(1)));
        }
        return query.count();
    }
}
