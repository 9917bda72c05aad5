package io.accountmigration.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;

import io.accountmigration.migration.Caller;
import io.accountmigration.migration.MigrationState;
import io.accountmigration.migration.operations.ProcessUpgrade;
import io.accountmigration.migration.operations.ProcessVersions;
import io.accountmigration.process.migration.AccountMigrationModel;
import io.accountmigration.publisher.CloudPartnerPortalUnavailable;
import java.io.File;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A new version of the process arrives while cases are under way. */
abstract class UpgradeScenarios extends Scenario {

    private static final Caller ADMINISTRATOR = new Caller("admin", Set.of(Caller.Role.ADMINISTRATOR));

    @Autowired
    RepositoryService repositoryService;

    @Autowired
    ProcessVersions versions;

    private final List<String> deployments = new ArrayList<>();

    @AfterEach
    void takeTheNewVersionBack() {
        deployments.forEach(deployment -> repositoryService.deleteDeployment(deployment, true));
    }

    static Stream<String> waitStates() {
        return waitStatesOf(model());
    }

    static Stream<String> waitStatesOf(BpmnModelInstance model) {
        return model.getModelElementsByType(FlowNode.class).stream()
                .filter(UpgradeScenarios::isWaitState)
                .map(FlowNode::getId)
                .sorted();
    }

    private static boolean isWaitState(FlowNode node) {
        return node.isCamundaAsyncBefore()
                || node instanceof UserTask
                || node instanceof EventBasedGateway
                || node instanceof IntermediateCatchEvent && !followsAGatewayThatWaits(node);
    }

    private static boolean followsAGatewayThatWaits(FlowNode node) {
        return node.getPreviousNodes().list().stream().anyMatch(EventBasedGateway.class::isInstance);
    }

    @ParameterizedTest
    @MethodSource("waitStates")
    void waitingInstancesContinueToWaitInTheNewVersion(String waitState) {
        start();
        putTo(waitState);
        var before = whatItWaitsFor();
        var current = deploy(model -> {});

        assertThat(upgrade(false)).singleElement().satisfies(upgrade -> {
            assertThat(upgrade.obstacles()).isEmpty();
            assertThat(upgrade.carried()).isEqualTo(1);
        });

        assertThat(instance().getProcessDefinitionId()).isEqualTo(current.getId());
        assertThat(whatItWaitsFor()).isEqualTo(before).anyMatch(line -> line.startsWith(waitState));
        assertThat(managementService
                        .createJobQuery()
                        .processInstanceId(instanceId())
                        .list())
                .allSatisfy(job -> assertThat(job.getProcessDefinitionId()).isEqualTo(current.getId()));
    }

    @Test
    void aCarriedCaseIsFinishedInTheNewVersion() {
        start();
        var current = deploy(model -> {});
        upgrade(false);

        provide(OWNER);

        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
        assertThat(historyService
                        .createHistoricProcessInstanceQuery()
                        .processInstanceId(instanceId())
                        .singleResult()
                        .getProcessDefinitionId())
                .isEqualTo(current.getId());
    }

    @Test
    void aCaseThatIsStuckIsCarriedAndRetriedInTheNewVersion() {
        untilAnOperatorRetries(new CloudPartnerPortalUnavailable("down", null, null))
                .given(portal)
                .switchOver(any(), any(), any(), any());
        startAndProvide(OWNER);
        waitOutTheRetries();
        deploy(model -> {});

        upgrade(false);

        assertThat(incident().getActivityId()).isEqualTo("serviceTask_makePublisherReadOnly");
        retryAsAnOperator();
        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
    }

    @Test
    void aDeadlineDoesNotBeginAnew() {
        start();
        pass(Duration.ofDays(59));
        deploy(model -> {});

        upgrade(false);
        pass(Duration.ofDays(1));

        assertThat(theCase().state()).isEqualTo(MigrationState.EXPIRED);
    }

    @Test
    void aDryRunTellsTheSameAndChangesNothing() {
        start();
        var earlier = instance().getProcessDefinitionId();
        deploy(model -> {});

        var tried = upgrade(true);

        assertThat(instance().getProcessDefinitionId()).isEqualTo(earlier);
        assertThat(upgrade(false)).isEqualTo(tried);
        assertThat(upgrade(false)).isEmpty();
    }

    @Test
    void aCaseWhoseStepIsGoneStaysAndTheStepIsNamed() {
        start();
        var earlier = instance().getProcessDefinitionId();
        deploy(model -> model.getModelElementById("userTask_provideWorkEmail").setAttributeValue("id", "userTask_x"));

        for (var dryRun : List.of(true, false)) {
            assertThat(upgrade(dryRun)).singleElement().satisfies(upgrade -> {
                assertThat(upgrade.instances()).isEqualTo(1);
                assertThat(upgrade.carried()).isZero();
                assertThat(upgrade.obstacles()).singleElement().satisfies(obstacle -> {
                    assertThat(obstacle.activity()).isEqualTo("userTask_provideWorkEmail");
                    assertThat(obstacle.reason()).isNotBlank();
                    assertThat(obstacle.instances()).isEqualTo(1);
                });
            });
        }

        assertThat(instance().getProcessDefinitionId()).isEqualTo(earlier);
    }

    private List<ProcessUpgrade> upgrade(boolean dryRun) {
        return versions.upgrade(ADMINISTRATOR, dryRun);
    }

    private static BpmnModelInstance model() {
        return Bpmn.readModelFromFile(new File("processes/account-migration.bpmn"));
    }

    private ProcessDefinition deploy(Consumer<BpmnModelInstance> change) {
        var model = model();
        change.accept(model);
        var deployment = repositoryService
                .createDeployment()
                .name("the next version")
                .addModelInstance("processes/account-migration.bpmn", model)
                .deployWithResult();
        deployments.add(deployment.getId());
        return deployment.getDeployedProcessDefinitions().get(0);
    }

    private void putTo(String waitState) {
        if (!waitState.equals(AccountMigrationModel.PROVIDE_WORK_EMAIL)) {
            runtimeService
                    .createProcessInstanceModification(instanceId())
                    .startBeforeActivity(waitState)
                    .cancelAllForActivity(AccountMigrationModel.PROVIDE_WORK_EMAIL)
                    .execute();
        }
    }

    /** Where the instance stands, with its jobs and when they are due, and the messages it listens for. */
    private List<String> whatItWaitsFor() {
        var places = places(runtimeService.getActivityInstance(instanceId()));
        var jobs = managementService.createJobQuery().processInstanceId(instanceId()).list().stream()
                .map(job -> "job " + job.getId() + " due " + job.getDuedate());
        var messages = runtimeService.createEventSubscriptionQuery().processInstanceId(instanceId()).list().stream()
                .map(subscription -> "message " + subscription.getEventName());
        return Stream.of(places, jobs, messages)
                .flatMap(lines -> lines)
                .sorted()
                .toList();
    }

    private static Stream<String> places(ActivityInstance scope) {
        var waiting = Stream.of(scope.getChildTransitionInstances()).map(TransitionInstance::getActivityId);
        var inside = Stream.of(scope.getChildActivityInstances())
                .flatMap(child -> Stream.concat(Stream.of(child.getActivityId()), places(child)));
        return Stream.concat(waiting, inside);
    }
}
