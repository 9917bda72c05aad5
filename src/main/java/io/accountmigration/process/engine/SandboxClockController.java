package io.accountmigration.process.engine;

import io.accountmigration.program.AdjustableClock;
import java.time.Duration;
import java.time.Instant;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Puts the clock of the program and of its engine forward together, when no job is under way. */
@RestController
@Profile("sandbox")
class SandboxClockController {

    record Advance(Duration advance) {}

    record Now(Instant now) {}

    /** Beyond the years that dates can name, nothing that looks at the clock would work again. */
    private static final Duration LONGEST = Duration.ofDays(3650);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String LOCKED_ELSEWHERE =
            "select count(*) from ACT_RU_JOB where LOCK_OWNER_ is not null and LOCK_OWNER_ <> ?";

    private final AdjustableClock clock;
    private final ProcessEngineConfigurationImpl engine;
    private final JdbcTemplate database;
    private final UnlockJobsOnShutdown unlockJobsOnShutdown;

    SandboxClockController(
            AdjustableClock clock,
            ProcessEngine engine,
            JdbcTemplate database,
            UnlockJobsOnShutdown unlockJobsOnShutdown) {
        this.clock = clock;
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.database = database;
        this.unlockJobsOnShutdown = unlockJobsOnShutdown;
        // The engine's clock is static: a program that ran in this JVM before may have moved it.
        ClockUtil.reset();
        ClockUtil.offset(clock.advance(Duration.ZERO).toMillis());
    }

    @PostMapping("/sandbox/clock")
    Now advance(@RequestBody Advance request) throws InterruptedException {
        var by = request.advance();
        if (by == null || by.isNegative() || by.compareTo(LONGEST) > 0) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "give \"advance\" as a duration such as PT2H, of ten years at most");
        }
        var executor = engine.getJobExecutor();
        if (count(LOCKED_ELSEWHERE, executor.getLockOwner()) > 0) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, "another node works on the same database");
        }
        var wasActive = executor.isActive();
        if (wasActive) {
            executor.shutdown();
        }
        try {
            waitUntil(() -> isIdle(executor));
            // What was acquired but found no free thread would stay locked: nobody remembers it after the stop.
            unlockJobsOnShutdown.giveBack();
            ClockUtil.offset(clock.advance(by).toMillis());
        } finally {
            if (wasActive) {
                executor.start();
            }
        }
        return new Now(clock.instant());
    }

    private static boolean isIdle(JobExecutor executor) {
        return !(executor instanceof SpringJobExecutor spring
                        && spring.getTaskExecutor() instanceof ThreadPoolTaskExecutor threads)
                || threads.getActiveCount() == 0 && threads.getQueueSize() == 0;
    }

    private long count(String query, Object... arguments) {
        return database.queryForObject(query, Long.class, arguments);
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
