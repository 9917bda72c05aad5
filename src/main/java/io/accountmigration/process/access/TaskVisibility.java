package io.accountmigration.process.access;

import io.accountmigration.process.engine.CurrentCaller;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/**
 * Checks whether the task of a failed call exists, and whether the caller may see it. The engine itself
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
        return taskOf(request)
                .filter(task -> taskService.createTaskQuery().taskId(task).count() == 0)
                .isPresent();
    }

    /** The id of the task that a call is about, where it is about one. */
    Optional<String> taskOf(HttpServletRequest request) {
        var task = TASK.matcher(UriUtils.decode(request.getRequestURI(), StandardCharsets.UTF_8));
        return task.matches() ? Optional.of(task.group(1)) : Optional.empty();
    }
}
