package io.accountmigration.model;

import static io.accountmigration.model.Model.elementsOf;

import java.util.Collection;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TerminateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** How a process and its sub-processes start and end. */
final class EventRules {

    private EventRules() {}

    static Stream<Rule> all() {
        return Stream.of(
                new Rule("start-event-required", model -> scopes(model)
                        .filter(scope -> elementsOf(scope, StartEvent.class).isEmpty())),
                new Rule("end-event-required", model -> scopes(model)
                        .filter(scope -> elementsOf(scope, EndEvent.class).isEmpty())),
                new Rule("single-blank-start-event", model -> scopes(model)
                        .filter(scope ->
                                starts(scope).filter(EventRules::isBlank).count() > 1)),
                new Rule("single-event-definition", model -> model.every(Event.class)
                        .filter(event -> definitions(event).size() > 1)),
                new Rule("sub-process-blank-start-event", model -> model.every(SubProcess.class)
                        .filter(scope -> !scope.triggeredByEvent())
                        .flatMap(EventRules::starts)
                        .filter(start -> !isBlank(start))),
                new Rule("event-sub-process-typed-start-event", model -> model.every(SubProcess.class)
                        .filter(SubProcess::triggeredByEvent)
                        .flatMap(EventRules::starts)
                        .filter(EventRules::isBlank)),
                new Rule("ad-hoc-sub-process", model -> Stream.concat(
                                model.every(StartEvent.class), model.every(EndEvent.class))
                        .filter(EventRules::isAdHoc)),
                new Rule("link-event", model -> scopes(model).flatMap(EventRules::danglingLinks)),
                new Rule("superfluous-termination", model -> scopes(model)
                        .flatMap(scope -> superfluousTermination(model, scope))));
    }

    private static Stream<BaseElement> scopes(Model model) {
        return model.scopes().map(BaseElement.class::cast);
    }

    // The model API does not know ad-hoc sub-processes.
    private static boolean isAdHoc(Event event) {
        return event.getParentElement().getDomElement().getLocalName().equals("adHocSubProcess");
    }

    private static Stream<StartEvent> starts(BaseElement scope) {
        return elementsOf(scope, StartEvent.class).stream();
    }

    private static Collection<EventDefinition> definitions(ModelElementInstance event) {
        return event.getChildElementsByType(EventDefinition.class);
    }

    private static boolean isBlank(Event event) {
        return definitions(event).isEmpty();
    }

    private static Stream<Event> danglingLinks(BaseElement scope) {
        var links = elementsOf(scope, Event.class).stream()
                .filter(event -> linkName(event) != null)
                .collect(Collectors.groupingBy(EventRules::linkName));
        return links.entrySet().stream()
                .filter(link -> link.getKey().isBlank()
                        || link.getValue().stream().noneMatch(ThrowEvent.class::isInstance)
                        || link.getValue().stream()
                                        .filter(CatchEvent.class::isInstance)
                                        .count()
                                != 1)
                .flatMap(link -> link.getValue().stream());
    }

    private static String linkName(Event event) {
        return event.getChildElementsByType(LinkEventDefinition.class).stream()
                .map(link -> Objects.requireNonNullElse(link.getName(), ""))
                .findFirst()
                .orElse(null);
    }

    private static Stream<FlowNode> superfluousTermination(Model model, BaseElement scope) {
        var ends = elementsOf(scope, FlowNode.class).stream()
                .filter(node -> model.outOf(node).isEmpty() && !interrupts(node))
                .toList();
        return ends.size() == 1 ? ends.stream().filter(EventRules::terminates) : Stream.empty();
    }

    private static boolean interrupts(FlowNode node) {
        return node instanceof SubProcess subProcess
                && subProcess.triggeredByEvent()
                && starts(subProcess).anyMatch(StartEvent::isInterrupting);
    }

    private static boolean terminates(FlowNode end) {
        return !end.getChildElementsByType(TerminateEventDefinition.class).isEmpty();
    }
}
