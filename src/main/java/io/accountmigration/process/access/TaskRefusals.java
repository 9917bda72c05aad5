package io.accountmigration.process.access;

import io.accountmigration.migration.MigrationRefused;
import io.accountmigration.migration.Refusal;
import io.accountmigration.migration.owners.RequireActiveOwner;
import io.accountmigration.process.engine.CurrentCaller;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.MissingAuthorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Finds out why the engine refuses somebody a task, where that is for how the case stands and not for the rights. */
@Component
class TaskRefusals {

    private final RequireActiveOwner requireActiveOwner;
    private final TaskService taskService;
    private final CurrentCaller currentCaller;

    TaskRefusals(
            RequireActiveOwner requireActiveOwner, @Lazy TaskService taskService, @Lazy CurrentCaller currentCaller) {
        this.requireActiveOwner = requireActiveOwner;
        this.taskService = taskService;
        this.currentCaller = currentCaller;
    }

    /** Somebody has no right to a task, perhaps because of being no owner any more. */
    Optional<MigrationRefused> insteadOf(AuthorizationException refused) {
        return refused.getMissingAuthorizations().stream()
                .filter(missing -> Resources.TASK.resourceName().equals(missing.getResourceType()))
                .map(MissingAuthorization::getResourceId)
                .filter(Objects::nonNull)
                .flatMap(id -> task(id).stream())
                .flatMap(task -> toFormerOwner(task, refused.getUserId()).stream())
                .findFirst();
    }

    /** Somebody claims a task that another person has; that of a suspended case is nobody's to do. */
    Optional<MigrationRefused> insteadOf(TaskAlreadyClaimedException refused) {
        var caller = currentCaller.current().userId();
        return task(refused.getTaskId()).flatMap(task -> toFormerOwner(task, caller)
                .or(() -> requireActiveOwner.toCandidate(
                        task.getProcessInstanceId(),
                        task.isSuspended() ? Refusal.SUSPENDED : Refusal.TASK_OF_SOMEBODY_ELSE)));
    }

    private Optional<MigrationRefused> toFormerOwner(Task task, String person) {
        return requireActiveOwner.toFormerOwner(task.getProcessInstanceId(), person);
    }

    private Optional<Task> task(String taskId) {
        return currentCaller.askAsProgram(() ->
                Optional.ofNullable(taskService.createTaskQuery().taskId(taskId).singleResult()));
    }
}
