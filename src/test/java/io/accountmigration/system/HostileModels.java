package io.accountmigration.system;

import java.util.LinkedHashMap;
import java.util.Map;

/** Models that try to run code wherever the engine evaluates an expression, runs a script or makes an object of a class. */
final class HostileModels {

    private static final String TASK_EXPRESSION = """
            <serviceTask id="step" camunda:%s="%s"/>""";
    private static final String LISTENER = """
            <task id="step"><extensionElements><camunda:executionListener event="start" %s="%s"/></extensionElements></task>""";
    private static final String USER_TASK = """
            <userTask id="step" camunda:%s="%s"/>""";
    private static final String EXTENDED_USER_TASK = """
            <userTask id="step"><extensionElements>%s</extensionElements></userTask>""";
    private static final String REPEATED = """
            <task id="step"><multiInstanceLoopCharacteristics%s>%s</multiInstanceLoopCharacteristics></task>""";
    private static final String EVENT = """
            <intermediateCatchEvent id="step">%s</intermediateCatchEvent>""";
    private static final String SCRIPT_OF = """
            <camunda:script scriptFormat="%s">%s</camunda:script>""";

    private HostileModels() {}

    /** One model a place of an expression. */
    static Map<String, String> evaluating(String expression) {
        var models = new LinkedHashMap<String, String>();
        models.put("expression", step(TASK_EXPRESSION.formatted("expression", expression)));
        models.put("delegateExpression", step(TASK_EXPRESSION.formatted("delegateExpression", expression)));
        models.put("execution listener", step(LISTENER.formatted("expression", expression)));
        models.put("execution listener's delegate", step(LISTENER.formatted("delegateExpression", expression)));
        models.put(
                "task listener",
                step(EXTENDED_USER_TASK.formatted(
                        "<camunda:taskListener event=\"create\" expression=\"%s\"/>".formatted(expression))));
        for (var attribute : new String[] {"assignee", "candidateUsers", "candidateGroups", "dueDate", "priority"}) {
            models.put(attribute, step(USER_TASK.formatted(attribute, expression)));
        }
        models.put("form key", step(USER_TASK.formatted("formKey", expression)));
        models.put("name of a task", step("<userTask id=\"step\" name=\"%s\"/>".formatted(expression)));
        models.put(
                "default of a form field",
                step(EXTENDED_USER_TASK.formatted(
                        "<camunda:formData><camunda:formField id=\"x\" type=\"string\" defaultValue=\"%s\"/></camunda:formData>"
                                .formatted(expression))));
        models.put("validator of a form field", step(EXTENDED_USER_TASK.formatted(validated(expression))));
        models.put(
                "input",
                step(EXTENDED_USER_TASK.formatted(
                        "<camunda:inputOutput><camunda:inputParameter name=\"x\">%s</camunda:inputParameter></camunda:inputOutput>"
                                .formatted(expression))));
        models.put("collection", step(REPEATED.formatted(" camunda:collection=\"%s\"".formatted(expression), "")));
        models.put(
                "cardinality",
                step(REPEATED.formatted("", "<loopCardinality>%s</loopCardinality>".formatted(expression))));
        models.put(
                "end of a repetition",
                step(REPEATED.formatted(
                        "",
                        "<loopCardinality>2</loopCardinality><completionCondition>%s</completionCondition>"
                                .formatted(expression))));
        models.put(
                "timer",
                step(EVENT.formatted("<timerEventDefinition><timeDuration>%s</timeDuration></timerEventDefinition>"
                        .formatted(expression))));
        models.put(
                "condition",
                step(EVENT.formatted(
                        "<conditionalEventDefinition><condition>%s</condition></conditionalEventDefinition>"
                                .formatted(expression))));
        models.put("called process", step("<callActivity id=\"step\" calledElement=\"%s\"/>".formatted(expression)));
        models.put(
                "mapping of variables",
                step("<callActivity id=\"step\" calledElement=\"x\" camunda:variableMappingDelegateExpression=\"%s\"/>"
                        .formatted(expression)));
        models.put(
                "decision", step("<businessRuleTask id=\"step\" camunda:decisionRef=\"%s\"/>".formatted(expression)));
        models.put(
                "topic",
                step("<serviceTask id=\"step\" camunda:type=\"external\" camunda:topic=\"%s\"/>"
                        .formatted(expression)));
        models.put(
                "priority of a job",
                step("<task id=\"step\" camunda:asyncBefore=\"true\" camunda:jobPriority=\"%s\"/>"
                        .formatted(expression)));
        models.put("flow", flow("<conditionExpression>%s</conditionExpression>".formatted(expression)));
        return models;
    }

    /** One model a place of a script. */
    static Map<String, String> running(String language, String script) {
        var code = SCRIPT_OF.formatted(language, script);
        var models = new LinkedHashMap<String, String>();
        models.put(
                "script task",
                step("<scriptTask id=\"step\" scriptFormat=\"%s\"><script>%s</script></scriptTask>"
                        .formatted(language, script)));
        models.put(
                "script of a listener",
                step(EXTENDED_USER_TASK.formatted(
                        "<camunda:executionListener event=\"start\">%s</camunda:executionListener>".formatted(code))));
        models.put(
                "script of a task listener",
                step(EXTENDED_USER_TASK.formatted(
                        "<camunda:taskListener event=\"create\">%s</camunda:taskListener>".formatted(code))));
        models.put(
                "script of an input",
                step(EXTENDED_USER_TASK.formatted(
                        "<camunda:inputOutput><camunda:inputParameter name=\"x\">%s</camunda:inputParameter></camunda:inputOutput>"
                                .formatted(code))));
        models.put(
                "script of a flow",
                flow("<conditionExpression xsi:type=\"tFormalExpression\" language=\"%s\">%s</conditionExpression>"
                        .formatted(language, script)));
        models.put(
                "script of a condition",
                step(EVENT.formatted(
                        "<conditionalEventDefinition><condition xsi:type=\"tFormalExpression\" language=\"%s\">%s</condition></conditionalEventDefinition>"
                                .formatted(language, script))));
        return models;
    }

    /** One model a place of a class. */
    static Map<String, String> making(String type) {
        var models = new LinkedHashMap<String, String>();
        models.put("class", step(TASK_EXPRESSION.formatted("class", type)));
        models.put("class of a listener", step(LISTENER.formatted("class", type)));
        models.put(
                "class of a task listener",
                step(EXTENDED_USER_TASK.formatted(
                        "<camunda:taskListener event=\"create\" class=\"%s\"/>".formatted(type))));
        models.put("handler of a task's form", step(USER_TASK.formatted("formHandlerClass", type)));
        models.put(
                "handler of a start form",
                process("", "<startEvent id=\"start\" camunda:formHandlerClass=\"%s\"/>".formatted(type)));
        models.put("class of a validator", step(EXTENDED_USER_TASK.formatted(validated(type))));
        models.put(
                "class of a mapping",
                step("<callActivity id=\"step\" calledElement=\"x\" camunda:variableMappingClass=\"%s\"/>"
                        .formatted(type)));
        models.put(
                "class in the older namespace",
                step("<serviceTask id=\"step\" xmlns:activiti=\"http://activiti.org/bpmn\" activiti:class=\"%s\"/>"
                        .formatted(type)));
        return models;
    }

    /** One model a kind of task that reaches out of the program by itself. */
    static Map<String, String> commanding(String command, String argument) {
        var fields = """
                <extensionElements>
                  <camunda:field name="command" stringValue="%s"/><camunda:field name="arg1" stringValue="%s"/>
                </extensionElements>""".formatted(command, argument);
        var models = new LinkedHashMap<String, String>();
        for (var task : new String[] {"serviceTask", "sendTask", "businessRuleTask"}) {
            models.put(
                    "command of a " + task,
                    step("<%s id=\"step\" camunda:type=\"shell\">%s</%s>".formatted(task, fields, task)));
        }
        for (var event : new String[] {"intermediateThrowEvent", "endEvent"}) {
            var definition =
                    "<messageEventDefinition camunda:type=\"shell\">%s</messageEventDefinition>".formatted(fields);
            var thrown = "<%s id=\"step\">%s</%s>".formatted(event, definition, event);
            models.put("command of an " + event, step(thrown));
        }
        return models;
    }

    /** A decision that is what its expression says. */
    static String deciding(String expression) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="hostiles" name="hostiles"
                  xmlns:camunda="http://camunda.org/schema/1.0/dmn" namespace="test">
                <decision id="hostile" name="hostile" camunda:historyTimeToLive="1">
                  <variable id="result" name="result" typeRef="boolean"/>
                  <literalExpression id="said" expressionLanguage="juel"><text>%s</text></literalExpression>
                </decision></definitions>""".formatted(expression);
    }

    private static String validated(String validator) {
        return """
                <camunda:formData><camunda:formField id="x" type="string"><camunda:validation>
                  <camunda:constraint name="validator" config="%s"/>
                </camunda:validation></camunda:formField></camunda:formData>""".formatted(validator);
    }

    private static String step(String step) {
        return process("", """
                <startEvent id="start"/><sequenceFlow id="toStep" sourceRef="start" targetRef="step"/>
                """ + step);
    }

    private static String flow(String condition) {
        return process("", """
                <startEvent id="start"/><sequenceFlow id="toStep" sourceRef="start" targetRef="step"/>
                <exclusiveGateway id="step"/>
                <sequenceFlow id="out" sourceRef="step" targetRef="end">%s</sequenceFlow>
                <sequenceFlow id="other" sourceRef="step" targetRef="end"/><endEvent id="end"/>
                """.formatted(condition));
    }

    private static String process(String attributes, String content) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                  xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
                <process id="hostile" isExecutable="true" camunda:historyTimeToLive="1"%s>%s</process>
                </definitions>""".formatted(attributes, content);
    }
}
