package io.accountmigration.model;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BpmnModelElementInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * A model as the rules look at it. The flows of a node are found by their ends, so that a model without the redundant
 * incoming and outgoing elements is judged the same way.
 */
record Model(String name, BpmnModelInstance instance) {

    static final Path DIRECTORY = Path.of("processes");

    /** Every model of the program. */
    static Stream<Model> all() {
        return in(DIRECTORY);
    }

    static Stream<Model> in(Path directory) {
        try (var files = Files.walk(directory)) {
            return files
                    .filter(file -> file.toString().endsWith(".bpmn"))
                    .sorted()
                    .map(file -> new Model(stem(file), Bpmn.readModelFromFile(file.toFile())))
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Model named(String name) {
        return all().filter(model -> model.name.equals(name)).findFirst().orElseThrow();
    }

    static Model ofXml(String xml) {
        var bytes = xml.getBytes(StandardCharsets.UTF_8);
        return new Model("broken", Bpmn.readModelFromStream(new ByteArrayInputStream(bytes)));
    }

    static String stem(Path file) {
        var name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }

    /** The elements of a type, wherever they stand. */
    <T extends ModelElementInstance> Stream<T> every(Class<T> type) {
        return instance.getModelElementsByType(type).stream();
    }

    /** Processes and sub-processes. */
    Stream<BpmnModelElementInstance> scopes() {
        return Stream.concat(every(Process.class), every(SubProcess.class));
    }

    static Collection<FlowElement> elementsOf(ModelElementInstance scope) {
        return scope.getChildElementsByType(FlowElement.class);
    }

    static <T extends FlowElement> List<T> elementsOf(ModelElementInstance scope, Class<T> type) {
        return elementsOf(scope).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    List<SequenceFlow> into(FlowNode node) {
        return every(SequenceFlow.class)
                .filter(flow -> flow.getTarget().equals(node))
                .toList();
    }

    List<SequenceFlow> outOf(FlowNode node) {
        return every(SequenceFlow.class)
                .filter(flow -> flow.getSource().equals(node))
                .toList();
    }

    /** How an element is drawn. A phase that is collapsed also has a plane, which the interface would answer. */
    Optional<BpmnShape> shapeOf(BaseElement element) {
        return every(BpmnShape.class)
                .filter(shape -> element.equals(shape.getBpmnElement()))
                .findFirst();
    }

    static boolean isConditional(SequenceFlow flow) {
        return flow.getConditionExpression() != null;
    }

    static boolean isDefault(SequenceFlow flow) {
        return flow.getId().equals(flow.getSource().getAttributeValue("default"));
    }

    /** Whether a node takes part in the flow without being connected: an event sub-process or a compensation. */
    static boolean standsAlone(FlowNode node) {
        return node instanceof SubProcess subProcess && subProcess.triggeredByEvent()
                || node instanceof Activity activity && activity.isForCompensation();
    }

    static Optional<String> label(BaseElement element) {
        return Optional.ofNullable(element.getAttributeValue("name")).filter(name -> !name.isBlank());
    }

    @Override
    public String toString() {
        return name;
    }
}
