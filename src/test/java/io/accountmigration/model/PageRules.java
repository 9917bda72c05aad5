package io.accountmigration.model;

import static io.accountmigration.model.Model.elementsOf;

import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnPlane;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;

/** What makes a picture fit a page, with labels that can be read there. */
final class PageRules {

    /** Labels are 11 units high: those of a wider picture are smaller than 9 pixels in a page that is 880 wide. */
    private static final double WIDEST = 1075;

    private PageRules() {}

    static Stream<Rule> all() {
        return Stream.of(
                new Rule("a-collapsed-phase-has-a-plane-of-its-own", model -> model.every(SubProcess.class)
                        .filter(phase -> model.shapeOf(phase)
                                .filter(shape -> !shape.isExpanded())
                                .isPresent())
                        .flatMap(phase -> elementsOf(phase, FlowNode.class).stream()
                                .filter(node -> !isDrawnOnThePlaneOf(model, phase, node)))),
                new Rule("labels-are-readable-in-a-page", model -> model.every(BpmnPlane.class)
                        .filter(plane -> widthOf(plane) > WIDEST)
                        .map(BpmnPlane::getBpmnElement)));
    }

    private static boolean isDrawnOnThePlaneOf(Model model, SubProcess phase, FlowNode node) {
        return model.shapeOf(node)
                .map(shape -> (BpmnPlane) shape.getParentElement())
                .filter(plane -> phase.equals(plane.getBpmnElement()))
                .isPresent();
    }

    /** From the left edge of the leftmost shape or line to the right edge of the rightmost one. */
    private static double widthOf(BpmnPlane plane) {
        var shapes = plane.getChildElementsByType(BpmnShape.class).stream().map(BpmnShape::getBounds);
        var points = plane.getChildElementsByType(BpmnEdge.class).stream()
                .flatMap(edge -> edge.getWaypoints().stream())
                .map(Waypoint::getX);
        var edges = Stream.concat(
                        shapes.flatMap(bounds -> Stream.of(bounds.getX(), bounds.getX() + bounds.getWidth())), points)
                .mapToDouble(Double::doubleValue)
                .summaryStatistics();
        return edges.getCount() == 0 ? 0 : edges.getMax() - edges.getMin();
    }
}
