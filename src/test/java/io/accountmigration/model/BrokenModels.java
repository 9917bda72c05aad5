package io.accountmigration.model;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** For every rule a small model in which what is called bad breaks it and what is called good does not. */
final class BrokenModels {

    private static final String FRAME = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
                xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="broken">
              %s
            </definitions>
            """;

    private static final String RECOMMENDED = """
            ad-hoc-sub-process
            <process id="p"><startEvent id="good"/><adHocSubProcess id="s"><startEvent id="bad"/></adHocSubProcess></process>

            conditional-flows
            <process id="p"><exclusiveGateway id="g"/><task id="a"/><task id="b"/>
              <sequenceFlow id="bad" sourceRef="g" targetRef="a"/>
              <sequenceFlow id="good" sourceRef="g" targetRef="b"><conditionExpression>x</conditionExpression></sequenceFlow>
            </process>

            end-event-required
            <process id="p"><subProcess id="good"><endEvent id="e"/></subProcess><subProcess id="bad"/></process>

            event-based-gateway
            <process id="p"><eventBasedGateway id="bad"/><eventBasedGateway id="good"/><task id="a"/><task id="b"/>
              <sequenceFlow id="f" sourceRef="bad" targetRef="a"/>
              <sequenceFlow id="g" sourceRef="good" targetRef="a"/><sequenceFlow id="h" sourceRef="good" targetRef="b"/>
            </process>

            event-sub-process-typed-start-event
            <process id="p"><startEvent id="good"/>
              <subProcess id="s" triggeredByEvent="true"><startEvent id="bad"/></subProcess></process>

            fake-join
            <process id="p"><task id="a"/><task id="b"/><task id="bad"/><exclusiveGateway id="good"/>
              <sequenceFlow id="f" sourceRef="a" targetRef="bad"/><sequenceFlow id="g" sourceRef="b" targetRef="bad"/>
              <sequenceFlow id="h" sourceRef="a" targetRef="good"/><sequenceFlow id="i" sourceRef="b" targetRef="good"/>
            </process>

            global
            <message id="good" name="used"/><message id="bad" name="unused"/>
            <process id="p"><endEvent id="e"><messageEventDefinition messageRef="good"/></endEvent></process>

            label-required
            <process id="p"><task id="bad" name=" "/><task id="good" name="Lock publisher"/></process>

            link-event
            <process id="p"><intermediateThrowEvent id="bad"><linkEventDefinition name="x"/></intermediateThrowEvent>
              <intermediateThrowEvent id="good"><linkEventDefinition name="y"/></intermediateThrowEvent>
              <intermediateCatchEvent id="c"><linkEventDefinition name="y"/></intermediateCatchEvent></process>

            no-bpmndi
            <process id="p"><task id="good"/><task id="bad"/></process>
            <bpmndi:BPMNDiagram><bpmndi:BPMNPlane bpmnElement="p">
              <bpmndi:BPMNShape id="s" bpmnElement="good"><dc:Bounds x="0" y="0" width="9" height="9"/></bpmndi:BPMNShape>
            </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>

            no-complex-gateway
            <process id="p"><complexGateway id="bad"/><exclusiveGateway id="good"/></process>

            no-disconnected
            <process id="p"><task id="bad"/><task id="good"/><sequenceFlow id="f" sourceRef="good" targetRef="good"/></process>

            no-duplicate-sequence-flows
            <process id="p"><task id="a"/><task id="b"/><sequenceFlow id="good" sourceRef="a" targetRef="b"/>
              <sequenceFlow id="bad" sourceRef="a" targetRef="b"/></process>

            no-gateway-join-fork
            <process id="p"><task id="a"/><task id="b"/><exclusiveGateway id="bad"/><exclusiveGateway id="good"/>
              <sequenceFlow id="f" sourceRef="a" targetRef="bad"/><sequenceFlow id="g" sourceRef="b" targetRef="bad"/>
              <sequenceFlow id="h" sourceRef="bad" targetRef="a"/><sequenceFlow id="i" sourceRef="bad" targetRef="good"/>
            </process>

            no-implicit-end
            <process id="p"><task id="bad"/><endEvent id="good"/></process>

            no-implicit-split
            <process id="p"><task id="bad"/><exclusiveGateway id="good"/><task id="a"/><task id="b"/>
              <sequenceFlow id="f" sourceRef="bad" targetRef="a"/><sequenceFlow id="g" sourceRef="bad" targetRef="b"/>
              <sequenceFlow id="h" sourceRef="good" targetRef="a"/><sequenceFlow id="i" sourceRef="good" targetRef="b"/>
            </process>

            no-implicit-start
            <process id="p"><task id="bad"/><startEvent id="good"/></process>

            no-inclusive-gateway
            <process id="p"><inclusiveGateway id="bad"/><exclusiveGateway id="good"/></process>

            no-overlapping-elements
            <process id="p"><task id="a"/><task id="bad"/><task id="good"/></process>
            <bpmndi:BPMNDiagram><bpmndi:BPMNPlane bpmnElement="p">
              <bpmndi:BPMNShape id="s" bpmnElement="a"><dc:Bounds x="0" y="0" width="9" height="9"/></bpmndi:BPMNShape>
              <bpmndi:BPMNShape id="t" bpmnElement="bad"><dc:Bounds x="5" y="5" width="9" height="9"/></bpmndi:BPMNShape>
              <bpmndi:BPMNShape id="u" bpmnElement="good"><dc:Bounds x="50" y="0" width="9" height="9"/></bpmndi:BPMNShape>
            </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>

            single-blank-start-event
            <process id="p"><subProcess id="bad"><startEvent id="a"/><startEvent id="b"/></subProcess>
              <subProcess id="good"><startEvent id="c"/></subProcess></process>

            single-event-definition
            <process id="p"><endEvent id="good"/>
              <endEvent id="bad"><terminateEventDefinition/><errorEventDefinition/></endEvent></process>

            start-event-required
            <process id="p"><subProcess id="good"><startEvent id="s"/></subProcess><subProcess id="bad"/></process>

            sub-process-blank-start-event
            <process id="p"><startEvent id="good"><timerEventDefinition/></startEvent>
              <subProcess id="s"><startEvent id="bad"><timerEventDefinition/></startEvent></subProcess></process>

            superfluous-gateway
            <process id="p"><task id="good"/><task id="b"/><exclusiveGateway id="bad"/>
              <sequenceFlow id="f" sourceRef="good" targetRef="bad"/><sequenceFlow id="g" sourceRef="bad" targetRef="b"/>
            </process>

            superfluous-label
            <process id="p"><task id="a"/><task id="b"/><sequenceFlow id="good" sourceRef="a" targetRef="b"/>
              <sequenceFlow id="bad" name="then" sourceRef="b" targetRef="a"/></process>

            superfluous-termination
            <process id="p"><subProcess id="s"><endEvent id="bad"><terminateEventDefinition/></endEvent></subProcess>
              <subProcess id="t"><endEvent id="good"><terminateEventDefinition/></endEvent><endEvent id="e"/></subProcess>
            </process>
            """;

    private static final String OURS = """
            process-is-named-like-its-file
            <process id="bad"/>

            id-tells-the-type
            <process id="p"><userTask id="serviceTask_bad"/><userTask id="userTask_good"/></process>

            label-and-id-have-one-stem
            <process id="p"><task id="task_bad" name="Not bad"/><task id="task_good" name="Good"/>
              <endEvent id="endEvent_bad" name="Worse"/><endEvent id="endEvent_good" name="All good"/></process>

            only-joins-have-no-label
            <process id="p"><exclusiveGateway id="gateway_bad"/><exclusiveGateway id="gateway_join_good"/></process>

            a-decision-asks-a-question
            <process id="p"><exclusiveGateway id="bad" name="Decide"/><exclusiveGateway id="good" name="Done?"/>
              <sequenceFlow id="f" sourceRef="bad" targetRef="good"/><sequenceFlow id="g" sourceRef="bad" targetRef="bad"/>
              <sequenceFlow id="h" sourceRef="good" targetRef="good"/><sequenceFlow id="i" sourceRef="good" targetRef="bad"/>
            </process>

            a-decision-has-a-default
            <process id="p"><exclusiveGateway id="bad"/><exclusiveGateway id="good" default="h"/>
              <sequenceFlow id="f" sourceRef="bad" targetRef="good"/><sequenceFlow id="g" sourceRef="bad" targetRef="bad"/>
              <sequenceFlow id="h" sourceRef="good" targetRef="good"/><sequenceFlow id="i" sourceRef="good" targetRef="bad"/>
            </process>

            flows-answer-the-question
            <process id="p"><exclusiveGateway id="g" default="good"/><task id="a"/>
              <sequenceFlow id="bad" sourceRef="g" targetRef="a"/>
              <sequenceFlow id="good" name="yes" sourceRef="g" targetRef="g"/></process>

            messages-are-named-by-what-happened
            <message id="Message_bad" name="cancel"/><message id="Message_good" name="migration.good"/>

            error-id-tells-the-code
            <error id="Error_bad" errorCode="worse"/><error id="Error_good" errorCode="good"/>

            documented
            <process id="p"><documentation>Moves.</documentation><userTask id="bad"/>
              <userTask id="good"><documentation>An owner decides.</documentation></userTask></process>

            flows-are-listed-at-both-ends
            <process id="p"><task id="a"><outgoing>good</outgoing><outgoing>bad</outgoing></task>
              <task id="b"><incoming>good</incoming></task>
              <sequenceFlow id="good" sourceRef="a" targetRef="b"/><sequenceFlow id="bad" sourceRef="a" targetRef="b"/>
            </process>

            a-collapsed-phase-has-a-plane-of-its-own
            <process id="p"><subProcess id="s"><task id="bad"/><task id="good"/></subProcess></process>
            <bpmndi:BPMNDiagram><bpmndi:BPMNPlane bpmnElement="p">
              <bpmndi:BPMNShape id="a" bpmnElement="s" isExpanded="false"><dc:Bounds x="0" y="0" width="9" height="9"/></bpmndi:BPMNShape>
              <bpmndi:BPMNShape id="b" bpmnElement="bad"><dc:Bounds x="50" y="0" width="9" height="9"/></bpmndi:BPMNShape>
            </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
            <bpmndi:BPMNDiagram><bpmndi:BPMNPlane bpmnElement="s">
              <bpmndi:BPMNShape id="c" bpmnElement="good"><dc:Bounds x="0" y="0" width="9" height="9"/></bpmndi:BPMNShape>
            </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>

            labels-are-readable-in-a-page
            <process id="bad"><task id="t"/><subProcess id="good"><task id="u"/></subProcess></process>
            <bpmndi:BPMNDiagram><bpmndi:BPMNPlane bpmnElement="bad">
              <bpmndi:BPMNShape id="a" bpmnElement="t"><dc:Bounds x="0" y="0" width="1076" height="9"/></bpmndi:BPMNShape>
            </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
            <bpmndi:BPMNDiagram><bpmndi:BPMNPlane bpmnElement="good">
              <bpmndi:BPMNShape id="b" bpmnElement="u"><dc:Bounds x="0" y="0" width="1075" height="9"/></bpmndi:BPMNShape>
            </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>

            a-job-before-every-remote-call-and-nowhere-else
            <process id="p"><serviceTask id="bad"/><serviceTask id="good" camunda:asyncBefore="true"/></process>

            a-service-task-is-one-delegate
            <process id="p"><serviceTask id="bad" camunda:expression="${now()}"/>
              <serviceTask id="good" camunda:delegateExpression="${lockPublisherDelegate}"/></process>

            a-user-task-has-a-form-of-its-deployment
            <process id="p"><userTask id="bad" camunda:formRef="f"/>
              <userTask id="good" camunda:formRef="f" camunda:formRefBinding="deployment"/></process>

            a-process-can-be-run-and-forgotten
            <process id="bad" isExecutable="true"/>
            <process id="good" isExecutable="true" camunda:historyTimeToLive="P30D"/>

            no-retry-cycle-of-its-own
            <process id="p"><task id="good"/><task id="bad"><extensionElements>
              <camunda:failedJobRetryTimeCycle>R3/PT1S</camunda:failedJobRetryTimeCycle></extensionElements></task></process>

            no-scripts
            <process id="p"><task id="good"/><scriptTask id="bad"/></process>
            """;

    private BrokenModels() {}

    static Map<String, Model> byRule() {
        return Stream.of(RECOMMENDED, OURS)
                .flatMap(blocks -> Arrays.stream(blocks.split("\n\n")))
                .map(block -> block.split("\n", 2))
                .collect(Collectors.toMap(block -> block[0], block -> Model.ofXml(FRAME.formatted(block[1]))));
    }
}
