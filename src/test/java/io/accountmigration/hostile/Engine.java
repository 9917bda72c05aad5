package io.accountmigration.hostile;

import io.accountmigration.publisher.OutsideUnavailable;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutorContext;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.mail.MailException;
import org.springframework.transaction.support.TransactionOperations;

/** The engine, whose jobs run when the story says so. */
@TestComponent
class Engine {

    /** More than any story needs. */
    private static final int MOST_JOBS = 400;

    private final ManagementService managementService;
    private final TaskService taskService;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final HostileWire wire;

    Engine(
            ManagementService managementService,
            TaskService taskService,
            TransactionOperations transaction,
            Clock clock,
            HostileWire wire) {
        this.managementService = managementService;
        this.taskService = taskService;
        this.transaction = transaction;
        this.clock = clock;
        this.wire = wire;
    }

    /** The engine has a clock of its own, which is put to the time of the story. */
    void tellTime() {
        ClockUtil.setCurrentTime(Date.from(clock.instant()));
    }

    /** Runs one job that is due; answers whether there was one. */
    boolean runJob() {
        var next = due().stream().findFirst();
        next.ifPresent(this::run);
        return next.isPresent();
    }

    /** Runs the jobs of migrations that are due. */
    void runMigrationJobs(Runnable afterEach) {
        for (var next = migrationJob(); next.isPresent(); next = migrationJob()) {
            run(next.get());
            afterEach.run();
        }
    }

    private Optional<Job> migrationJob() {
        return due().stream()
                .filter(job -> job.getProcessDefinitionKey().equals("account-migration"))
                .findFirst();
    }

    /** Runs the jobs that are due; {@code afterEach} looks at what they did. */
    void runJobs(Runnable afterEach) {
        for (var job = 0; runJob(); job++) {
            afterEach.run();
            if (job > MOST_JOBS) {
                throw new IllegalStateException("the jobs have no end: " + due());
            }
        }
    }

    /** Has effects outside and none in the database, as when the program is killed, or an older backup restored. */
    void runAndForget(Runnable jobs) {
        transaction.executeWithoutResult(status -> {
            jobs.run();
            status.setRollbackOnly();
        });
    }

    void retryFailed() {
        managementService
                .createJobQuery()
                .noRetriesLeft()
                .orderByJobId()
                .asc()
                .list()
                .forEach(job -> managementService.setJobRetries(job.getId(), 1));
    }

    Optional<Task> task(String publisherId) {
        return taskService
                .createTaskQuery()
                .processInstanceBusinessKey(publisherId)
                .orderByTaskId()
                .asc()
                .list()
                .stream()
                .findFirst();
    }

    private List<Job> due() {
        tellTime();
        return managementService
                .createJobQuery()
                .executable()
                .orderByJobDuedate()
                .asc()
                .orderByJobId()
                .asc()
                .list()
                .stream()
                .filter(job -> job.getProcessDefinitionKey() != null)
                .toList();
    }

    private void run(Job job) {
        wire.note("a job of " + job.getProcessDefinitionKey());
        Context.setJobExecutorContext(new JobExecutorContext());
        try {
            managementService.executeJob(job.getId());
        } catch (RuntimeException failed) {
            requireOfTheOutside(failed);
        } finally {
            Context.removeJobExecutorContext();
        }
    }

    /** Anything else is a fault of the program. */
    private static void requireOfTheOutside(RuntimeException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutsideUnavailable
                    || cause instanceof MailException
                    || cause.getClass().getSimpleName().equals("MoveBlocked")
                    || cause.getClass().getSimpleName().equals("StepToBeContinued")) {
                return;
            }
        }
        throw failed;
    }
}
