package io.accountmigration.process;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.PersistenceSession;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;

/** Has the job manager read what belongs to a job before the job itself is asked for, which is at hand then. */
class JobsReadAhead extends DbEntityManager {

    JobsReadAhead() {
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
        return super.selectById(type, id);
    }
}
