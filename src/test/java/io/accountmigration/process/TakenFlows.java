package io.accountmigration.process;

import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Remembers every sequence flow that any process instance took. */
class TakenFlows extends AbstractProcessEnginePlugin {

    private final Set<String> ids = ConcurrentHashMap.newKeySet();

    Set<String> ids() {
        return Set.copyOf(ids);
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        var listeners = configuration.getCustomPostBPMNParseListeners();
        if (listeners == null) {
            listeners = new ArrayList<>();
            configuration.setCustomPostBPMNParseListeners(listeners);
        }
        listeners.add(new Watch());
    }

    private class Watch extends AbstractBpmnParseListener {

        @Override
        public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flow) {
            flow.addListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) execution -> ids.add(flow.getId()));
        }

        /** The engine goes from an event-based gateway to the event that happened without telling the flow between. */
        @Override
        public void parseIntermediateCatchEvent(Element element, ScopeImpl scope, ActivityImpl event) {
            var incoming = element.elements("incoming").stream()
                    .map(flow -> flow.getText().strip())
                    .toList();
            event.addListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) execution -> ids.addAll(incoming));
        }
    }
}
