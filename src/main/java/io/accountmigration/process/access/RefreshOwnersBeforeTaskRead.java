package io.accountmigration.process.access;

import io.accountmigration.migration.owners.RefreshOwners;
import io.accountmigration.process.engine.CurrentCaller;
import io.accountmigration.process.migration.AccountMigrationModel;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Sees to it that the engine shows tasks to publishers' users only as long as they are active owners. */
@Component
class RefreshOwnersBeforeTaskRead {

    private static final int TASKS = 500;

    /** A call that reads one task, or many. The engine takes HEAD like GET, and a slash at the end like none. */
    private static final Pattern READ = Pattern.compile("(?:GET|HEAD) .*/task(?:/(?!count(?:/|$))(?<task>[^/]+).*)?/?"
            + "|(?:GET|HEAD|POST) .*/(?:task/count|filter).*"
            + "|(?:GET|HEAD) .*/history/user-operation.*");

    private final RefreshOwners refreshOwners;
    private final TaskService taskService;
    private final CurrentCaller currentCaller;

    RefreshOwnersBeforeTaskRead(RefreshOwners refreshOwners, TaskService taskService, CurrentCaller currentCaller) {
        this.refreshOwners = refreshOwners;
        this.taskService = taskService;
        this.currentCaller = currentCaller;
    }

    /** Reads the owners again before a call shows tasks, if the last list is too old. */
    void before(String method, String path) {
        var read = READ.matcher(method + " " + path);
        if (currentCaller.current().isPublisherUser() && read.matches()) {
            refreshOwners.onRead(instancesOf(read.group("task")));
        }
    }

    /** The instances of the one task, or of all that the caller may see. */
    private List<String> instancesOf(String taskId) {
        var tasks = taskService.createTaskQuery().processDefinitionKey(AccountMigrationModel.PROCESS_ID);
        return (taskId == null ? tasks : tasks.taskId(taskId))
                .listPage(0, TASKS).stream()
                        .map(Task::getProcessInstanceId)
                        .distinct()
                        .toList();
    }
}
