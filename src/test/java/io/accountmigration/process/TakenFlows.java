package io.accountmigration.process;

import java.util.ArrayList;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Remembers every sequence flow that any process instance took, and which service tasks and end events it passed. */
class TakenFlows extends AbstractProcessEnginePlugin {

    private final Set<String> ids = ConcurrentHashMap.newKeySet();
    private final Queue<Passed> passed = new ConcurrentLinkedQueue<>();

    /** Something that an instance has done. */
    record Passed(String processInstanceId, String businessKey, String activityId) {}

    Set<String> ids() {
        return Set.copyOf(ids);
    }

    /** In order of time. */
    Stream<Passed> passed() {
        return passed.stream();
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

        @Override
        public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl task) {
            watch(task);
        }

        @Override
        public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl event) {
            watch(event);
        }

        private void watch(ActivityImpl activity) {
            activity.addListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) execution -> passed.add(
                    new Passed(execution.getProcessInstanceId(), execution.getProcessBusinessKey(), activity.getId())));
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
