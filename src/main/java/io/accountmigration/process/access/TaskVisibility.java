package io.accountmigration.process.access;

import io.accountmigration.process.engine.CurrentCaller;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/**
 * Tells whether the task that a failed call was about is there, for anybody and for the caller. The engine itself
 * answers a call about a task that is unknown, has ended or is not the caller's with one of several failures.
 */
@Component
class TaskVisibility {

    private static final Pattern TASK =
            Pattern.compile(".*(?<!/history)/task/(?!(?:count|report)(?:/|$))([^/]+)(?:/.*)?");

    private final TaskService taskService;
    private final CurrentCaller currentCaller;

    TaskVisibility(TaskService taskService, CurrentCaller currentCaller) {
        this.taskService = taskService;
        this.currentCaller = currentCaller;
    }

    /** To be asked when the call's own transaction is over; the caller's rights went with the task. */
    boolean isGone(HttpServletRequest request) {
        return currentCaller.askAsProgram(() -> isHidden(request));
    }

    /** Whether the engine shows the caller no such task. */
    boolean isHidden(HttpServletRequest request) {
        var task = TASK.matcher(UriUtils.decode(request.getRequestURI(), StandardCharsets.UTF_8));
        return task.matches()
                && taskService.createTaskQuery().taskId(task.group(1)).count() == 0;
    }
}
