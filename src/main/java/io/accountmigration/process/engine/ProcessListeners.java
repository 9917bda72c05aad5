package io.accountmigration.process.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Builds listeners into one process or all, in addition to those of its model: no client can ask for them to be skipped, as it can for
 * a model's listeners.
 */
public class ProcessListeners extends AbstractProcessEnginePlugin {

    private final String processId;
    private final List<ExecutionListener> atStart;
    private final List<ExecutionListener> atEachServiceTask;

    /** The listeners of the process of this id: some run when it starts, others before each service task, in order. */
    public ProcessListeners(
            String processId, List<ExecutionListener> atStart, List<ExecutionListener> atEachServiceTask) {
        this.processId = processId;
        this.atStart = atStart;
        this.atEachServiceTask = atEachServiceTask;
    }

    /** Listeners that run before each service task of every process, in order. */
    public ProcessListeners(List<ExecutionListener> atEachServiceTask) {
        this(null, List.of(), atEachServiceTask);
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        if (configuration.getCustomPreBPMNParseListeners() == null) {
            configuration.setCustomPreBPMNParseListeners(new ArrayList<>());
        }
        configuration.getCustomPreBPMNParseListeners().add(new Adding());
    }

    private class Adding extends AbstractBpmnParseListener {

        @Override
        public void parseProcess(Element processElement, ProcessDefinitionEntity definition) {
            if (isFor(definition)) {
                atStart.forEach(listener -> definition.addBuiltInListener(ExecutionListener.EVENTNAME_START, listener));
            }
        }

        @Override
        public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            if (isFor((ProcessDefinitionEntity) activity.getProcessDefinition())) {
                atEachServiceTask.forEach(
                        listener -> activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, listener, 0));
            }
        }

        private boolean isFor(ProcessDefinitionEntity definition) {
            return processId == null || processId.equals(definition.getKey());
        }
    }
}
