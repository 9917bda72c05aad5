package io.accountmigration.process;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/** What the engine is told beyond its properties. */
@Component
class EngineSettings extends AbstractProcessEnginePlugin {

    private final ClaimMigrationListener claimMigrationListener;

    EngineSettings(ClaimMigrationListener claimMigrationListener) {
        this.claimMigrationListener = claimMigrationListener;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setCustomHistoryLevels(new ArrayList<>(List.of(new OperationsHistoryLevel())));
        configuration.setFailedJobCommandFactory(PatientJobRetry::new);
        configuration.setResourceAuthorizationProvider(new TaskGrants());
        var listeners = configuration.getCustomPreBPMNParseListeners();
        if (listeners == null) {
            listeners = new ArrayList<>();
            configuration.setCustomPreBPMNParseListeners(listeners);
        }
        listeners.add(new ClaimAtStart(claimMigrationListener));
    }

    /** Builds the claim into the process: no client can ask for it to be skipped, as it can for a model's listeners. */
    private static class ClaimAtStart extends AbstractBpmnParseListener {

        private final ExecutionListener claim;

        ClaimAtStart(ExecutionListener claim) {
            this.claim = claim;
        }

        @Override
        public void parseProcess(Element processElement, ProcessDefinitionEntity definition) {
            if (AccountMigrationModel.PROCESS_ID.equals(definition.getKey())) {
                definition.addBuiltInListener(ExecutionListener.EVENTNAME_START, claim);
            }
        }
    }
}
