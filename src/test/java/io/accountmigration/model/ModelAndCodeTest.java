package io.accountmigration.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimeCycle;
import org.camunda.bpm.model.bpmn.instance.TimeDuration;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.stereotype.Component;

class ModelAndCodeTest {

    private static final Model ACCOUNT_MIGRATION = Model.named("account-migration");
    private static final Pattern TIMER = Pattern.compile("\\$\\{migrationTimers\\.(\\w+)}");

    private static final Pattern ANSWER = Pattern.compile("== '(\\w+)'");

    /** A step that is drawn twice and coded once. */
    private static final Map<String, String> SAME_STEP =
            Map.of("checkPartnerMembershipAgain", "checkPartnerMembership");

    @ParameterizedTest
    @MethodSource("models")
    void everyServiceTaskHasTheDelegateOfItsName(Model model) {
        model.every(ServiceTask.class).forEach(task -> {
            var bean = bean(task.getCamundaDelegateExpression());
            var stem = HouseRules.stem(task);
            assertThat(bean).isEqualTo(SAME_STEP.getOrDefault(stem, stem) + "Delegate");
            assertThat(Code.beanClass(bean)).isAssignableTo(JavaDelegate.class).hasAnnotation(Component.class);
        });
    }

    @Test
    void noDelegateIsLeftOver() throws IOException {
        assertThat(delegates()).containsExactlyInAnyOrderElementsOf(Code.beansNamed("Delegate"));
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyListenerIsABeanOfItsKind(Model model) {
        assertThat(model.every(CamundaTaskListener.class)
                        .map(listener -> bean(listener.getCamundaDelegateExpression())))
                .allSatisfy(bean -> assertThat(Code.beanClass(bean)).isAssignableTo(TaskListener.class));
        assertThat(model.every(CamundaExecutionListener.class)
                        .map(listener -> bean(listener.getCamundaDelegateExpression())))
                .allSatisfy(bean -> assertThat(Code.beanClass(bean)).isAssignableTo(ExecutionListener.class));
    }

    @Test
    void everyUserTaskIsOfferedToOwnersAndTakesTheirInputAndNobodyElses() {
        assertThat(ACCOUNT_MIGRATION.every(UserTask.class)).isNotEmpty().allSatisfy(task -> assertThat(
                        task.getExtensionElements().getChildElementsByType(CamundaTaskListener.class))
                .extracting(
                        CamundaTaskListener::getCamundaEvent, listener -> bean(listener.getCamundaDelegateExpression()))
                .containsExactly(
                        tuple("create", "offerToOwnersListener"),
                        tuple("update", "requireActiveOwnerListener"),
                        tuple("complete", "takeInputListener")));
    }

    @Test
    void everyTimerIsInTheSettings() throws ReflectiveOperationException {
        var timers = ACCOUNT_MIGRATION
                .every(TimerEventDefinition.class)
                .flatMap(timer -> Stream.<BaseElement>concat(
                        timer.getChildElementsByType(TimeDuration.class).stream(),
                        timer.getChildElementsByType(TimeCycle.class).stream()))
                .map(BaseElement::getTextContent)
                .toList();
        assertThat(timers).isNotEmpty().allMatch(TIMER.asMatchPredicate());
        for (var timer : timers) {
            var matcher = TIMER.matcher(timer);
            assertThat(matcher.matches()).isTrue();
            var property = matcher.group(1);
            var getter = "get" + Character.toUpperCase(property.charAt(0)) + property.substring(1);
            assertThat(Code.classNamed("MigrationTimers").getMethod(getter).getReturnType())
                    .isEqualTo(String.class);
        }
    }

    @Test
    void theProcessAndItsStartAreCalledAlike() {
        assertThat(ids(ACCOUNT_MIGRATION.every(Process.class))).containsExactly(name("PROCESS_ID"));
        assertThat(ACCOUNT_MIGRATION.instance().<BaseElement>getModelElementById(name("START_EVENT")))
                .isNotNull();
    }

    @Test
    void messagesAndErrorsAreCalledAlike() {
        assertThat(ACCOUNT_MIGRATION.every(Message.class).map(Message::getName))
                .containsExactlyInAnyOrder(name("CANCEL_REQUESTED"), name("OTHER_PARTNER_ID_REQUESTED"));
        assertThat(ACCOUNT_MIGRATION.every(Error.class).map(Error::getErrorCode))
                .containsExactlyInAnyOrder(name("MOVE_GIVEN_UP"), name("OWNER_GONE"));
    }

    @Test
    void everyUserTaskHasItsInputsAndItsStep() {
        var tasks = ids(ACCOUNT_MIGRATION.every(UserTask.class));
        assertThat(Code.shared("INPUTS", Map.class).keySet()).isEqualTo(tasks);
        assertThat(Code.shared("STEP_OF_TASK", Map.class).keySet()).isEqualTo(tasks);
    }

    @Test
    void everyEndThatClosesTheCaseHasItsOutcome() {
        var ends = ids(ACCOUNT_MIGRATION
                .every(EndEvent.class)
                .filter(end -> end.getExtensionElements() != null)
                .filter(end -> !end.getExtensionElements()
                        .getChildElementsByType(CamundaExecutionListener.class)
                        .isEmpty()));
        assertThat(Code.shared("OUTCOME_OF_END", Map.class).keySet()).isEqualTo(ends);
    }

    @Test
    void everyConditionAsksForAVariableOfTheCode() {
        var variables =
                Code.shared(Record.class).map(variable -> variable.toString()).toList();
        assertThat(asked(ACCOUNT_MIGRATION)).isNotEmpty().allSatisfy(name -> assertThat(variables)
                .anyMatch(variable -> variable.contains("[name=" + name + ",")));
    }

    @Test
    void everyAnswerInAConditionIsOneTheCodeGives() throws ReflectiveOperationException {
        var answers = ACCOUNT_MIGRATION
                .every(ConditionExpression.class)
                .map(condition -> ANSWER.matcher(condition.getTextContent()))
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .toList();
        assertThat(answers).isNotEmpty().isSubsetOf(Code.answers());
    }

    @Test
    void aCampaignAndItsCodeCallThingsAlike() throws ReflectiveOperationException {
        var model = Model.named("migration-campaign");
        var names = Code.constantsOf("MigrationCampaignModel");

        assertThat(ids(model.every(Process.class))).containsExactly((String) names.get("PROCESS_ID"));
        assertThat(model.every(Message.class).map(Message::getName))
                .containsExactlyInAnyOrder(
                        (String) names.get("PAUSE_REQUESTED"), (String) names.get("RESUME_REQUESTED"), (String)
                                names.get("CANCEL_REQUESTED"));
        assertThat(model.every(Error.class).map(Error::getErrorCode))
                .containsExactly((String) names.get("BRAKE_PULLED"));
        assertThat(model.every(TimeDuration.class).map(BaseElement::getTextContent))
                .containsExactly("${campaignTimers.look}");
        assertThat(Code.classNamed("CampaignTimers").getMethod("getLook").getReturnType())
                .isEqualTo(String.class);
        assertThat(model.every(ConditionExpression.class).map(ConditionExpression::getTextContent))
                .containsExactlyInAnyOrder(
                        "${waveDone}",
                        "${!go}",
                        "${nextStep == 'brake'}",
                        "${nextStep == 'startMore'}",
                        "${nextStep == 'nextWave'}",
                        "${nextStep == 'askGo'}");
        assertThat(Code.answersOf("MigrationCampaignModel")).contains("brake", "startMore", "nextWave", "askGo");
        assertThat(names.values().stream().map(String::valueOf))
                .anyMatch(name -> name.contains("[name=waveDone,"))
                .anyMatch(name -> name.contains("[name=nextStep,"))
                .anyMatch(name -> name.contains("[name=go,"));
    }

    /** Instances of earlier versions are served until they are carried over or over. */
    @ParameterizedTest
    @CsvSource({
        "account-migration, AccountMigrationModel",
        "migration-campaign, MigrationCampaignModel",
        "user-back-sync, UserBackSyncModel"
    })
    void whatAnEarlierVersionNamesIsStillThere(String process, String names) {
        var variables =
                Code.constantsOf(names).values().stream().map(String::valueOf).toList();

        assertThat(earlier().filter(model -> model.name().equals(process)))
                .singleElement()
                .satisfies(model -> {
                    assertThat(model.every(ServiceTask.class).map(task -> bean(task.getCamundaDelegateExpression())))
                            .allSatisfy(bean -> assertThat(Code.beanClass(bean)).isAssignableTo(JavaDelegate.class));
                    assertThat(asked(model)).isNotEmpty().allSatisfy(name -> assertThat(variables)
                            .anyMatch(variable -> variable.contains("[name=" + name + ",")));
                });
    }

    static Stream<Model> models() {
        return Model.all();
    }

    private static Stream<Model> earlier() {
        return Model.in(Path.of("src/test/resources/earlier"));
    }

    private static Set<String> asked(Model model) {
        return model.every(ConditionExpression.class)
                .map(condition -> condition.getTextContent().replaceFirst("^\\$\\{!?(\\w+).*}$", "$1"))
                .collect(Collectors.toSet());
    }

    private static Set<String> delegates() {
        return models().flatMap(model -> model.every(ServiceTask.class))
                .map(task -> bean(task.getCamundaDelegateExpression()))
                .collect(Collectors.toSet());
    }

    private static String bean(String expression) {
        return expression.replaceFirst("^\\$\\{(\\w+)}$", "$1");
    }

    private static String name(String constant) {
        return Code.shared(constant, String.class);
    }

    private static Set<String> ids(Stream<? extends BaseElement> elements) {
        return elements.map(BaseElement::getId).collect(Collectors.toSet());
    }
}
