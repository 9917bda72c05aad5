package io.accountmigration.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.willAnswer;

import io.accountmigration.migration.Caller;
import io.accountmigration.migration.MigrationState;
import io.accountmigration.migration.StepToBeContinued;
import io.accountmigration.migration.operations.ProcessVersions;
import io.accountmigration.migration.trail.MigrationEvents;
import io.accountmigration.partner.Vetting;
import io.accountmigration.process.campaign.MigrationCampaignModel;
import io.accountmigration.process.migration.AccountMigrationModel;
import io.accountmigration.process.usersync.UserBackSyncModel;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Cases that began in the first version of the process continue, migrated or not, from each wait state. */
abstract class EarlierVersionScenarios extends Scenario {

    private static final File FIRST = new File("src/test/resources/earlier/account-migration.bpmn");
    private static final File CURRENT = new File("processes/account-migration.bpmn");
    private static final Caller ADMINISTRATOR = new Caller("admin", Set.of(Caller.Role.ADMINISTRATOR));
    private static final String COLLEAGUE = "colleague@contoso.com";
    private static final int MOST_STEPS = 80;

    /** Where a case only comes whose move does not succeed. */
    private static final Set<String> OF_A_REVERT = Set.of(
            "serviceTask_giveUpMove",
            "serviceTask_closePartnerCenterAccount",
            "serviceTask_unlockPublisher",
            "event_lateEffectsSettled",
            "serviceTask_verifyRevert");

    @Autowired
    RepositoryService repositoryService;

    @Autowired
    ProcessVersions versions;

    @Autowired
    MigrationEvents events;

    private final List<String> deployments = new ArrayList<>();

    @BeforeEach
    void theFirstVersionIsTheNewest() {
        deploy(FIRST);
        portal.add(publisherId, Optional.empty(), OWNER);
        partnerNetwork.add(PARTNER_ID, Vetting.PENDING, CONTOSO);
    }

    @AfterEach
    void takeTheVersionsBack() {
        runtimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(publisherId)
                .list()
                .forEach(left -> runtimeService.deleteProcessInstance(left.getId(), "the scenario is over"));
        deployments.forEach(deployment -> repositoryService.deleteDeployment(deployment, true));
    }

    static Stream<Arguments> waitStates() {
        return UpgradeScenarios.waitStatesOf(modelOf(FIRST))
                .flatMap(waitState -> Stream.of(Arguments.of(waitState, true), Arguments.of(waitState, false)));
    }

    @ParameterizedTest(name = "{0}, carried over: {1}")
    @MethodSource("waitStates")
    void aCaseContinuesToItsEndFromEachWaitState(String waitState, boolean carried) {
        var reverts = OF_A_REVERT.contains(waitState);
        if (reverts) {
            MoveFault.USERS.strike(this, Scenario::untilAnOperatorRetries);
        }
        begin();
        for (var steps = 0; !isAt(waitState); steps++) {
            assertThat(steps).isLessThan(MOST_STEPS);
            step(waitState);
        }
        var first = instance().getProcessDefinitionId();
        var current = deploy(CURRENT).getId();

        if (carried) {
            assertThat(versions.upgrade(ADMINISTRATOR, false)).singleElement().satisfies(upgrade -> {
                assertThat(upgrade.obstacles()).isEmpty();
                assertThat(upgrade.carried()).isEqualTo(1);
            });
            assertThat(begun).isWaitingAt(waitState);
        }
        assertThat(instance().getProcessDefinitionId()).isEqualTo(carried ? current : first);
        goOnToTheEnd();

        assertThat(begun).isEnded();
        assertThat(theCase().state()).isEqualTo(reverts ? MigrationState.REVERTED : MigrationState.MIGRATED);
        assertThatTheTrailIsUnbroken();
    }

    @ParameterizedTest
    @ValueSource(strings = {MigrationCampaignModel.PROCESS_ID, UserBackSyncModel.PROCESS_ID})
    void everyWaitStateOfTheOtherProcessesGoesOverAsItIs(String process) {
        var earlier = new File(FIRST.getParentFile(), process + ".bpmn");
        var before = deploy(earlier);
        var current = deploy(new File(CURRENT.getParentFile(), earlier.getName()));

        var plan = runtimeService
                .createMigrationPlan(before.getId(), current.getId())
                .mapEqualActivities()
                .build();

        assertThat(UpgradeScenarios.waitStatesOf(modelOf(earlier)))
                .isNotEmpty()
                .isSubsetOf(plan.getInstructions().stream()
                        .map(MigrationInstruction::getSourceActivityId)
                        .toList());
    }

    @Test
    void aPublisherThatChangedIsMovedAgainAsTheFirstVersionDoes() {
        willAnswer(call -> {
                    portal.editSettings(publisherId);
                    return call.callRealMethod();
                })
                .willCallRealMethod()
                .given(portal)
                .switchOver(any(), any(), any(), any());

        begin();
        goOnToTheEnd();

        assertThat(runsOf("serviceTask_lockPublisher")).isEqualTo(2);
        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
    }

    /** Nothing can be given up any more then: the way on has to stay open. */
    @Test
    void aSecondLockWhoseEndHasPassedBeforeItIsTakenEndsLater() {
        willAnswer(call -> {
                    portal.editSettings(publisherId);
                    return call.callRealMethod();
                })
                .willCallRealMethod()
                .given(portal)
                .switchOver(any(), any(), any(), any());
        begin();
        for (var steps = 0; runsOf("serviceTask_makePublisherReadOnly") < 1; steps++) {
            assertThat(steps).isLessThan(MOST_STEPS);
            step("");
        }
        assertThat(begun).isWaitingAt("serviceTask_lockPublisher");

        advance(Duration.ofDays(3));
        goOnToTheEnd();

        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
    }

    /** Its model knows no way back from the move. */
    @Test
    void aCaseOfTheFirstVersionWhoseOwnerIsGoneGoesBackToBeingPrepared() {
        portal.add(publisherId, Optional.empty(), OWNER, CO_OWNER);
        begin();
        for (var steps = 0; !isAt("serviceTask_lockPublisher"); steps++) {
            assertThat(steps).isLessThan(MOST_STEPS);
            step("");
        }
        portal.removeUser(publisherId, "u-" + OWNER, "1", null);

        runJobs();

        expectFailures(StepToBeContinued.class, 1);
        assertThat(incident()).isNull();
        assertThat(theCase().actingOwner()).isEqualTo(CO_OWNER);
        assertThat(task().getTaskDefinitionKey()).isEqualTo(AccountMigrationModel.PROVIDE_WORK_EMAIL);
        assertThat(task().getAssignee()).isEqualTo(CO_OWNER);
        assertThat(problem()).isEqualTo("OWNER_CHANGED");
        assertThat(taskService.getVariable(task().getId(), "workEmail")).isEqualTo(CO_OWNER);
        goOnToTheEnd();
        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
        assertThatTheTrailIsUnbroken();
    }

    private void begin() {
        workflow.start(publisherId, Optional.of(OWNER), Caller.PROGRAM);
        begun = instance();
    }

    private void goOnToTheEnd() {
        for (var steps = 0; instance() != null; steps++) {
            assertThat(steps).isLessThan(MOST_STEPS);
            step("");
        }
    }

    /** Runs one job that is due; without one, does what an owner is asked; without that, time passes. */
    private void step(String waitState) {
        var due = dueJobs().toList();
        var ofTheCase = instanceId();
        var others = due.stream()
                .filter(job -> !job.getProcessInstanceId().equals(ofTheCase))
                .findFirst();
        var next = others.or(() -> due.stream().findFirst());
        if (next.isPresent()) {
            asTheJobExecutor(() -> run(next.get()));
        } else if (task() != null && !waitState.equals("serviceTask_remindOwners")) {
            answer();
        } else {
            passUntilSomethingIsDue();
        }
    }

    private void answer() {
        var task = task();
        Map<String, Object> inputs =
                switch (task.getTaskDefinitionKey()) {
                    case AccountMigrationModel.PROVIDE_WORK_EMAIL -> Map.of("workEmail", COLLEAGUE);
                    case AccountMigrationModel.ENROL_IN_PARTNER_NETWORK -> Map.of("partnerId", PARTNER_ID);
                    default -> Map.of("confirmationCode", mailedCode());
                };
        as(task.getAssignee(), () -> taskService.complete(task.getId(), inputs));
    }

    private void passUntilSomethingIsDue() {
        var next = managementService.createJobQuery().processInstanceId(instanceId()).withRetriesLeft().list().stream()
                .map(job -> job.getDuedate().toInstant())
                .min(Instant::compareTo)
                .orElseThrow();
        partnerNetwork.add(PARTNER_ID, Vetting.AUTHORIZED, CONTOSO);
        advance(Duration.between(clock.instant(), next));
    }

    private void assertThatTheTrailIsUnbroken() {
        var last = theCase().id().toString();
        for (var line : events.trailOf(theCase().id())) {
            assertThat(line.follows(last)).isTrue();
            last = line.hash();
        }
    }

    private ProcessDefinition deploy(File model) {
        try (var content = new FileInputStream(model)) {
            var deployment = repositoryService
                    .createDeployment()
                    .name(model.getPath())
                    .addInputStream(model.getName(), content)
                    .deployWithResult();
            deployments.add(deployment.getId());
            return deployment.getDeployedProcessDefinitions().get(0);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static BpmnModelInstance modelOf(File file) {
        return Bpmn.readModelFromFile(file);
    }
}
