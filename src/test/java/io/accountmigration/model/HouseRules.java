package io.accountmigration.model;

import static io.accountmigration.model.Model.isConditional;
import static io.accountmigration.model.Model.isDefault;
import static io.accountmigration.model.Model.label;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** How this program names and documents what it draws. */
final class HouseRules {

    private static final Pattern CAMEL_CASE = Pattern.compile("[a-z][a-zA-Z0-9]*");
    private static final Pattern KEBAB_CASE = Pattern.compile("[a-z]+(-[a-z]+)*");
    private static final Pattern MESSAGE = Pattern.compile("[a-z][a-zA-Z]*\\.[a-z][a-zA-Z]*");

    private HouseRules() {}

    static Stream<Rule> all() {
        return Stream.of(
                new Rule("process-is-named-like-its-file", model -> model.every(Process.class)
                        .filter(process -> !process.getId().equals(model.name())
                                || !KEBAB_CASE.matcher(process.getId()).matches())),
                new Rule("id-tells-the-type", model -> model.every(FlowElement.class)
                        .filter(element -> !prefix(element).equals(expectedPrefix(element))
                                || !CAMEL_CASE.matcher(stem(element)).matches())),
                new Rule("label-and-id-have-one-stem", model -> model.every(FlowNode.class)
                        .filter(node -> label(node).isPresent() && !hasOneStem(node))),
                new Rule("only-joins-have-no-label", model -> model.every(FlowNode.class)
                        .filter(node -> label(node).isEmpty() != stem(node).startsWith("join"))),
                new Rule("a-decision-asks-a-question", model -> decisions(model)
                        .filter(split -> !label(split).orElse("").endsWith("?"))),
                new Rule("a-decision-has-a-default", model -> decisions(model)
                        .filter(split -> model.outOf(split).stream().noneMatch(Model::isDefault))),
                new Rule("flows-answer-the-question", model -> decisions(model)
                        .flatMap(split -> model.outOf(split).stream())
                        .filter(flow -> label(flow).isEmpty() || isConditional(flow) == isDefault(flow))),
                new Rule("messages-are-named-by-what-happened", model -> model.every(Message.class)
                        .filter(message -> !MESSAGE.matcher(message.getName()).matches()
                                || !message.getId().equals("Message_" + lastPart(message.getName())))),
                new Rule("error-id-tells-the-code", model -> model.every(Error.class)
                        .filter(error -> !error.getId().equals("Error_" + error.getErrorCode()))),
                new Rule("documented", model -> model.every(BaseElement.class)
                        .filter(element -> element instanceof Process
                                || element instanceof SubProcess
                                || element instanceof UserTask)
                        .filter(element -> element.getDocumentations().isEmpty())),
                new Rule("flows-are-listed-at-both-ends", model -> model.every(SequenceFlow.class)
                        .filter(flow -> !isListed(flow))));
    }

    private static Stream<ExclusiveGateway> decisions(Model model) {
        return model.every(ExclusiveGateway.class)
                .filter(gateway -> model.outOf(gateway).size() > 1);
    }

    private static String prefix(FlowElement element) {
        return element.getId().contains("_") ? element.getId().split("_", 2)[0] : "";
    }

    static String stem(BaseElement element) {
        return element.getId().replaceFirst("^[^_]*_", "");
    }

    private static String expectedPrefix(FlowElement element) {
        var type = element.getElementType().getTypeName();
        if (type.equals("sequenceFlow")) {
            return "flow";
        }
        if (type.endsWith("Gateway")) {
            return "gateway";
        }
        return type.startsWith("intermediate") || type.startsWith("boundary") ? "event" : type;
    }

    /** Tasks are called exactly like their code; what surrounds them may say more in the label than in the id. */
    private static boolean hasOneStem(FlowNode node) {
        var label = label(node).orElseThrow().replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
        var stem = stem(node).toLowerCase(Locale.ROOT);
        return node instanceof Activity && !(node instanceof SubProcess) ? label.equals(stem) : label.contains(stem);
    }

    private static String lastPart(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static boolean isListed(SequenceFlow flow) {
        return flow.getSource().getOutgoing().contains(flow)
                && flow.getTarget().getIncoming().contains(flow);
    }
}
