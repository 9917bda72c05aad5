package io.accountmigration.process.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The jobs that this node has locked for itself. When it is asked to go it acquires no more, its threads finish what they
 * have begun, and the rest is given back at once: otherwise it would wait until the locks expire.
 */
@Component
class UnlockJobsOnShutdown implements SmartLifecycle {

    private static final String UNLOCK =
            "update ACT_RU_JOB set LOCK_OWNER_ = null, LOCK_EXP_TIME_ = null where LOCK_OWNER_ = ?";

    private final JobExecutor executor;
    private final JdbcTemplate database;
    private final ApplicationContext program;
    private volatile boolean running;

    UnlockJobsOnShutdown(ProcessEngine engine, JdbcTemplate database, ApplicationContext program) {
        this.executor = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
        this.database = database;
        this.program = program;
    }

    /** Unlocks what is locked; nothing may be under way by then. */
    void giveBack() {
        database.update(UNLOCK, executor.getLockOwner());
    }

    /** Comes before anything is stopped. */
    @EventListener
    void acquireNoMore(ContextClosedEvent closing) {
        if (closing.getApplicationContext() == program && executor.isActive()) {
            executor.shutdown();
        }
    }

    /** One below the threads: they have finished, or have had their time, when this is stopped. */
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE - 1;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        giveBack();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
