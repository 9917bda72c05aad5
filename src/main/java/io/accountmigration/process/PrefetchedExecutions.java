package io.accountmigration.process;

import java.util.List;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionManager;

/** Reads the executions of a job's instance at once, where the engine reads the job's first and then all of them. */
class PrefetchedExecutions extends ExecutionManager {

    private String instanceId;
    private List<ExecutionEntity> executions;

    @Override
    public ExecutionEntity findExecutionById(String executionId) {
        var job = Context.getCommandContext().getCurrentJob();
        if (job != null && instanceId == null && executionId.equals(job.getExecutionId())) {
            instanceId = job.getProcessInstanceId();
            executions = super.findExecutionsByProcessInstanceId(instanceId);
        }
        return super.findExecutionById(executionId);
    }

    /** Hands out what was read once, while it is fresh. */
    @Override
    public List<ExecutionEntity> findExecutionsByProcessInstanceId(String processInstanceId) {
        if (executions != null && processInstanceId.equals(instanceId)) {
            var read = executions;
            executions = null;
            return read;
        }
        return super.findExecutionsByProcessInstanceId(processInstanceId);
    }
}
