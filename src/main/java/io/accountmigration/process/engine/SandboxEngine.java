package io.accountmigration.process.engine;

import io.accountmigration.program.AdjustableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** The engine of a sandbox, whose jobs can be halted and whose clock can be put forward. */
@Component
@Profile("sandbox")
class SandboxEngine {

    /** Jobs continue when it is closed. */
    interface Halt extends AutoCloseable {

        @Override
        void close();
    }

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String LOCKED_ELSEWHERE =
            "select count(*) from ACT_RU_JOB where LOCK_OWNER_ is not null and LOCK_OWNER_ <> ?";

    private final AdjustableClock clock;
    private final JobExecutor executor;
    private final JdbcTemplate database;
    private final UnlockJobsOnShutdown unlockJobsOnShutdown;
    private final Semaphore oneAtATime = new Semaphore(1);

    SandboxEngine(
            AdjustableClock clock,
            ProcessEngine engine,
            JdbcTemplate database,
            UnlockJobsOnShutdown unlockJobsOnShutdown) {
        this.clock = clock;
        this.executor = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
        this.database = database;
        this.unlockJobsOnShutdown = unlockJobsOnShutdown;
        // The engine's clock is static: a program that ran in this JVM before may have moved it.
        ClockUtil.reset();
        putForward(Duration.ZERO);
    }

    /** Puts the clock of the program and of its engine forward together. */
    Instant putForward(Duration by) {
        ClockUtil.offset(clock.advance(by).toMillis());
        return clock.instant();
    }

    /** Waits until no job is running, and lets none begin; one caller at a time, since the first to finish would continue the jobs for both. */
    Halt halt() throws InterruptedException {
        oneAtATime.acquire();
        var wasActive = executor.isActive();
        Halt halt = () -> {
            if (wasActive) {
                executor.start();
            }
            oneAtATime.release();
        };
        try {
            requireAlone();
            if (wasActive) {
                executor.shutdown();
            }
            waitUntil(this::isIdle);
        } catch (InterruptedException | RuntimeException impossible) {
            halt.close();
            throw impossible;
        }
        // What was acquired but found no free thread would stay locked: nobody remembers it after the stop.
        unlockJobsOnShutdown.giveBack();
        return halt;
    }

    private void requireAlone() {
        if (database.queryForObject(LOCKED_ELSEWHERE, Long.class, executor.getLockOwner()) > 0) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, "another node works on the same database");
        }
    }

    private boolean isIdle() {
        return !(executor instanceof SpringJobExecutor spring
                        && spring.getTaskExecutor() instanceof ThreadPoolTaskExecutor threads)
                || threads.getActiveCount() == 0 && threads.getQueueSize() == 0;
    }

    private static void waitUntil(BooleanSupplier condition) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new ResponseStatusException(HttpStatus.CONFLICT, "a job is still under way; try again");
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
