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
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the straight way costs in statements, counted and not measured. Who changes a number here has changed what every
 * migration costs: lower is welcome, higher needs a reason.
 */
abstract class CostScenarios extends Scenario {

    private static final String REMEMBERED_FOR_SECONDS = "from ACT_RU_JOBDEF";

    @Autowired
    private Tally tally;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void startingACaseCostsThis() {
        assertCosts(cost(() -> workflow.start(publisherId, Optional.of(OWNER), owner())), 12, 3);
    }

    @Test
    void completingAnOwnersTaskCostsThis() {
        start();
        var task = task();

        assertCosts(cost(() -> as(OWNER, () -> taskService.complete(task.getId(), Map.of("workEmail", OWNER)))), 19, 3);

        var written = historyService
                .createHistoricTaskInstanceQuery()
                .taskId(task.getId())
                .singleResult();
        assertThat(written.getStartTime()).isEqualTo(task.getCreateTime());
        assertThat(written.getDurationInMillis())
                .isEqualTo(written.getEndTime().getTime() - task.getCreateTime().getTime());
    }

    @Test
    void theJobBeforeTheTaskCostsThis() {
        workflow.start(publisherId, Optional.of(OWNER), owner());

        assertCosts(costOfJobs(), 13, 3);
    }

    @Test
    void theJobsFromTheTaskToTheEndCostThis() {
        start();
        as(OWNER, () -> taskService.complete(task().getId(), Map.of("workEmail", OWNER)));

        assertCosts(costOfJobs(), 45, 31);
        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
    }

    @Test
    void aQueryIsNoTransactionOfItsOwn() {
        start();
        var instance = instanceId();

        var alone = cost(() -> runtimeService
                .createProcessInstanceQuery()
                .processInstanceId(instance)
                .count());

        assertThat(alone.total(Statement::executions)).isEqualTo(1);
        assertThat(alone.commits()).isZero();
    }

    @Test
    void aQueryInATransactionSeesWhatThatHasWritten() {
        start();
        var another = "another-owner@contoso.com";

        transaction.executeWithoutResult(open -> {
            taskService.setAssignee(task().getId(), another);
            assertThat(task().getAssignee()).isEqualTo(another);
            open.setRollbackOnly();
        });

        assertThat(task().getAssignee()).isNotEqualTo(another);
    }

    private Counts costOfJobs() {
        var costs = new ArrayList<Counts>();
        asOneThreadOfTheEngine(() -> {
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

    private static void assertCosts(Counts all, long ofEngine, long ofOurs) {
        var counts = all.without(sql -> sql.contains(REMEMBERED_FOR_SECONDS));
        var engine = counts.ofEngine(Statement::executions);
        assertThat(Map.of("engine", engine, "ours", counts.total(Statement::executions) - engine))
                .as(() -> String.join("\n", counts.perCase(1)))
                .isEqualTo(Map.of("engine", ofEngine, "ours", ofOurs));
    }
}
