package io.accountmigration.model;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaScript;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** Where transactions end, and what a model asks of the engine. */
final class EngineRules {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final Pattern ONE_BEAN = Pattern.compile("\\$\\{[a-z][A-Za-z]*Delegate}");

    /** What belongs to the step before: an owner's input, checked at once, what calls no outside system, one run of the user sync. */
    private static final Set<String> IN_THE_STEP_BEFORE = Set.of(
            "serviceTask_recordWorkEmail",
            "serviceTask_recordPartnerId",
            "serviceTask_sendConfirmationCode",
            "serviceTask_checkConfirmationCode",
            "serviceTask_startUserSync",
            "serviceTask_mapRoles",
            "serviceTask_applyChanges",
            "serviceTask_recordOutcome");

    private EngineRules() {}

    static Stream<Rule> all() {
        return Stream.of(
                new Rule("a-job-before-every-remote-call-and-nowhere-else", model -> model.every(FlowNode.class)
                        .filter(node -> isOn(node, "asyncBefore") != needsAJob(node) || isOn(node, "asyncAfter"))),
                new Rule("a-service-task-is-one-delegate", model -> model.every(ServiceTask.class)
                        .filter(task -> !ONE_BEAN.matcher(attribute(task, "delegateExpression"))
                                .matches())),
                new Rule("a-user-task-has-a-form-of-its-deployment", model -> model.every(UserTask.class)
                        .filter(task -> attribute(task, "formRef").isEmpty()
                                || !attribute(task, "formRefBinding").equals("deployment"))),
                new Rule("a-process-can-be-run-and-forgotten", model -> model.every(Process.class)
                        .filter(process ->
                                !process.isExecutable() || process.getCamundaHistoryTimeToLiveString() == null)),
                new Rule("no-retry-cycle-of-its-own", model -> model.every(CamundaFailedJobRetryTimeCycle.class)
                        .map(EngineRules::nodeOf)),
                new Rule(
                        "no-scripts",
                        model -> Stream.concat(
                                model.every(ScriptTask.class),
                                model.every(CamundaScript.class).map(EngineRules::nodeOf))));
    }

    private static boolean needsAJob(FlowNode node) {
        return node instanceof ServiceTask && !IN_THE_STEP_BEFORE.contains(node.getId());
    }

    private static boolean isOn(FlowNode node, String name) {
        return attribute(node, name).equals("true");
    }

    private static String attribute(FlowNode node, String name) {
        return Optional.ofNullable(node.getAttributeValueNs(CAMUNDA, name)).orElse("");
    }

    private static FlowNode nodeOf(ModelElementInstance inner) {
        return inner instanceof FlowNode node ? node : nodeOf(inner.getParentElement());
    }
}
