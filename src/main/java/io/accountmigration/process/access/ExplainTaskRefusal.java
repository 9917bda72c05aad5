package io.accountmigration.process.access;

import io.accountmigration.migration.MigrationRefused;
import io.accountmigration.migration.Refusal;
import io.accountmigration.migration.owners.RequireActiveOwner;
import io.accountmigration.process.engine.CurrentCaller;
import java.util.Optional;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Finds out why the engine refuses somebody a task, where that is for how the case stands and not for the rights. */
@Component
class ExplainTaskRefusal {

    private final RequireActiveOwner requireActiveOwner;
    private final TaskService taskService;
    private final CurrentCaller currentCaller;

    ExplainTaskRefusal(
            RequireActiveOwner requireActiveOwner, @Lazy TaskService taskService, @Lazy CurrentCaller currentCaller) {
        this.requireActiveOwner = requireActiveOwner;
        this.taskService = taskService;
        this.currentCaller = currentCaller;
    }

    /** The caller finds no such task, or may not do anything at it, perhaps because of being no owner any more. */
    Optional<MigrationRefused> toFormerOwner(String taskId) {
        return task(taskId).flatMap(this::toFormerOwner);
    }

    /** Somebody claims a task that another person has; that of a suspended case is nobody's to do. */
    Optional<MigrationRefused> toLateClaimer(TaskAlreadyClaimedException refused) {
        return task(refused.getTaskId()).map(task -> toFormerOwner(task).orElseGet(() -> toCandidate(task)));
    }

    private MigrationRefused toCandidate(Task task) {
        var reason = task.isSuspended() ? Refusal.SUSPENDED : Refusal.TASK_OF_SOMEBODY_ELSE;
        return requireActiveOwner
                .toCandidate(task.getProcessInstanceId(), reason)
                // A task of operators, in an instance that moves no case.
                .orElseGet(() -> MigrationRefused.because(reason, task.getId()));
    }

    private Optional<MigrationRefused> toFormerOwner(Task task) {
        return requireActiveOwner.toFormerOwner(
                task.getProcessInstanceId(), currentCaller.current().userId());
    }

    private Optional<Task> task(String taskId) {
        return currentCaller.askAsProgram(() ->
                Optional.ofNullable(taskService.createTaskQuery().taskId(taskId).singleResult()));
    }
}
