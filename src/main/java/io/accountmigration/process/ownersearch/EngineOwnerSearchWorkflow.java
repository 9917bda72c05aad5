package io.accountmigration.process.ownersearch;

import static io.accountmigration.process.ownersearch.OwnerSearchModel.NAME_OWNER;
import static io.accountmigration.process.ownersearch.OwnerSearchModel.OWNER_ACTED;
import static io.accountmigration.process.ownersearch.OwnerSearchModel.PROCESS_ID;
import static io.accountmigration.process.ownersearch.OwnerSearchModel.PUBLISHER_ID;
import static io.accountmigration.process.ownersearch.OwnerSearchModel.WHY;

import io.accountmigration.migration.owners.OwnerSearchWorkflow;
import io.accountmigration.process.engine.CurrentCaller;
import io.accountmigration.process.engine.Groups;
import io.accountmigration.process.engine.SingleInstances;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Searches for owners by instances of {@code owner-search}, one per publisher. */
@Component
class EngineOwnerSearchWorkflow implements OwnerSearchWorkflow {

    private final RuntimeService runtimeService;
    private final TaskService taskService;
    private final CurrentCaller currentCaller;
    private final SingleInstances instances;
    private final String tasklist;

    EngineOwnerSearchWorkflow(
            @Lazy RuntimeService runtimeService,
            @Lazy TaskService taskService,
            @Lazy CurrentCaller currentCaller,
            SingleInstances instances,
            @Value("${camunda.bpm.webapp.application-path:/camunda}") String webapps) {
        this.runtimeService = runtimeService;
        this.taskService = taskService;
        this.currentCaller = currentCaller;
        this.instances = instances;
        this.tasklist = webapps + "/app/tasklist/default/";
    }

    @Override
    public void open(String publisherId, Why why) {
        instances.start(PROCESS_ID, publisherId, Map.of(WHY.name(), why.name(), PUBLISHER_ID.name(), publisherId));
    }

    @Override
    public void callOff(String publisherId) {
        currentCaller.actAsProgram(() -> runtimeService
                .createExecutionQuery()
                // One that an operator has suspended hears nothing, and keeps nobody from acting.
                .active()
                .processDefinitionKey(PROCESS_ID)
                .processInstanceBusinessKey(publisherId)
                .messageEventSubscriptionName(OWNER_ACTED)
                .list()
                .forEach(waiting -> runtimeService.messageEventReceived(OWNER_ACTED, waiting.getId())));
    }

    @Override
    public List<Search> underWay(int first, int atMost) {
        var tasks = taskService
                .createTaskQuery()
                // Of the few tasks that are for operators.
                .taskCandidateGroup(Groups.OPERATORS)
                .includeAssignedTasks()
                .processDefinitionKey(PROCESS_ID)
                .taskDefinitionKey(NAME_OWNER)
                .orderByTaskCreateTime()
                .asc()
                .listPage(first, atMost);
        if (tasks.isEmpty()) {
            return List.of();
        }
        var reasons = runtimeService
                .createVariableInstanceQuery()
                .processInstanceIdIn(
                        tasks.stream().map(Task::getProcessInstanceId).toArray(String[]::new))
                .variableName(WHY.name())
                .list()
                .stream()
                .collect(Collectors.toMap(
                        VariableInstance::getProcessInstanceId, variable -> (String) variable.getValue()));
        return tasks.stream()
                .map(task -> new Search(
                        task.getDescription(),
                        Why.valueOf(reasons.get(task.getProcessInstanceId())),
                        tasklist + "#/?forceDisplayTask=true&task=" + task.getId(),
                        task.getCreateTime().toInstant()))
                .toList();
    }
}
