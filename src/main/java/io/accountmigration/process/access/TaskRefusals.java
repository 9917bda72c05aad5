package io.accountmigration.process.access;

import io.accountmigration.migration.MigrationRefused;
import io.accountmigration.migration.owners.RequireActiveOwner;
import io.accountmigration.process.engine.CurrentCaller;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.MissingAuthorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Finds out whether somebody has no right to a task any more because of being no owner any more. */
@Component
class FormerOwnerRefusals {

    private final RequireActiveOwner requireActiveOwner;
    private final TaskService taskService;
    private final CurrentCaller currentCaller;

    FormerOwnerRefusals(
            RequireActiveOwner requireActiveOwner, @Lazy TaskService taskService, @Lazy CurrentCaller currentCaller) {
        this.requireActiveOwner = requireActiveOwner;
        this.taskService = taskService;
        this.currentCaller = currentCaller;
    }

    Optional<MigrationRefused> insteadOf(AuthorizationException refused) {
        return refused.getMissingAuthorizations().stream()
                .filter(missing -> Resources.TASK.resourceName().equals(missing.getResourceType()))
                .map(MissingAuthorization::getResourceId)
                .filter(Objects::nonNull)
                .flatMap(this::instanceOfTask)
                .flatMap(instance -> requireActiveOwner.toFormerOwner(instance, refused.getUserId()).stream())
                .findFirst();
    }

    private Stream<String> instanceOfTask(String taskId) {
        return currentCaller
                .askAsProgram(() -> taskService.createTaskQuery().taskId(taskId).list())
                .stream()
                .map(Task::getProcessInstanceId);
    }
}
