package io.accountmigration.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.HtmlUtils;

/** An operator suspends a case in Cockpit: every endpoint says so, nobody can act, and once activated it continues. */
class SuspendedCaseTest extends WholeProgramTest {

    @Test
    void everyEndpointRefusesToActOnASuspendedCaseAndSaysWhoMust() {
        var account = sandbox().create(Kind.PROSEWARE);
        cases().start(account).succeeded();
        var task = cases().awaitTask(account.owner(), account, Task.PROVIDE_WORK_EMAIL);
        suspend(account, true);

        assertThat(callsOn(account, task)).allSatisfy(reply -> {
            Refusals.requireProblem(reply, 409, "SUSPENDED");
            assertThat(reply.json().path("detail").asText()).contains("operator");
        });
        var view = cases().view(account);
        assertThat(view.path("actors")).extracting(JsonNode::asText).containsExactly("operators");
        assertThat(view.path("problem").path("code").asText()).isEqualTo("SUSPENDED");
        assertThat(view.path("problem").path("text").asText()).contains("operator");
        var page = program().openBrowserOf(account.owner()).open("/migrations/" + account.publisherId());
        assertThat(page.text())
                .contains(HtmlUtils.htmlEscape(view.path("problem").path("text").asText(), "UTF-8"))
                .contains("Suspended by an operator")
                .doesNotContain("/cancel\"", "/take-over\"", "Waiting for an owner", "Checking");
        assertThat(operations()).contains("/publishers/" + account.publisherId());

        suspend(account, false);
        assertThat(operations()).doesNotContain("/publishers/" + account.publisherId());
        assertThat(new Journey(program(), account).goOn()).isEqualTo("MIGRATED");
    }

    @Test
    void aSuspendedMoveIsNotGivenUpBeforeItIsActivated() {
        var account = sandbox().create(Kind.CONTOSO);
        cases().start(account).succeeded();
        var task = cases().awaitTask(account.owner(), account, Task.PROVIDE_WORK_EMAIL);
        sandbox().order(Fault.of("cpp", "PUT", "/api/publishers/" + account.publisherId() + "/lock"));
        task.complete("workEmail", account.owner()).succeeded();
        // A job that is suspended while it runs is tried again once its lock has expired; this one is at rest.
        Cases.patiently("the lock has failed")
                .until(() -> !cases().incidents(account).isEmpty());
        suspend(account, true);

        var refused = as("operator").post("/api/migrations/" + account.publisherId() + "/cancel", null);

        Refusals.requireProblem(refused, 409, "SUSPENDED");
        assertThat(refused.json().path("migration").asText()).endsWith("/migrations/" + account.publisherId());
        sandbox().removeFaults();
        suspend(account, false);
        assertThat(as("operator")
                        .get("/api/migrations/" + account.publisherId() + "/events")
                        .text())
                .doesNotContain("GIVEN_UP");
        as("operator")
                .post("/api/migrations/" + account.publisherId() + "/cancel", null)
                .succeeded();
        cases().awaitState(account, "REVERTED");
    }

    private List<Reply> callsOn(Account account, Task task) {
        var tasklist = Browser.ENGINE + "/task/" + task.id();
        var input = Map.of("variables", Map.of("workEmail", Cases.text(account.owner())));
        var owner = program().openBrowserOf(account.owner());
        var coOwner = program().openBrowserOf(account.secondOwner());
        var actions = "/api/migrations/" + account.publisherId();
        return List.of(
                task.complete("workEmail", account.owner()),
                task.submit("workEmail", account.owner()),
                owner.call("POST", tasklist + "/submit-form", input),
                as(account.owner()).post(actions + "/cancel", null),
                as("operator").post(actions + "/cancel", null),
                as(account.secondOwner()).post(actions + "/take-over", null),
                as(account.owner()).post(task.path() + "/claim", Map.of("userId", account.owner())),
                owner.call("POST", tasklist + "/claim", Map.of("userId", account.owner())),
                as(account.secondOwner()).post(task.path() + "/claim", Map.of("userId", account.secondOwner())),
                coOwner.call("POST", tasklist + "/claim", Map.of("userId", account.secondOwner())));
    }

    /** What the page lists as suspended. */
    private String operations() {
        var page = program().openBrowserOf("operator").open("/operations").text();
        var start = page.indexOf("id=\"suspended\"");
        return start < 0 ? "" : page.substring(start, page.indexOf("</section>", start));
    }

    private void suspend(Account account, boolean suspended) {
        program()
                .openBrowserOf("operator")
                .call(
                        "PUT",
                        Browser.ENGINE + "/process-instance/" + cases().instanceOf(account) + "/suspended",
                        Map.of("suspended", suspended))
                .succeeded();
    }
}
