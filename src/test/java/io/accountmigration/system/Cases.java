package io.accountmigration.system;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;

/** Migrations as an outside client starts, watches and completes them over the engine's REST interface and ours. */
public record Cases(Program program) {

    static final String START = "/engine-rest/process-definition/key/account-migration/start";
    /** Costs nothing when all is well: the machine may be slow, or busy with other builds. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final List<String> OVER = List.of("MIGRATED", "CANCELLED", "EXPIRED", "REVERTED");

    /** Starts the process itself, as a service does that comes back when it is asked to. */
    public Reply start(Account account) {
        var owner = account.hasOwner() ? account.owner() : null;
        return comingBack(() -> startAs("service", account.publisherId(), owner));
    }

    /** Repeats a call that is answered with "not now", as every client has to. */
    public static Reply comingBack(Callable<Reply> call) {
        return patiently("an answer other than 503").until(call, reply -> reply.status() != 503);
    }

    public Reply startAs(String caller, String publisherId, String requestedBy) {
        var variables = requestedBy == null ? Map.of() : Map.of("requestedBy", text(requestedBy));
        return program.as(caller).post(START, Map.of("businessKey", publisherId, "variables", variables));
    }

    public Reply startOverApi(String caller, String publisherId, String requestedBy) {
        var body = requestedBy == null
                ? Map.of("publisherId", publisherId)
                : Map.of("publisherId", publisherId, "requestedBy", requestedBy);
        return program.as(caller).post("/api/migrations", body);
    }

    JsonNode view(Account account) {
        return program.as("service")
                .get("/api/migrations/" + account.publisherId())
                .succeeded()
                .json();
    }

    /** Every case that a publisher ever had. */
    public List<JsonNode> history(Account account) {
        var history = program.as("service").get("/api/migrations/" + account.publisherId() + "/history");
        return StreamSupport.stream(history.succeeded().json().path("items").spliterator(), false)
                .toList();
    }

    public String state(Account account) {
        return view(account).path("state").asText();
    }

    boolean isOver(Account account) {
        return OVER.contains(state(account));
    }

    public void awaitState(Account account, String state) {
        patiently(account + " becomes " + state).until(() -> state(account), state::equals);
    }

    /** The open tasks of a case that somebody sees. */
    public List<JsonNode> tasksSeenBy(String user, Account account) {
        return list(program.as(user).get("/engine-rest/task?processInstanceBusinessKey=" + account.publisherId()));
    }

    /** The one task that waits for the owner. */
    public Task awaitTask(String owner, Account account, String definitionKey) {
        return patiently(definitionKey + " of " + account.publisherId())
                .until(
                        () -> tasksSeenBy(owner, account).stream()
                                .filter(task -> definitionKey.equals(
                                        task.path("taskDefinitionKey").asText()))
                                .map(task -> task(owner, task))
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    public Task task(String owner, JsonNode task) {
        return new Task(
                program.as(owner),
                task.path("id").asText(),
                task.path("taskDefinitionKey").asText());
    }

    /** The process instances of a publisher, of which there must never be more than one. */
    public long instances(String publisherId) {
        return list(program.as("operator")
                        .get("/engine-rest/process-instance?processDefinitionKey=account-migration&businessKey="
                                + java.net.URLEncoder.encode(publisherId, java.nio.charset.StandardCharsets.UTF_8)))
                .size();
    }

    public String instanceOf(Account account) {
        return program.as("operator")
                .get("/engine-rest/process-instance?businessKey=" + account.publisherId())
                .succeeded()
                .json()
                .path(0)
                .path("id")
                .asText();
    }

    List<JsonNode> incidents(Account account) {
        return list(program.as("operator").get("/engine-rest/incident?processInstanceId=" + instanceOf(account)));
    }

    public static org.awaitility.core.ConditionFactory patiently(String what) {
        return await(what).atMost(PATIENCE).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(60));
    }

    public static Map<String, Object> text(String value) {
        return Map.of("value", value, "type", "String");
    }

    public static List<JsonNode> list(Reply reply) {
        return StreamSupport.stream(reply.succeeded().json().spliterator(), false)
                .toList();
    }
}
