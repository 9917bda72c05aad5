package io.accountmigration.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accountmigration.migration.MigrationState;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What others do between two jobs of a thread, which goes on with what it committed itself and reads nothing again. */
abstract class MeantimeScenarios extends Scenario {

    private static final String CHECKS_ADDRESS = "serviceTask_checkWorkEmail";

    @BeforeEach
    void anAddressWaitsToBeChecked() {
        start();
        as(OWNER, () -> taskService.complete(task().getId(), Map.of("workEmail", OWNER)));
        assertThat(runtimeService.getActiveActivityIds(instanceId())).containsExactly(CHECKS_ADDRESS);
    }

    @Test
    void whatWasCancelledInTheMeantimeMovesNoFurther() {
        asOneThreadOfTheEngine(() -> {
            var next = followerOf(job());
            meanwhile(() -> cancelMigration.cancel(publisherId, OPERATOR));

            managementService.executeJob(next.getId());
        });

        runJobs();
        letLateEffectsSettle();
        assertThat(theCase().state()).isEqualTo(MigrationState.REVERTED);
        assertThat(isOver()).isTrue();
        assertThat(migrations.living(publisherId)).isEmpty();
    }

    @Test
    void whatWasDeletedInTheMeantimeIsNotWrittenAgain() {
        asOneThreadOfTheEngine(() -> {
            var next = followerOf(job());
            meanwhile(() -> runtimeService.deleteProcessInstance(instanceId(), "by mistake"));

            assertThatThrownBy(() -> managementService.executeJob(next.getId()))
                    .isInstanceOf(OptimisticLockingException.class);
        });

        assertThat(isOver()).isTrue();
        assertThat(job()).isNull();
    }

    @Test
    void whatWasSuspendedInTheMeantimeCommitsNothingUntilItMayGoOn() {
        asOneThreadOfTheEngine(() -> {
            var next = followerOf(job());
            meanwhile(() -> runtimeService.suspendProcessInstanceById(instanceId()));

            assertThatThrownBy(() -> managementService.executeJob(next.getId()))
                    .isInstanceOf(OptimisticLockingException.class);

            assertThat(job().getId()).isEqualTo(next.getId());
        });

        runtimeService.activateProcessInstanceById(instanceId());
        waitOutTheRetries();
        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
    }

    @Test
    void aJobThatFailedBeginsAnewFromWhatIsCommitted() {
        asOneThreadOfTheEngine(() -> {
            var next = followerOf(job());
            meanwhile(() -> runtimeService.suspendProcessInstanceById(instanceId()));
            assertThatThrownBy(() -> managementService.executeJob(next.getId()))
                    .isInstanceOf(OptimisticLockingException.class);
            meanwhile(() -> runtimeService.activateProcessInstanceById(instanceId()));

            managementService.executeJob(next.getId());
        });

        runJobs();
        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
    }

    private Job followerOf(Job job) {
        managementService.executeJob(job.getId());
        return job();
    }

    private static void meanwhile(Runnable others) {
        CompletableFuture.runAsync(others).join();
    }
}
