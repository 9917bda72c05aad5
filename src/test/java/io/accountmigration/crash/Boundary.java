package io.accountmigration.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/**
 * A place in a process where a transaction begins because something comes: a job, the time, a message, a person.
 *
 * @param isOnTheWay whether a flow leads to it; boundary events are not
 */
record Boundary(String process, String activity, Kind kind, boolean isOnTheWay) implements Comparable<Boundary> {

    /** What comes. */
    enum Kind {
        JOB,
        TIMER,
        MESSAGE,
        TASK
    }

    private static final Path MODELS = Path.of("processes");

    /** Every one of every model. */
    static List<Boundary> all() {
        try (var files = Files.walk(MODELS)) {
            return files.filter(file -> file.toString().endsWith(".bpmn"))
                    .flatMap(Boundary::of)
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<Boundary> of(Path file) {
        var model = Bpmn.readModelFromFile(file.toFile());
        var process =
                model.getModelElementsByType(Process.class).iterator().next().getId();
        return model.getModelElementsByType(FlowNode.class).stream()
                .flatMap(node -> kindOf(node)
                        .map(kind -> new Boundary(process, node.getId(), kind, !(node instanceof BoundaryEvent)))
                        .stream());
    }

    private static Optional<Kind> kindOf(FlowNode node) {
        // The model's interface refuses the question after an event-based gateway.
        if (node.isCamundaAsyncBefore() || !(node instanceof EventBasedGateway) && node.isCamundaAsyncAfter()) {
            return Optional.of(Kind.JOB);
        }
        if (node instanceof UserTask) {
            return Optional.of(Kind.TASK);
        }
        if (node instanceof ReceiveTask) {
            return Optional.of(Kind.MESSAGE);
        }
        if (node instanceof CatchEvent event) {
            return event.getEventDefinitions().stream()
                    .flatMap(definition -> definition instanceof TimerEventDefinition
                            ? Stream.of(Kind.TIMER)
                            : definition instanceof MessageEventDefinition ? Stream.of(Kind.MESSAGE) : Stream.of())
                    .findFirst();
        }
        return Optional.empty();
    }

    @Override
    public int compareTo(Boundary other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return process + " " + activity;
    }
}
