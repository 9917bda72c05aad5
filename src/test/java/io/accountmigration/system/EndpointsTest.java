package io.accountmigration.system;

import static io.accountmigration.system.Refusals.requireClosed;
import static io.accountmigration.system.Refusals.requireRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each role may do, and that nothing else is open to it. */
class EndpointsTest extends WholeProgramTest {

    private Account account;
    private Task task;
    private String instance;

    @BeforeEach
    void letATaskWait() {
        account = sandbox().create(Kind.CONTOSO);
        cases().start(account).succeeded();
        task = cases().awaitTask(account.owner(), account, Task.PROVIDE_WORK_EMAIL);
        instance = cases().instanceOf(account);
    }

    @Test
    void aServiceStartsAndReadsTheStateAndNothingElse() {
        var service = as("service");
        assertThat(service.get("/api/migrations/" + account.publisherId()).status())
                .isEqualTo(200);
        assertThat(service.get("/engine-rest/process-instance/" + instance).status())
                .isEqualTo(200);
        for (var call : TaskCalls.of(task.id(), "service")) {
            requireClosed(
                    "service " + call,
                    Endpoint.ENGINE_REST.call(program(), "service", call.method(), call.resource(), call.body()));
        }
        requireClosed("variables", service.get("/engine-rest/process-instance/" + instance + "/variables"));
        for (var query :
                List.of("/process-instance", "/process-instance/count", "/task", "/task/count", "/execution")) {
            requireClosed(
                    "a variable told by " + query,
                    service.get("/engine-rest" + query
                            + "?variables=workEmail_like_%25&processVariables=workEmail_like_%25"));
        }
        requireClosed(
                "another process",
                service.post("/engine-rest/process-definition/key/mail-delivery/start", Map.of("businessKey", "x")));
        requireClosed("cancel", service.post("/api/migrations/" + account.publisherId() + "/cancel", null));
        requireClosed("take over", service.post("/api/migrations/" + account.publisherId() + "/take-over", null));
        var another = sandbox().create(Kind.CONTOSO);
        cases().startOverApi(another.owner(), another.publisherId(), null).succeeded();
        requireClosed(
                "events of a case that somebody else started",
                service.get("/api/migrations/" + another.publisherId() + "/events"));
        assertThat(service.get("/api/migrations/" + account.publisherId() + "/events")
                        .status())
                .isEqualTo(200);
        requireUntouched();
    }

    @Test
    void anOperatorWatchesButDoesNotDoTheOwnersTasks() {
        var operator = as("operator");
        assertThat(operator.get("/engine-rest/process-instance/" + instance).status())
                .isEqualTo(200);
        assertThat(operator.get("/engine-rest/task/" + task.id()).status()).isEqualTo(200);
        assertThat(operator.get("/api/migrations/" + account.publisherId() + "/events")
                        .status())
                .isEqualTo(200);
        TaskCalls.of(task.id(), "operator").stream()
                .filter(call -> !call.method().equals("GET"))
                .forEach(call -> requireClosed(
                        "operator " + call,
                        Endpoint.ENGINE_REST.call(program(), "operator", call.method(), call.resource(), call.body())));
        requireUntouched();
    }

    @Test
    void theSyncOfUsersIsLookedAtByOperatorsAndServicesAndSteeredByOperators() {
        var publisher = "/api/publishers/" + account.publisherId();
        var reason = Map.of("reason", "x");
        for (var caller : List.of("operator", "service", "admin")) {
            // Allowed, and refused only because this account has not moved.
            assertThat(as(caller).get(publisher + "/user-sync").code()).isEqualTo("NOT_MIGRATED");
            assertThat(as(caller).get(publisher + "/user-sync/drift").code()).isEqualTo("NOT_MIGRATED");
        }
        for (var caller : List.of(account.owner(), "auditor")) {
            requireClosed(caller, as(caller).get(publisher + "/user-sync"));
            requireClosed(caller, as(caller).get(publisher + "/user-sync/drift"));
        }
        for (var caller : List.of(account.owner(), "auditor", "service")) {
            for (var call : List.of("/reconcile", "/users/u1", "/removals/approve", "/removals/reject")) {
                requireClosed(caller + call, as(caller).post(publisher + "/user-sync" + call, reason));
            }
        }
        for (var caller : List.of(account.owner(), "auditor", "operator")) {
            requireClosed(caller, as(caller).post(publisher + "/user-changes", Map.of("changeId", "x")));
        }
        assertThat(as("operator").post(publisher + "/user-sync/reconcile", null).code())
                .isEqualTo("NOT_MIGRATED");
    }

    @Test
    void anAuditorReadsTheTrailAndNothingElse() {
        var auditor = as("auditor");
        var migration = "/api/migrations/" + account.publisherId();
        assertThat(auditor.get(migration + "/events").status()).isEqualTo(200);
        assertThat(auditor.get(migration + "/events").text()).doesNotContain("@");
        requireClosed("migration", auditor.get(migration));
        requireClosed("all", auditor.get("/api/migrations"));
        requireClosed("cancel", auditor.post(migration + "/cancel", null));
        requireClosed("start", auditor.post("/api/migrations", Map.of("publisherId", "contoso")));
        requireClosed(
                "start in the engine",
                Endpoint.ENGINE_REST.start(program(), "auditor", account.publisherId(), account.owner()));
        for (var query : EngineQueries.ABOUT_INSTANCES) {
            EngineQueries.requireNothingFound("auditor GET " + query, auditor.get("/engine-rest" + query));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/engine",
                "/engine-rest/engine/default/task",
                "/engine-rest/task",
                "/engine-rest/task/",
                "/engine-rest/process-definition/key/account-migration/start",
                "/engine-rest/openapi.json",
                "/api/migrations",
                "/api/migrations/contoso",
                "/api/publishers/contoso/banner",
                "/api/publishers/contoso/user-sync",
                "/api/publishers/contoso/user-sync/drift",
                "/v3/api-docs",
                "/actuator/metrics",
                "/sandbox/accounts",
                "/camunda/api/engine/engine",
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/engine/engine/default/user",
                "/camunda/api/cockpit/plugin/base/default/process-definition/statistics",
                "/camunda/api/admin/plugin/adminPlugins/default/tables",
            })
    void anonymousCallersAreAskedToSignIn(String path) {
        var reply = program().anonymous().get(path);

        assertThat(reply.status()).as(reply.toString()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/publishers/contoso",
                "/migrations/contoso",
                "/operations",
                "/camunda/app/tasklist/default/",
                "/camunda/app/cockpit/default/",
                "/camunda/app/admin/default/",
                "/swagger-ui.html",
            })
    void whoOpensAPageSignsInFirst(String path) {
        var reply = program().anonymous().get(path);

        assertThat(reply.status()).as(reply.toString()).isEqualTo(302);
        assertThat(reply.header("Location").orElse("")).isEqualTo("/sign-in");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/h2-console", "/error/x", "/actuator/env", "/actuator/heapdump", "/.git/config", "/processes/"})
    void whatIsNotMeantToBeSeenIsNot(String path) {
        for (var visitor : List.of(program().anonymous(), as(account.owner()))) {
            requireRefused(path, visitor.get(path));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"owner", "operator", "service", "auditor"})
    void nobodySignsInThroughTheWebApplicationsOwnForm(String role) {
        var form = Map.of("Content-Type", "application/x-www-form-urlencoded");
        var body = "username=" + named(role) + "&password=" + Visitor.PASSWORD;

        requireClosed(
                role,
                program().anonymous().send("POST", "/camunda/api/admin/auth/user/default/login/cockpit", body, form));
    }

    @Test
    void aWrongPasswordOpensNothing() {
        var wrong = Map.of(
                "Authorization",
                "Basic "
                        + java.util.Base64.getEncoder()
                                .encodeToString((account.owner() + ":" + account.owner())
                                        .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        for (var path : List.of("/engine-rest/task", "/api/migrations/" + account.publisherId(), "/sandbox/accounts")) {
            assertThat(program().anonymous().send("GET", path, null, wrong).status())
                    .isEqualTo(401);
        }
    }

    @Test
    void onlyAdminSteersTheSandbox() {
        for (var caller : List.of(account.owner(), "operator", "service", "auditor")) {
            for (var path : List.of("/sandbox/accounts", "/sandbox/mailbox?to=" + account.owner(), "/sandbox/writes")) {
                requireClosed(caller + " " + path, as(caller).get(path));
            }
            requireClosed(caller, as(caller).post("/sandbox/clock", Map.of("advance", "PT1S")));
            requireClosed(caller, as(caller).post("/sandbox/reset", null));
        }
    }

    @Test
    void anOwnerOpensTasklistAndNothingElse() {
        var browser = program().browserOf(account.owner());
        assertThat(browser.open("/camunda/app/tasklist/default/").status()).isEqualTo(200);
        for (var application : List.of("cockpit", "admin")) {
            var reply = browser.open("/camunda/app/" + application + "/default/");
            assertThat(reply.status()).as(application + ": " + reply).isIn(302, 403);
        }
        EngineQueries.requireNothingFound(
                "cockpit", browser.call("POST", "/camunda/api/cockpit/plugin/base/default/process-instance", Map.of()));
        EngineQueries.requireNothingFound(
                "cockpit", browser.call("POST", "/camunda/api/cockpit/plugin/base/default/incident", Map.of()));
        requireClosed("admin", browser.call("GET", "/camunda/api/admin/plugin/adminPlugins/default/tables", null));
    }

    @Test
    void aFormWithoutItsTokenIsNotTaken() {
        var browser = program().browserOf(account.owner());
        var forged = browser.send("POST", "/migrations/" + account.publisherId() + "/cancel?confirmed=true", "");

        assertThat(forged.status()).isEqualTo(403);
        assertThat(cases().state(account)).isEqualTo("ACTION_REQUIRED");
    }

    private String named(String role) {
        return role.equals("owner") ? account.owner() : role;
    }

    private void requireUntouched() {
        assertThat(cases().instances(account.publisherId())).isEqualTo(1);
        assertThat(cases().tasksSeenBy(account.owner(), account))
                .extracting(found -> found.path("id").asText())
                .containsExactly(task.id());
        assertThat(task.shown("workEmail")).isEqualTo(account.owner());
    }
}
