package io.accountmigration.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.accountmigration.benchmark.Counts;
import io.accountmigration.benchmark.Counts.Statement;
import io.accountmigration.benchmark.Tally;
import io.accountmigration.migration.MigrationState;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What the straight way costs in statements, counted and not measured. Who changes a number here has changed what every
 * migration costs: lower is welcome, higher needs a reason.
 */
abstract class CostScenarios extends Scenario {

    @Autowired
    private Tally tally;

    @Autowired
    private RememberedActivities rememberedActivities;

    @BeforeEach
    void asTheProgramRemembers() {
        rememberedActivities.turn(false);
    }

    @AfterEach
    void asScenariosRemember() {
        rememberedActivities.turn(true);
    }

    @Test
    void startingACaseCostsThis() {
        assertCosts(cost(() -> workflow.start(publisherId, Optional.of(OWNER), owner())), 16, 5);
    }

    @Test
    void completingAnOwnersTaskCostsThis() {
        start();
        var task = task();

        assertCosts(cost(() -> as(OWNER, () -> taskService.complete(task.getId(), Map.of("workEmail", OWNER)))), 23, 3);
    }

    @Test
    void theJobBeforeTheTaskCostsThis() {
        workflow.start(publisherId, Optional.of(OWNER), owner());

        assertCosts(costOfJobs(), 18, 3);
    }

    @Test
    void theJobsFromTheTaskToTheEndCostThis() {
        start();
        as(OWNER, () -> taskService.complete(task().getId(), Map.of("workEmail", OWNER)));

        // Eleven of them are the mail that tells the owner of the end.
        assertCosts(costOfJobs(), 128, 37);
        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
    }

    /** With a statement for each job that the job executor does not make: whether the caller may run it. */
    private Counts costOfJobs() {
        var costs = new ArrayList<Counts>();
        asTheJobExecutor(() -> {
            for (var job = due(); job.isPresent(); job = due()) {
                var id = job.get().getId();
                costs.add(cost(() -> managementService.executeJob(id)));
            }
        });
        return costs.stream().reduce(Counts.NONE, Counts::plus);
    }

    private Optional<Job> due() {
        return managementService.createJobQuery().processInstanceId(instanceId()).executable().list().stream()
                .findFirst();
    }

    private Counts cost(Runnable work) {
        var before = tally.counts();
        work.run();
        return tally.counts().since(before);
    }

    private static void assertCosts(Counts counts, long ofEngine, long ofOurs) {
        var engine = counts.ofEngine(Statement::executions);
        assertThat(Map.of("engine", engine, "ours", counts.total(Statement::executions) - engine))
                .as(() -> String.join("\n", counts.perCase(1)))
                .isEqualTo(Map.of("engine", ofEngine, "ours", ofOurs));
    }
}
