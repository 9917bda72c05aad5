package io.accountmigration.process;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;

/** Moves instances on by the definitions that are deployed in memory, which never change under an id. */
class KnownProcessDefinitions extends ProcessDefinitionManager {

    @Override
    public ProcessDefinitionEntity getCachedResourceDefinitionEntity(String definitionId) {
        var ofTheCommand = super.getCachedResourceDefinitionEntity(definitionId);
        return ofTheCommand == null && EngineEconomy.isMovingAnInstance()
                ? Context.getProcessEngineConfiguration()
                        .getDeploymentCache()
                        .getProcessDefinitionCache()
                        .get(definitionId)
                : ofTheCommand;
    }
}
