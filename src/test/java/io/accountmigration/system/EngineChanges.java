package io.accountmigration.system;

import java.util.List;
import java.util.Map;

/** What the engine's REST interface offers to change beside the tasks. Nobody in the daily business needs any of it. */
public record EngineChanges(String method, String resource, Object body) {

    public static List<EngineChanges> of(String instance, String definition, String task) {
        var atProcess = "/process-instance/" + instance;
        var definitionPath = "/process-definition/" + definition;
        var cancelTask = Map.of("type", "cancel", "activityId", Task.PROVIDE_WORK_EMAIL);
        var skipAhead = List.of(Map.of("type", "startBeforeActivity", "activityId", "serviceTask_lockPublisher"));
        var change = Map.of("modifications", Map.of("workEmail", Cases.text("intruder@example.com")));
        var migrationPlan = Map.of(
                "sourceProcessDefinitionId",
                definition,
                "targetProcessDefinitionId",
                definition,
                "instructions",
                List.of());
        return List.of(
                post(atProcess + "/modification", Map.of("instructions", List.of(cancelTask))),
                post(atProcess + "/variables", change),
                put(atProcess + "/variables/workEmail", Cases.text("intruder@example.com")),
                delete(atProcess + "/variables/workEmail"),
                delete(atProcess),
                post("/process-instance/delete", Map.of("processInstanceIds", List.of(instance))),
                post(
                        "/process-instance/variables-async",
                        Map.of("processInstanceIds", List.of(instance), "variables", Map.of("a", Cases.text("b")))),
                post("/message", Map.of("messageName", "migration.cancelRequested", "processInstanceId", instance)),
                post("/signal", Map.of("name", "x", "executionId", instance)),
                post("/execution/" + instance + "/signal", Map.of()),
                post("/execution/" + instance + "/messageSubscriptions/migration.cancelRequested/trigger", Map.of()),
                post(definitionPath + "/restart", restart(instance, skipAhead)),
                post(definitionPath + "/restart-async", restart(instance, skipAhead)),
                post(
                        "/modification/execute",
                        Map.of(
                                "processDefinitionId",
                                definition,
                                "processInstanceIds",
                                List.of(instance),
                                "instructions",
                                skipAhead)),
                post(
                        "/migration/execute",
                        Map.of("migrationPlan", migrationPlan, "processInstanceIds", List.of(instance))),
                put(definitionPath + "/history-time-to-live", Map.of("historyTimeToLive", 0)),
                delete(definitionPath),
                delete("/process-definition/key/account-migration"),
                post("/task/create", Map.of("id", "intruder", "name", "intruder")),
                delete("/task/" + task),
                put("/task/" + task + "/localVariables/x", Cases.text("x")),
                post("/filter/create", Map.of("resourceType", "Task", "name", "intruder", "query", Map.of())),
                post("/user/create", Map.of("profile", Map.of("id", "x"), "credentials", Map.of("password", "x"))),
                post("/group/create", Map.of("id", "x", "name", "x", "type", "x")),
                put("/group/camunda-admin/members/intruder", Map.of()),
                post("/tenant/create", Map.of("id", "x", "name", "x")),
                post(
                        "/authorization/create",
                        Map.of(
                                "type",
                                1,
                                "permissions",
                                List.of("ALL"),
                                "userId",
                                "intruder",
                                "resourceType",
                                0,
                                "resourceId",
                                "*")),
                delete("/history/process-instance/" + instance),
                post("/history/cleanup", Map.of()),
                post("/process-definition/key/mail-delivery/start", Map.of("businessKey", "x")));
    }

    private static Map<String, Object> restart(String instance, Object instructions) {
        return Map.of("processInstanceIds", List.of(instance), "instructions", instructions);
    }

    private static EngineChanges post(String resource, Object body) {
        return new EngineChanges("POST", resource, body);
    }

    private static EngineChanges put(String resource, Object body) {
        return new EngineChanges("PUT", resource, body);
    }

    private static EngineChanges delete(String resource) {
        return new EngineChanges("DELETE", resource, null);
    }

    @Override
    public String toString() {
        return method + " " + resource;
    }
}
