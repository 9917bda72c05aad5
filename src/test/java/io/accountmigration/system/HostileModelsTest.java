package io.accountmigration.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A model that nobody shipped is deployed past every endpoint, with all rights, and runs nothing that did not ship. */
class HostileModelsTest extends WholeProgramTest {

    private static final Path WRITTEN = Path.of("target", "written-by-a-model");

    private static final String NEW_FILE =
            "''.getClass().forName('java.io.File').getConstructor(''.getClass()).newInstance('" + WRITTEN + "')";

    @Autowired
    private ProcessEngine engine;

    /** Leaves its mark as soon as it is made. */
    public static class Hostile implements JavaDelegate, ExecutionListener, TaskListener {

        public Hostile() {
            try {
                Files.writeString(WRITTEN, "made");
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        @Override
        public void execute(DelegateExecution execution) {}

        @Override
        public void notify(DelegateExecution execution) {}

        @Override
        public void notify(DelegateTask task) {}
    }

    @BeforeEach
    @AfterEach
    void nothingIsWritten() throws IOException {
        Files.deleteIfExists(WRITTEN);
    }

    static Stream<Arguments> attacks() {
        var attacks = new LinkedHashMap<String, String>();
        attacks.putAll(HostileModels.evaluating("${" + NEW_FILE + ".createNewFile()}"));
        attacks.putAll(HostileModels.running("juel", "${" + NEW_FILE + ".createNewFile()}"));
        attacks.putAll(HostileModels.making(Hostile.class.getName()));
        attacks.putAll(HostileModels.commanding("touch", WRITTEN.toString()));
        return attacks.entrySet().stream().map(attack -> Arguments.of(attack.getKey(), attack.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void aModelRunsNothingThatDidNotShip(String place, String model) {
        var refusals = run(model);

        assertThat(WRITTEN).as(place).doesNotExist();
        assertThat(refusals).as(place).isNotEmpty();
    }

    @Test
    void aDecisionRunsNothingThatDidNotShip() {
        var repository = engine.getRepositoryService();
        var refusals = new ArrayList<ProcessEngineException>();
        var deployed = repository
                .createDeployment()
                .addString("hostile.dmn", HostileModels.deciding("${" + NEW_FILE + ".createNewFile()}"));
        attempt(refusals, deployed::deploy);
        attempt(refusals, () -> engine.getDecisionService()
                .evaluateDecisionByKey("hostile")
                .evaluate());
        repository.createDecisionDefinitionQuery().decisionDefinitionKey("hostile").list().stream()
                .map(DecisionDefinition::getDeploymentId)
                .forEach(deployment -> repository.deleteDeployment(deployment, true));

        assertThat(WRITTEN).doesNotExist();
        assertThat(refusals).isNotEmpty();
    }

    /** Deploys a model, starts it, and answers whatever it asks for. */
    private List<ProcessEngineException> run(String model) {
        var refusals = new ArrayList<ProcessEngineException>();
        var repository = engine.getRepositoryService();
        attempt(refusals, () -> repository
                .createDeployment()
                .name("hostile")
                .addString("hostile.bpmn", model)
                .deploy());
        var deployments =
                repository.createDeploymentQuery().deploymentName("hostile").list();
        deployments.forEach(deployment -> {
            attempt(refusals, () -> engine.getRuntimeService().startProcessInstanceByKey("hostile"));
            engine.getTaskService()
                    .createTaskQuery()
                    .processDefinitionKey("hostile")
                    .list()
                    .forEach(task -> {
                        attempt(refusals, () -> engine.getFormService().getTaskFormVariables(task.getId()));
                        attempt(refusals, () -> engine.getFormService().submitTaskForm(task.getId(), Map.of("x", "y")));
                    });
            repository.deleteDeployment(deployment.getId(), true);
        });
        return refusals;
    }

    private static void attempt(List<ProcessEngineException> refusals, Runnable step) {
        try {
            step.run();
        } catch (ProcessEngineException refused) {
            refusals.add(refused);
        }
    }
}
