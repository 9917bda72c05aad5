package io.accountmigration.process;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Incident;

/** A job that never failed has left no incident to be looked for when it ends. */
class IncidentsOfFailedJobs extends DefaultIncidentHandler {

    IncidentsOfFailedJobs() {
        super(Incident.FAILED_JOB_HANDLER_TYPE);
    }

    @Override
    protected void removeIncident(IncidentContext context, boolean resolved) {
        var job = Context.getCommandContext()
                .getDbEntityManager()
                .getCachedEntity(JobEntity.class, context.getConfiguration());
        if (job == null || hasFailed(job)) {
            super.removeIncident(context, resolved);
        }
    }

    private static boolean hasFailed(JobEntity job) {
        return job.getRetries() == 0 || job.getExceptionByteArrayId() != null;
    }
}
