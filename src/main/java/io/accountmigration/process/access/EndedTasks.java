package io.accountmigration.process.access;

import io.accountmigration.process.engine.CurrentCaller;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/**
 * Tells whether the task that a call wanted to change has ended meanwhile. Whoever completes a task a moment too late
 * meets a null value, a missing right or another failure of the engine, depending on what is gone already.
 */
@Component
class EndedTasks {

    private static final Pattern CHANGE = Pattern.compile(".*/task/([^/]+)/(?:claim|complete|submit-form)/?");

    private final TaskService taskService;
    private final CurrentCaller currentCaller;

    EndedTasks(TaskService taskService, CurrentCaller currentCaller) {
        this.taskService = taskService;
        this.currentCaller = currentCaller;
    }

    /** To be asked when the call's own transaction is over; the caller's rights went with the task. */
    boolean includeTaskOf(HttpServletRequest request) {
        var change = CHANGE.matcher(UriUtils.decode(request.getRequestURI(), StandardCharsets.UTF_8));
        return change.matches() && currentCaller.askAsProgram(() -> isGone(change.group(1)));
    }

    private boolean isGone(String task) {
        return taskService.createTaskQuery().taskId(task).count() == 0;
    }
}
