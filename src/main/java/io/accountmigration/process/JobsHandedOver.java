package io.accountmigration.process;

import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityCache;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobsRunnable;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * Gives the first job of a transaction to the threads of this node: it is locked as it is written down, so nobody has to
 * search for it and lock it. Where too much waits for the threads it is acquired as ever. What a request wrote goes along,
 * for the request is over.
 */
class JobsHandedOver extends JobManager {

    private boolean handedOver;

    @Override
    protected void hintJobExecutor(JobEntity job) {
        var configuration = Context.getProcessEngineConfiguration();
        var executor = configuration.getJobExecutor();
        if (handedOver || isOfTheInstanceUnderWay(job) || job.isSuspended() || !isJobDue(job) || !hasRoom(executor)) {
            super.hintJobExecutor(job);
            return;
        }
        handedOver = true;
        var lockedUntil = new Date(ClockUtil.getCurrentTime().getTime() + executor.getLockTimeInMillis());
        job.setLockOwner(executor.getLockOwner());
        job.setLockExpirationTime(lockedUntil);
        var written = isInsideRun() ? null : ((KnownEntities) getDbEntityManager()).entities();
        var run = new Run(job.getId(), lockedUntil, written, configuration.getProcessEngine());
        Context.getCommandContext()
                .getTransactionContext()
                .addTransactionListener(TransactionState.COMMITTED, committed -> handOver(executor, run));
    }

    private static void handOver(JobExecutor executor, Run run) {
        try {
            ((SpringJobExecutor) executor).getTaskExecutor().execute(run);
        } catch (RejectedExecutionException full) {
            executor.executeJobs(run.jobIds(), run.engine());
        }
    }

    /** A run goes on with what it wrote itself; in two threads at once, each would write what the other has half done. */
    private static boolean isInsideRun() {
        return Context.getJobExecutorContext() != null;
    }

    /** The thread that works on an instance goes on with it by itself. */
    private static boolean isOfTheInstanceUnderWay(JobEntity job) {
        var underWay = Context.getJobExecutorContext();
        return underWay != null
                && underWay.getCurrentJob() != null
                && Objects.equals(underWay.getCurrentJob().getProcessInstanceId(), job.getProcessInstanceId());
    }

    /** As many places in front of the threads as one acquisition may need are left to what is acquired. */
    private static boolean hasRoom(JobExecutor executor) {
        return executor.isActive()
                && executor instanceof SpringJobExecutor ofSpring
                && ofSpring.getTaskExecutor() instanceof ThreadPoolTaskExecutor threads
                && threads.getThreadPoolExecutor().getQueue().remainingCapacity() > executor.getMaxJobsPerAcquisition();
    }

    /** A run that nobody searched for has kept nobody from finding other jobs, and causes no search when it is over. */
    private static final class Run extends ExecuteJobsRunnable {

        private final Date lockedUntil;
        private DbEntityCache written;

        Run(String id, Date lockedUntil, DbEntityCache written, ProcessEngineImpl engine) {
            super(List.of(id), engine);
            this.lockedUntil = lockedUntil;
            this.written = written;
            jobExecutor = new Quiet(jobExecutor);
        }

        List<String> jobIds() {
            return jobIds;
        }

        ProcessEngineImpl engine() {
            return processEngine;
        }

        /** What has waited here until its lock was over may have begun elsewhere, and is found by whoever searches. */
        @Override
        public void run() {
            if (ClockUtil.getCurrentTime().before(lockedUntil)) {
                super.run();
            }
        }

        /** The first job goes on with what was written when it was made. */
        @Override
        protected void executeJob(String id, CommandExecutor commands, JobFailureCollector failures) {
            if (written != null) {
                Context.getJobExecutorContext().setEntityCache(written);
                written = null;
            }
            super.executeJob(id, commands, failures);
        }
    }

    /** Knows whether the program is about to end, as the other does, and passes no hints on. */
    private static final class Quiet extends SpringJobExecutor {

        private final JobExecutor executor;

        Quiet(JobExecutor executor) {
            this.executor = executor;
        }

        @Override
        public boolean isActive() {
            return executor.isActive();
        }

        @Override
        public void jobWasAdded() {
            // Nothing was.
        }
    }
}
