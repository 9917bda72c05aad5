package io.accountmigration.process;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.PersistenceSession;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * Reads no entity whose contents are at hand. The job manager may read what belongs to a job before the job itself is
 * asked for; and when the history asks when a task began, to write how long it took, the task knows.
 */
class KnownEntities extends DbEntityManager {

    KnownEntities() {
        super(
                Context.getProcessEngineConfiguration().getIdGenerator(),
                Context.getCommandContext().getSession(PersistenceSession.class));
    }

    @Override
    public <T extends DbEntity> T selectById(Class<T> type, String id) {
        if (type == JobEntity.class
                && Context.getCommandContext().getSession(JobManager.class) instanceof JobsHandedOver jobs) {
            jobs.readAhead(id);
        }
        if (type == HistoricTaskInstanceEventEntity.class) {
            var task = getCachedEntity(TaskEntity.class, id);
            if (task != null) {
                return type.cast(begunWith(task));
            }
        }
        return super.selectById(type, id);
    }

    private static HistoricTaskInstanceEventEntity begunWith(TaskEntity task) {
        var event = new HistoricTaskInstanceEventEntity();
        event.setStartTime(task.getCreateTime());
        return event;
    }
}
