package io.accountmigration.system;

import java.util.List;
import java.util.Map;

/** Everything that the engine's REST interface offers to do with a task. */
public record TaskCalls(String method, String resource, Object body) {

    public static List<TaskCalls> of(String taskId, String caller) {
        var task = "/task/" + taskId;
        var self = Map.of("userId", caller);
        var input = Map.of("variables", Map.of("workEmail", Cases.text("intruder@example.com")));
        return List.of(
                new TaskCalls("GET", task, null),
                new TaskCalls("GET", task + "/form", null),
                new TaskCalls("GET", task + "/form-variables", null),
                new TaskCalls("GET", task + "/deployed-form", null),
                new TaskCalls("GET", task + "/variables", null),
                new TaskCalls("GET", task + "/variables/workEmail", null),
                new TaskCalls("GET", task + "/localVariables", null),
                new TaskCalls("POST", task + "/claim", self),
                new TaskCalls("POST", task + "/unclaim", null),
                new TaskCalls("POST", task + "/delegate", self),
                new TaskCalls("POST", task + "/resolve", Map.of()),
                new TaskCalls("POST", task + "/assignee", self),
                new TaskCalls("POST", task + "/complete", input),
                new TaskCalls("POST", task + "/submit-form", input),
                new TaskCalls("POST", task + "/bpmnError", Map.of("errorCode", "moveGivenUp")),
                new TaskCalls("POST", task + "/bpmnEscalation", Map.of("escalationCode", "x")),
                new TaskCalls("POST", task + "/comment/create", Map.of("message", "intruder was here")),
                new TaskCalls("POST", task + "/identity-links", Map.of("userId", caller, "type", "candidate")),
                new TaskCalls("PUT", task + "/variables/workEmail", Cases.text("intruder@example.com")),
                new TaskCalls("PUT", task + "/localVariables/workEmail", Cases.text("intruder@example.com")),
                new TaskCalls("PUT", task, Map.of("name", "intruder was here")));
    }

    @Override
    public String toString() {
        return method + " " + resource;
    }
}
