package io.accountmigration.model;

import static io.accountmigration.model.Model.elementsOf;
import static io.accountmigration.model.Model.isConditional;
import static io.accountmigration.model.Model.label;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.Escalation;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.RootElement;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.Signal;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;

/** What a reader sees: names and shapes. */
final class DiagramRules {

    private DiagramRules() {}

    static Stream<Rule> all() {
        return Stream.of(
                new Rule("label-required", DiagramRules::unlabelled),
                new Rule("global", DiagramRules::namelessOrUnused),
                new Rule("no-bpmndi", model -> model.every(FlowElement.class)
                        .filter(element -> element.getDiagramElement() == null)),
                new Rule("no-overlapping-elements", model -> model.scopes()
                        .flatMap(scope -> Stream.concat(
                                overlapping(model, elementsOf(scope, FlowNode.class)),
                                outside(model, (BaseElement) scope)))));
    }

    private static Stream<BaseElement> unlabelled(Model model) {
        var nodes = model.every(FlowNode.class)
                .filter(node -> !(node instanceof ParallelGateway
                        || node instanceof EventBasedGateway
                        || node instanceof SubProcess))
                .filter(node -> !(node instanceof Gateway) || model.outOf(node).size() > 1);
        var flows = model.every(SequenceFlow.class).filter(flow -> isConditional(flow));
        return Stream.concat(nodes, flows).map(BaseElement.class::cast).filter(element -> label(element)
                .isEmpty());
    }

    private static Stream<RootElement> namelessOrUnused(Model model) {
        var globals = Stream.of(Error.class, Escalation.class, Message.class, Signal.class)
                .flatMap(model::every)
                .map(RootElement.class::cast)
                .toList();
        return globals.stream()
                .filter(global ->
                        label(global).isEmpty() || !isReferenced(model, global) || !isUnique(global, globals));
    }

    private static boolean isReferenced(Model model, RootElement global) {
        return model.every(BaseElement.class)
                .flatMap(element -> Stream.of("errorRef", "escalationRef", "messageRef", "signalRef")
                        .map(element::getAttributeValue)
                        .filter(Objects::nonNull))
                .anyMatch(global.getId()::equals);
    }

    private static boolean isUnique(RootElement global, Collection<RootElement> globals) {
        return globals.stream()
                        .filter(other -> other.getElementType().equals(global.getElementType()))
                        .filter(other -> label(other).equals(label(global)))
                        .count()
                == 1;
    }

    private static Stream<FlowNode> overlapping(Model model, List<FlowNode> nodes) {
        var found = new ArrayList<FlowNode>();
        for (var node : nodes) {
            var overlaps = nodes.stream()
                    .filter(other -> other != node && !isHost(node, other) && !isHost(other, node))
                    .anyMatch(other -> bounds(model, node)
                            .anyMatch(a -> bounds(model, other).anyMatch(b -> touch(a, b))));
            if (overlaps) {
                found.add(node);
            }
        }
        return found.stream();
    }

    private static Stream<FlowNode> outside(Model model, BaseElement scope) {
        return model.shapeOf(scope).filter(BpmnShape::isExpanded).stream()
                .flatMap(frame -> elementsOf(scope, FlowNode.class).stream()
                        .filter(node -> bounds(model, node).anyMatch(inner -> !contains(frame.getBounds(), inner))));
    }

    private static boolean isHost(FlowNode node, FlowNode event) {
        return event instanceof BoundaryEvent boundary && node.equals(boundary.getAttachedTo());
    }

    private static Stream<Bounds> bounds(Model model, FlowNode node) {
        return model.shapeOf(node).map(BpmnShape::getBounds).stream();
    }

    private static boolean touch(Bounds a, Bounds b) {
        return a.getX() + a.getWidth() >= b.getX()
                && b.getX() + b.getWidth() >= a.getX()
                && a.getY() + a.getHeight() >= b.getY()
                && b.getY() + b.getHeight() >= a.getY();
    }

    private static boolean contains(Bounds outer, Bounds inner) {
        return inner.getX() >= outer.getX()
                && inner.getY() >= outer.getY()
                && inner.getX() + inner.getWidth() <= outer.getX() + outer.getWidth()
                && inner.getY() + inner.getHeight() <= outer.getY() + outer.getHeight();
    }
}
