package io.accountmigration.process;

import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.PersistenceSession;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityCache;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutorContext;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * Reads no entity whose contents are at hand. A thread that goes on with a job which it made itself goes on with what it
 * committed then: job, executions and variables. Should somebody else have been faster, their revisions tell, and the job
 * begins anew from the database. And when the history asks when a task began, to write how long it took, the task knows.
 */
class KnownEntities extends DbEntityManager {

    KnownEntities() {
        super(
                Context.getProcessEngineConfiguration().getIdGenerator(),
                Context.getCommandContext().getSession(PersistenceSession.class));
    }

    @Override
    public <T extends DbEntity> T selectById(Class<T> type, String id) {
        var run = Context.getJobExecutorContext();
        if (type == JobEntity.class && run != null && run.getCurrentJob() == null) {
            goOn(run, id);
        }
        if (type == HistoricTaskInstanceEventEntity.class) {
            var task = getCachedEntity(TaskEntity.class, id);
            if (task != null) {
                return type.cast(begunWith(task));
            }
        }
        return super.selectById(type, id);
    }

    /** What is read and written by this command. */
    DbEntityCache entities() {
        return dbEntityCache;
    }

    /** What did not commit is kept for nobody. */
    private void goOn(JobExecutorContext run, String jobId) {
        var committed = run.getEntityCache();
        run.setEntityCache(null);
        if (committed != null && committed.get(JobEntity.class, jobId) != null) {
            dbEntityCache = committed;
        }
        Context.getCommandContext()
                .getTransactionContext()
                .addTransactionListener(TransactionState.COMMITTED, context -> run.setEntityCache(dbEntityCache));
    }

    private static HistoricTaskInstanceEventEntity begunWith(TaskEntity task) {
        var event = new HistoricTaskInstanceEventEntity();
        event.setStartTime(task.getCreateTime());
        return event;
    }
}
