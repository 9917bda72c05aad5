package io.accountmigration.model;

import static io.accountmigration.model.Model.isConditional;
import static io.accountmigration.model.Model.isDefault;
import static io.accountmigration.model.Model.label;
import static io.accountmigration.model.Model.standsAlone;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.CompensateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;

/** How nodes are connected. */
final class FlowRules {

    private FlowRules() {}

    static Stream<Rule> all() {
        return Stream.of(
                new Rule("conditional-flows", FlowRules::flowsWithoutACondition),
                new Rule("fake-join", model -> tasksAndEvents(model)
                        .filter(node -> model.into(node).size() > 1)),
                new Rule("no-disconnected", model -> connectable(model)
                        .filter(node ->
                                model.into(node).isEmpty() && model.outOf(node).isEmpty())),
                new Rule("no-duplicate-sequence-flows", FlowRules::duplicates),
                new Rule("no-implicit-split", model -> tasksAndEvents(model)
                        .filter(node -> unconditional(model.outOf(node)) > 1)),
                new Rule("no-implicit-end", model -> connectable(model)
                        .filter(node -> !(node instanceof EndEvent || throwsLink(node)))
                        .filter(node -> model.outOf(node).isEmpty())),
                new Rule("no-implicit-start", model -> connectable(model)
                        .filter(node -> !(node instanceof StartEvent || node instanceof BoundaryEvent))
                        .filter(node -> !catchesLink(node))
                        .filter(node -> model.into(node).isEmpty())),
                new Rule("superfluous-label", model -> model.every(SequenceFlow.class)
                        .filter(flow -> label(flow).isPresent())
                        .filter(flow -> !(isConditional(flow) || isDefault(flow) || leavesADecision(model, flow)))));
    }

    private static Stream<FlowNode> tasksAndEvents(Model model) {
        return model.every(FlowNode.class).filter(node -> node instanceof Activity || node instanceof Event);
    }

    private static Stream<FlowNode> connectable(Model model) {
        return model.every(FlowNode.class)
                .filter(node -> !standsAlone(node) && !definedBy(node, CompensateEventDefinition.class));
    }

    private static Stream<SequenceFlow> flowsWithoutACondition(Model model) {
        return model.every(FlowNode.class)
                .map(model::outOf)
                .filter(flows -> flows.stream().anyMatch(flow -> isConditional(flow) || isDefault(flow)))
                .flatMap(List::stream)
                .filter(flow -> !isConditional(flow) && !isDefault(flow));
    }

    private static Stream<SequenceFlow> duplicates(Model model) {
        var seen = new HashSet<List<String>>();
        return model.every(SequenceFlow.class)
                .filter(flow -> !seen.add(
                        List.of(flow.getSource().getId(), flow.getTarget().getId(), condition(flow))));
    }

    private static String condition(SequenceFlow flow) {
        return isConditional(flow) ? flow.getConditionExpression().getTextContent() : "";
    }

    private static long unconditional(List<SequenceFlow> flows) {
        return flows.stream()
                .filter(flow -> !isConditional(flow) && !isDefault(flow))
                .count();
    }

    private static boolean leavesADecision(Model model, SequenceFlow flow) {
        var source = flow.getSource();
        return (source instanceof ExclusiveGateway || source instanceof InclusiveGateway)
                && model.outOf(source).size() > 1;
    }

    private static boolean throwsLink(FlowNode node) {
        return node instanceof ThrowEvent && definedBy(node, LinkEventDefinition.class);
    }

    private static boolean catchesLink(FlowNode node) {
        return node instanceof CatchEvent && definedBy(node, LinkEventDefinition.class);
    }

    private static boolean definedBy(FlowNode node, Class<? extends EventDefinition> definition) {
        return !node.getChildElementsByType(definition).isEmpty();
    }
}
