package io.accountmigration.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.datatype.DatatypeFactory;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/** What the engine is told beyond its properties. */
@Component
class EngineSettings extends AbstractProcessEnginePlugin {

    /** The processes whose business key is a publisher. */
    private static final Set<String> OF_A_PUBLISHER =
            Set.of(AccountMigrationModel.PROCESS_ID, UserBackSyncModel.PROCESS_ID);

    private final ClaimMigrationListener claimMigrationListener;
    private final CaseInLog caseInLog;

    EngineSettings(ClaimMigrationListener claimMigrationListener, CaseInLog caseInLog) {
        this.claimMigrationListener = claimMigrationListener;
        this.caseInLog = caseInLog;
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
        listeners.add(new NamesInLog(caseInLog));
        configuration.setCustomPreCommandInterceptorsTxRequired(new ArrayList<>(List.of(new NamesForgotten())));
        nameTheFactoryOfDurations();
    }

    /** Without a name, each timer that is created searches the class path for this factory. The property is JAXP's own. */
    private static void nameTheFactoryOfDurations() {
        if (System.getProperty(DatatypeFactory.DATATYPEFACTORY_PROPERTY) == null) {
            System.setProperty(
                    DatatypeFactory.DATATYPEFACTORY_PROPERTY,
                    DatatypeFactory.newDefaultInstance().getClass().getName());
        }
    }

    /** Tells every step that does something for a publisher in whose name it logs. */
    private static class NamesInLog extends AbstractBpmnParseListener {

        private final ExecutionListener caseInLog;

        NamesInLog(ExecutionListener caseInLog) {
            this.caseInLog = caseInLog;
        }

        @Override
        public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            var process = ((ProcessDefinitionEntity) activity.getProcessDefinition()).getKey();
            if (OF_A_PUBLISHER.contains(process)) {
                activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, publisherInLog(), 0);
            }
            if (AccountMigrationModel.PROCESS_ID.equals(process)) {
                activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, caseInLog, 0);
            }
        }

        private static ExecutionListener publisherInLog() {
            return execution -> MDC.put(CaseInLog.PUBLISHER, execution.getProcessBusinessKey());
        }
    }

    /** A thread takes up work for one case after the other: no name outlasts the command that it was put there in. */
    private static class NamesForgotten extends CommandInterceptor {

        @Override
        public <T> T execute(Command<T> command) {
            var before = MDC.getCopyOfContextMap();
            try {
                return next.execute(command);
            } finally {
                if (before == null) {
                    MDC.clear();
                } else {
                    MDC.setContextMap(before);
                }
            }
        }
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
