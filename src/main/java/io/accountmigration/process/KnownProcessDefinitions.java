package io.accountmigration.process;

import java.util.Optional;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * Moves instances on, works on tasks and names processes in the history by the definitions that are deployed in memory,
 * which never change under an id. Only whether one is suspended may change; that is read where it counts, at a start.
 */
class KnownProcessDefinitions extends ProcessDefinitionManager {

    private boolean workingOnATask;

    @Override
    public ProcessDefinitionEntity getCachedResourceDefinitionEntity(String definitionId) {
        var ofTheCommand = super.getCachedResourceDefinitionEntity(definitionId);
        return ofTheCommand == null && (workingOnATask || EngineEconomy.isMovingAnInstance())
                ? inMemory(definitionId).orElse(null)
                : ofTheCommand;
    }

    private static Optional<ProcessDefinitionEntity> inMemory(String definitionId) {
        var deployed = Context.getProcessEngineConfiguration().getDeploymentCache();
        return Optional.ofNullable(deployed.getProcessDefinitionCache().get(definitionId));
    }

    /** Knows a command that works on a task by the right that it needs. */
    static class RightsOnTasks extends AuthorizationCommandChecker {

        @Override
        public void checkTaskWork(TaskEntity task) {
            if (Context.getCommandContext().getProcessDefinitionManager() instanceof KnownProcessDefinitions known) {
                known.workingOnATask = true;
            }
            super.checkTaskWork(task);
        }
    }

    /** Writes the key, name and version of the process beside what happened. */
    static class History extends CacheAwareHistoryEventProducer {

        @Override
        protected ProcessDefinitionEntity getProcessDefinitionEntity(String definitionId) {
            return inMemory(definitionId).orElseGet(() -> super.getProcessDefinitionEntity(definitionId));
        }
    }
}
