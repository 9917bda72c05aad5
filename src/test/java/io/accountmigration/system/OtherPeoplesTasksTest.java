package io.accountmigration.system;

import static io.accountmigration.system.Refusals.requireClosed;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Nobody gets at the task of a publisher that is not his, through whichever endpoint. */
class OtherPeoplesTasksTest extends WholeProgramTest {

    @Autowired
    private TaskService tasks;

    @Autowired
    private AuthorizationService authorizations;

    private Account account;
    private String stranger;
    private Task task;

    @BeforeEach
    void letOneOwnersTaskWait() {
        account = sandbox().create(Kind.PROSEWARE);
        stranger = sandbox().create(Kind.CONTOSO).owner();
        cases().start(account).succeeded();
        task = cases().awaitTask(account.owner(), account, Task.PROVIDE_WORK_EMAIL);
    }

    @ParameterizedTest
    @EnumSource(names = {"ENGINE_REST", "WEB_APPLICATIONS"})
    void aStrangerNeitherReadsNorTouchesATask(Endpoint endpoint) {
        for (var caller : List.of(stranger, account.owner().replace("owner@", "contributor@"))) {
            for (var call : TaskCalls.of(task.id(), caller)) {
                var reply = endpoint.call(program(), caller, call.method(), call.resource(), call.body());
                requireClosed(caller + " " + call, reply);
            }
        }
        requireUntouched();
    }

    @ParameterizedTest
    @EnumSource(names = {"ENGINE_REST", "WEB_APPLICATIONS"})
    void aStrangerCannotTellATaskFromNone(Endpoint endpoint) {
        var own = TaskCalls.of(task.id(), stranger);
        var none = TaskCalls.of("no-such-task", stranger);
        SoftAssertions.assertSoftly(softly -> {
            for (int call = 0; call < own.size(); call++) {
                var theirs = callAs(stranger, endpoint, own.get(call));
                var unknown = callAs(stranger, endpoint, none.get(call));
                softly.assertThat(theirs.status() + " " + theirs.code())
                        .as(own.get(call) + ": " + theirs)
                        .isEqualTo(unknown.status() + " " + unknown.code())
                        .isIn("404 TASK_NOT_FOUND", "403 CALL_NOT_OPEN");
            }
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"ENGINE_REST", "WEB_APPLICATIONS"})
    void anOwnerClaimsATaskForNobodyElse(Endpoint endpoint) {
        tasks.setAssignee(task.id(), null);
        tasks.addCandidateUser(task.id(), account.owner());
        var before = grants();
        var claims = new ArrayList<Map<String, ?>>();
        for (var other : List.of(stranger, "operator", account.secondOwner().toUpperCase(Locale.ROOT), "\u0001", 5)) {
            claims.add(Map.of("userId", other));
        }
        claims.add(Map.of("userId", account.owner().toUpperCase(Locale.ROOT)));
        claims.add(Map.of("userId", ""));
        claims.add(Collections.singletonMap("userId", null));
        claims.add(Map.of());
        claims.add(null);

        SoftAssertions.assertSoftly(softly -> {
            for (var claim : claims) {
                var reply = endpoint.call(program(), account.owner(), "POST", "/task/" + task.id() + "/claim", claim);
                softly.assertThat(reply.status()).as(claim + ": " + reply).isIn(400, 403);
                softly.assertThat(assignee()).as(String.valueOf(claim)).isNull();
            }
            softly.assertThat(grants()).isEqualTo(before);
        });

        endpoint.call(
                        program(),
                        account.owner(),
                        "POST",
                        "/task/" + task.id() + "/claim",
                        Map.of("userId", account.owner()))
                .succeeded();
        assertThat(assignee()).isEqualTo(account.owner());
    }

    @ParameterizedTest
    @EnumSource(names = {"ENGINE_REST", "WEB_APPLICATIONS"})
    void aClaimWithoutANameTakesATaskFromNobody(Endpoint endpoint) {
        var none = new ArrayList<Map<String, ?>>(List.of(Map.of()));
        none.add(Collections.singletonMap("userId", null));
        none.add(null);
        SoftAssertions.assertSoftly(softly -> {
            for (var claim : none) {
                var reply =
                        endpoint.call(program(), account.secondOwner(), "POST", "/task/" + task.id() + "/claim", claim);
                softly.assertThat(reply.status()).as(claim + ": " + reply).isEqualTo(400);
                softly.assertThat(assignee()).as(String.valueOf(claim)).isEqualTo(account.owner());
            }
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"ENGINE_REST", "WEB_APPLICATIONS"})
    void anUnassignedTaskIsClosedToItsFormerAssignee(Endpoint endpoint) {
        tasks.setAssignee(task.id(), stranger);
        tasks.setAssignee(task.id(), null);

        for (var call : TaskCalls.of(task.id(), stranger)) {
            requireClosed("former assignee " + call, callAs(stranger, endpoint, call));
        }
        assertThat(grants()).doesNotContain(stranger).contains(account.secondOwner());
    }

    @Test
    void aCandidateWhoIsUnassignedStaysACandidate() {
        tasks.setAssignee(task.id(), account.secondOwner());
        tasks.addCandidateUser(task.id(), account.secondOwner());

        tasks.setAssignee(task.id(), null);

        assertThat(grants()).contains(account.secondOwner());
    }

    @ParameterizedTest
    @EnumSource(names = {"ENGINE_REST", "WEB_APPLICATIONS"})
    void aStrangerFindsNothing(Endpoint endpoint) {
        for (var caller : List.of(stranger, "service", "auditor")) {
            for (var query : EngineQueries.ABOUT_TASKS) {
                var reply = endpoint.call(program(), caller, "GET", query, null);
                EngineQueries.requireNothingFound(caller + " GET " + query, reply);
            }
        }
        for (var query : EngineQueries.ABOUT_INSTANCES) {
            var reply = endpoint.call(program(), stranger, "GET", query, null);
            EngineQueries.requireNothingFound(stranger + " GET " + query, reply);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ENGINE_REST", "WEB_APPLICATIONS"})
    void aStrangerDoesNotReadTheInstance(Endpoint endpoint) {
        var instance = "/process-instance/" + cases().instanceOf(account);
        for (var resource : List.of("", "/variables", "/variables/workEmail", "/activity-instances")) {
            requireClosed("GET " + resource, endpoint.call(program(), stranger, "GET", instance + resource, null));
        }
        requireClosed("delete", endpoint.call(program(), stranger, "DELETE", instance, null));
        requireClosed(
                "write",
                endpoint.call(program(), stranger, "PUT", instance + "/variables/workEmail", Cases.text("x@y.z")));
    }

    @Test
    void aStrangerReadsOverRestThatOnlyOwnersMay() {
        var migration = "/api/migrations/" + account.publisherId();
        var publisher = "/api/publishers/" + account.publisherId();
        for (var resource : List.of(
                migration,
                migration + "/history",
                migration + "/events",
                publisher + "/banner",
                publisher + "/eligibility")) {
            requireForbidden("GET " + resource, as(stranger).get(resource));
        }
        for (var action : List.of("/cancel", "/take-over", "/other-partner-id")) {
            requireForbidden("POST " + action, as(stranger).post(migration + action, null));
        }
        requireForbidden("GET all", as(stranger).get("/api/migrations"));
        requireUntouched();
    }

    /** Neither what is said nor in which words tells whether there is a migration. */
    @Test
    void aStrangerCannotTellAPublisherWithAMigrationFromOneWithout() {
        var without = sandbox().create(Kind.CONTOSO);
        var calls = List.of(
                "GET ",
                "GET /history",
                "GET /verification",
                "POST /cancel",
                "POST /take-over",
                "POST /other-partner-id");
        SoftAssertions.assertSoftly(softly -> {
            for (var caller : List.of(stranger, account.owner().replace("owner@", "contributor@"))) {
                for (var call : calls) {
                    var theirs = callOn(account, call, caller);
                    softly.assertThat(theirs).as(call).startsWith("403 ").isEqualTo(callOn(without, call, stranger));
                }
            }
            var browser = program().openBrowserOf(stranger);
            for (var publisher : List.of(account, without)) {
                softly.assertThat(browser.open("/migrations/" + publisher.publisherId())
                                .status())
                        .isEqualTo(403);
            }
            softly.assertThat(callOn(without, "GET ", without.owner())).startsWith("404 MIGRATION_NOT_FOUND");
            softly.assertThat(callOn(without, "GET ", "service")).startsWith("404 MIGRATION_NOT_FOUND");
        });
    }

    private String callOn(Account publisher, String call, String caller) {
        var parts = call.split(" ", 2);
        var path = "/api/migrations/" + publisher.publisherId() + parts[1];
        var reply = parts[0].equals("GET") ? as(caller).get(path) : as(caller).post(path, null);
        return reply.status() + " " + reply.code() + " "
                + reply.json().path("detail").asText().replace(publisher.publisherId(), "it");
    }

    @Test
    void aStrangerSeesNoPageOfThePublisher() {
        var browser = program().browserOf(stranger);
        for (var page : List.of("/publishers/" + account.publisherId(), "/migrations/" + account.publisherId())) {
            var reply = browser.open(page);
            assertThat(reply.status()).as(page).isEqualTo(403);
            assertThat(reply.text()).doesNotContain(account.owner());
        }
        for (var action : List.of(
                "/publishers/" + account.publisherId() + "/migration",
                "/migrations/" + account.publisherId() + "/cancel",
                "/migrations/" + account.publisherId() + "/take-over",
                "/migrations/" + account.publisherId() + "/other-partner-id")) {
            var reply = browser.submit("/", action, Map.of("confirmed", "true"));
            assertThat(reply.status()).as(action + ": " + reply).isIn(302, 403);
        }
        assertThat(browser.open("/operations").status()).isEqualTo(403);
        requireUntouched();
    }

    @ParameterizedTest
    @EnumSource(names = {"ENGINE_REST", "WEB_APPLICATIONS"})
    void whoLostATaskToACoOwnerIsACandidateLikeAnyOtherOwner(Endpoint endpoint) {
        as(account.secondOwner())
                .post("/api/migrations/" + account.publisherId() + "/take-over", null)
                .succeeded();

        for (var read : List.of("", "/form-variables")) {
            endpoint.call(program(), account.owner(), "GET", "/task/" + task.id() + read, null)
                    .succeeded();
        }
        for (var call : attempts(endpoint, account.owner())) {
            Refusals.requireProblem(callAs(account.owner(), endpoint, call), 403, "TASK_OF_SOMEBODY_ELSE");
        }
        assertThat(new Task(as(account.secondOwner()), task.id(), task.definitionKey())
                        .complete("workEmail", account.workEmail())
                        .status())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @EnumSource(names = {"ENGINE_REST", "WEB_APPLICATIONS"})
    void aReassignedTaskIsClosedToItsFormerAssignee(Endpoint endpoint) {
        tasks.setAssignee(task.id(), account.secondOwner());

        requireClosedToFormerAssignee(endpoint);
    }

    @Test
    void aCoOwnerCannotCompleteWhatIsAssignedToSomebodyElse() {
        var coOwners = new Task(as(account.secondOwner()), task.id(), task.definitionKey());

        var refusal = coOwners.complete("workEmail", account.workEmail());

        assertThat(refusal.status()).as(refusal.toString()).isEqualTo(403);
        requireUntouched();
    }

    @ParameterizedTest
    @EnumSource(names = {"ENGINE_REST", "WEB_APPLICATIONS"})
    void aCoOwnerWhoIsNotTheAssigneeReadsThatSomebodyElseHasTheTask(Endpoint endpoint) {
        for (var call : attempts(endpoint, account.secondOwner())) {
            var refusal = callAs(account.secondOwner(), endpoint, call);
            Refusals.requireProblem(refusal, 403, "TASK_OF_SOMEBODY_ELSE");
            assertThat(refusal.json().path("migration").asText()).endsWith("/migrations/" + account.publisherId());
        }
        requireUntouched();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bpmnError", "bpmnEscalation", "resolve"})
    void noOwnerEndsOrLosesATaskPastItsProcess(String call) {
        for (var endpoint : List.of("", "/engine/default")) {
            var path = "/engine-rest" + endpoint + "/task/" + task.id() + "/" + call;
            var body = Map.of("errorCode", "x", "escalationCode", "x");
            Refusals.requireProblem(as(account.owner()).post(path, body), 403, "CALL_NOT_OPEN");
        }
        requireUntouched();
    }

    @Test
    void whoTookOverKeepsTheFollowingTasks() {
        as(account.secondOwner())
                .post("/api/migrations/" + account.publisherId() + "/take-over", null)
                .succeeded();
        new Task(as(account.secondOwner()), task.id(), task.definitionKey())
                .complete("workEmail", "no address")
                .succeeded();

        var next = cases().tasksSeenBy(account.secondOwner(), account);

        assertThat(next).hasSize(1);
        assertThat(next.get(0).path("assignee").asText()).isEqualTo(account.secondOwner());
    }

    private void requireClosedToFormerAssignee(Endpoint endpoint) {
        for (var call : TaskCalls.of(task.id(), account.owner())) {
            var reply = endpoint.call(program(), account.owner(), call.method(), call.resource(), call.body());
            requireClosed("former assignee " + call, reply);
        }
        var now = as("operator").get(task.path()).succeeded().json();
        assertThat(now.path("assignee").asText()).isEqualTo(account.secondOwner());
    }

    /** Everything that is open to owners and changes a task. */
    private List<TaskCalls> attempts(Endpoint endpoint, String caller) {
        var open = Stream.concat(Stream.of("/claim"), endpoint.completions().stream())
                .map(call -> "/task/" + task.id() + call)
                .toList();
        return TaskCalls.of(task.id(), caller).stream()
                .filter(call -> open.contains(call.resource()))
                .toList();
    }

    private Reply callAs(String caller, Endpoint endpoint, TaskCalls call) {
        return endpoint.call(program(), caller, call.method(), call.resource(), call.body());
    }

    private String assignee() {
        return tasks.createTaskQuery().taskId(task.id()).singleResult().getAssignee();
    }

    private List<String> grants() {
        return authorizations
                .createAuthorizationQuery()
                .resourceType(Resources.TASK)
                .resourceId(task.id())
                .list()
                .stream()
                .map(Authorization::getUserId)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
    }

    private static void requireForbidden(String what, Reply reply) {
        assertThat(reply.status()).as(what + ": " + reply).isEqualTo(403);
        Refusals.requireProblem(reply);
    }

    private void requireUntouched() {
        var now = as("operator").get(task.path()).succeeded().json();
        assertThat(now.path("assignee").asText()).isEqualTo(account.owner());
        assertThat(now.path("delegationState").isNull()).isTrue();
        assertThat(tasks.getTaskComments(task.id())).isEmpty();
        assertThat(task.shown("workEmail")).isEqualTo(account.owner());
    }
}
