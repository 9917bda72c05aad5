package io.accountmigration.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A former owner is refused at every endpoint with the reason, nothing changes, and another owner has the
 * task. It puts the clock forward, so that what was read before is old.
 */
class ActingOwnersTest extends WholeProgramTest {

    /** What becomes of the first owner in the portal, and whether a password of the sandbox lets that name in then. */
    enum Change {
        DEMOTED(true) {
            @Override
            void happenTo(Account account, Sandbox sandbox) {
                sandbox.putPortalUser(account, FIRST, account.owner(), "CONTRIBUTOR");
            }
        },
        DELETED(false) {
            @Override
            void happenTo(Account account, Sandbox sandbox) {
                sandbox.deletePortalUser(account, FIRST);
            }
        },
        ADDRESS_GIVEN_TO_A_CONTRIBUTOR(true) {
            @Override
            void happenTo(Account account, Sandbox sandbox) {
                sandbox.deletePortalUser(account, FIRST);
                sandbox.putPortalUser(account, "another", account.owner(), "CONTRIBUTOR");
            }
        },
        ADDRESS_GIVEN_TO_ANOTHER_OWNER(true) {
            @Override
            void happenTo(Account account, Sandbox sandbox) {
                sandbox.deletePortalUser(account, FIRST);
                sandbox.putPortalUser(account, "another", account.owner(), "OWNER");
            }
        };

        private final boolean passwordWorks;

        Change(boolean passwordWorks) {
            this.passwordWorks = passwordWorks;
        }

        abstract void happenTo(Account account, Sandbox sandbox);
    }

    /** One thing to do at one endpoint. */
    private record Act(String name, boolean withSession, BiFunction<Account, String, Reply> call) {}

    private static final int EMPTY_LIST = "[]".length();
    private static final String FIRST = "u1";
    private static final String LONGER_THAN_A_LIST_IS_FRESH = "PT2M";

    @Autowired
    private TaskService taskService;

    @Autowired
    private FilterService filterService;

    private final List<Act> acts = List.of(
            atTask(Endpoint.ENGINE_REST, "claim"),
            atTask(Endpoint.ENGINE_REST, "complete"),
            atTask(Endpoint.ENGINE_REST, "submit-form"),
            atTask(Endpoint.WEB_APPLICATIONS, "claim"),
            atTask(Endpoint.WEB_APPLICATIONS, "submit-form"),
            overApi("cancel"),
            overApi("take-over"),
            overApi("other-partner-id"),
            onPage("cancel"),
            onPage("take-over"),
            onPage("other-partner-id"));

    @ParameterizedTest
    @EnumSource(Change.class)
    void whoIsNoOwnerAnyMoreIsRefusedAndTheCoOwnerHasTheTask(Change change) {
        var accounts = new HashMap<Act, Account>();
        var tasks = new HashMap<Act, Task>();
        for (var act : acts) {
            var account = sandbox().create(Kind.PROSEWARE);
            accounts.put(act, account);
            cases().start(account).succeeded();
        }
        for (var act : acts) {
            var account = accounts.get(act);
            tasks.put(act, cases().awaitTask(account.owner(), account, Task.PROVIDE_WORK_EMAIL));
            if (act.withSession()) {
                program().openBrowserOf(account.owner());
            }
            change.happenTo(account, sandbox());
        }
        sandbox().advanceClock(LONGER_THAN_A_LIST_IS_FRESH);

        SoftAssertions.assertSoftly(softly -> acts.forEach(act -> {
            var account = accounts.get(act);
            var task = tasks.get(act);
            for (var time : List.of("first", "second")) {
                var reply = act.call().apply(account, task.id());
                var what = change + " " + act.name() + ", " + time + " time: " + reply;
                if (act.withSession() || change.passwordWorks) {
                    softly.assertThat(said(reply, account)).as(what).contains("no active owner", "the owners of today");
                    softly.assertThat(reply.text()).as(what).doesNotContain(account.secondOwner());
                } else {
                    softly.assertThat(reply.status()).as(what).isEqualTo(401);
                    // The next owner who opens the page has the task.
                    cases().program().as(account.secondOwner()).get("/api/migrations/" + account.publisherId());
                }
                softly.assertThat(assigneeOf(task)).as(what).isEqualTo(account.secondOwner());
                softly.assertThat(cases().state(account)).as(what).isEqualTo("ACTION_REQUIRED");
            }
            var done = new Task(as(account.secondOwner()), task.id(), task.definitionKey())
                    .complete("workEmail", account.workEmail());
            softly.assertThat(done.status()).as(done.toString()).isEqualTo(204);
        }));
    }

    private final List<Act> reads = List.of(
            read(Endpoint.ENGINE_REST, "/task/{task}"),
            read(Endpoint.ENGINE_REST, "/task/{task}/form-variables"),
            read(Endpoint.ENGINE_REST, "/task?processInstanceBusinessKey={publisher}"),
            read(Endpoint.ENGINE_REST, "/task"),
            read(Endpoint.ENGINE_REST, "/task/"),
            read(Endpoint.ENGINE_REST, "/task/?processInstanceBusinessKey={publisher}"),
            read(Endpoint.ENGINE_REST, "/task/{task}/"),
            read(Endpoint.ENGINE_REST, "/task/{task}/form-variables/"),
            head("/task"),
            head("/task/{task}"),
            read(Endpoint.WEB_APPLICATIONS, "/task/{task}"),
            read(Endpoint.WEB_APPLICATIONS, "/task/{task}/form"),
            read(Endpoint.WEB_APPLICATIONS, "/task/{task}/form-variables"),
            read(Endpoint.WEB_APPLICATIONS, "/task/{task}/deployed-form"),
            read(Endpoint.WEB_APPLICATIONS, "/task?assignee={owner}"),
            read(Endpoint.WEB_APPLICATIONS, "/task/?assignee={owner}"),
            read(Endpoint.WEB_APPLICATIONS, "/filter?itemCount=true"),
            read(Endpoint.WEB_APPLICATIONS, "/filter/{filter}/list"));

    /** Each of these is the first that anybody does since the owner is none any more. */
    @ParameterizedTest
    @EnumSource(Change.class)
    void whoIsNoOwnerAnyMoreReadsNoTaskAndTheCoOwnerHasIt(Change change) {
        var accounts = new HashMap<Act, Account>();
        var tasks = new HashMap<Act, Task>();
        for (var read : reads) {
            var account = sandbox().create(Kind.PROSEWARE);
            accounts.put(read, account);
            cases().start(account).succeeded();
        }
        for (var read : reads) {
            var account = accounts.get(read);
            tasks.put(read, cases().awaitTask(account.owner(), account, Task.PROVIDE_WORK_EMAIL));
            program().openBrowserOf(account.owner());
            assertThat(shows(read.call().apply(account, tasks.get(read).id()), account))
                    .as(read.name())
                    .isTrue();
            change.happenTo(account, sandbox());
        }
        sandbox().advanceClock(LONGER_THAN_A_LIST_IS_FRESH);

        SoftAssertions.assertSoftly(softly -> reads.forEach(read -> {
            var account = accounts.get(read);
            var reply = read.call().apply(account, tasks.get(read).id());
            var what = change + " " + read.name() + ": " + reply;
            softly.assertThat(shows(reply, account)).as(what).isFalse();
            softly.assertThat(reply.status()).as(what).isIn(200, 401, 403);
            if (reply.status() == 403 && !read.name().startsWith("HEAD")) {
                softly.assertThat(reply.code()).as(what).isEqualTo("OWNER_NO_MORE");
            }
            if (reply.status() != 401) {
                softly.assertThat(assigneeOf(tasks.get(read))).as(what).isEqualTo(account.secondOwner());
            }
        }));
    }

    private Act read(Endpoint endpoint, String resource) {
        return new Act(endpoint + " " + resource, endpoint == Endpoint.WEB_APPLICATIONS, (account, task) -> {
            var list = resource.endsWith("/list");
            var path = resource.replace("{task}", task)
                    .replace("{publisher}", account.publisherId())
                    .replace("{owner}", account.owner())
                    .replace("{filter}", list ? filterId() : "");
            return endpoint.call(program(), account.owner(), list ? "POST" : "GET", path, list ? Map.of() : null);
        });
    }

    /** The length of what is not sent tells whether there is a task. */
    private Act head(String resource) {
        return new Act(
                "HEAD " + resource,
                false,
                (account, task) -> Endpoint.ENGINE_REST.call(
                        program(), account.owner(), "HEAD", resource.replace("{task}", task), null));
    }

    private String filterId() {
        return filterService
                .createTaskFilterQuery()
                .filterName("My migrations")
                .singleResult()
                .getId();
    }

    /** Whether a reply is about a task at all. */
    private static boolean shows(Reply reply, Account account) {
        return reply.status() == 200
                && (reply.header("Content-Length")
                                        .filter(length -> Integer.parseInt(length) > EMPTY_LIST)
                                        .isPresent()
                                && reply.text().isEmpty()
                        || reply.text().contains(account.publisherId())
                        || reply.text().contains("\"itemCount\":1")
                        || reply.text().contains("workEmail")
                        || reply.text().contains("camundaForm")
                        || reply.text().contains("userTask_"));
    }

    @Test
    void whoRepeatsARequestIsAskedWhetherHeIsAnOwnerStill() {
        var account = sandbox().create(Kind.PROSEWARE);
        var start = Map.of("publisherId", account.publisherId());
        var key = Map.of("Idempotency-Key", account.publisherId());
        as(account.owner()).post("/api/migrations", start, key).succeeded();
        as(account.owner()).post("/api/migrations", start, key).succeeded();
        Change.DEMOTED.happenTo(account, sandbox());
        sandbox().advanceClock(LONGER_THAN_A_LIST_IS_FRESH);

        Refusals.requireProblem(as(account.owner()).post("/api/migrations", start, key), 403, "OWNER_NO_MORE");
    }

    @Test
    void aContributorWithTheAddressOfAFormerOwnerSeesWhatAContributorSees() {
        var account = sandbox().create(Kind.PROSEWARE);
        cases().start(account).succeeded();
        cases().awaitTask(account.owner(), account, Task.PROVIDE_WORK_EMAIL);
        Change.ADDRESS_GIVEN_TO_A_CONTRIBUTOR.happenTo(account, sandbox());

        var banner = as(account.owner())
                .get("/api/publishers/" + account.publisherId() + "/banner")
                .succeeded()
                .json();

        assertThat(banner.path("audience").asText()).isEqualTo("CONTRIBUTOR");
        assertThat(banner.path("actionUrl").isNull()).isTrue();
    }

    @Test
    void aPersonWhoseUserWasRenamedContinuesAndNobodyElseDoes() {
        var account = sandbox().create(Kind.PROSEWARE);
        cases().start(account).succeeded();
        var task = cases().awaitTask(account.owner(), account, Task.PROVIDE_WORK_EMAIL);
        var browser = program().openBrowserOf(account.owner());
        var renamed = account.owner().replace("owner@", "renamed@");
        sandbox().putPortalUser(account, FIRST, renamed, "OWNER");
        sandbox().advanceClock(LONGER_THAN_A_LIST_IS_FRESH);

        Endpoint.WEB_APPLICATIONS
                .call(program(), account.owner(), "POST", "/task/" + task.id() + "/submit-form", inputs("nobody"))
                .succeeded();
        assertThat(cases().view(account).path("actors").path(0).asText()).isEqualTo(renamed);
        assertThat(browser.open("/").text()).contains("\"/publishers/" + account.publisherId() + "\"");

        sandbox().advanceClock(LONGER_THAN_A_LIST_IS_FRESH);
        as(renamed)
                .post("/api/migrations/" + account.publisherId() + "/take-over", null)
                .succeeded();
        var next = cases().awaitTask(renamed, account, Task.PROVIDE_WORK_EMAIL);
        Refusals.requireProblem(
                Endpoint.WEB_APPLICATIONS.call(
                        program(), account.owner(), "POST", "/task/" + next.id() + "/submit-form", inputs("nobody")),
                403,
                "OWNER_NO_MORE");
        next.complete("workEmail", account.workEmail()).succeeded();
    }

    @Test
    void whereNoOwnerIsLeftOperatorsHaveTheTask() {
        var account = sandbox().create(Kind.CONTOSO);
        cases().start(account).succeeded();
        var task = cases().awaitTask(account.owner(), account, Task.PROVIDE_WORK_EMAIL);
        Change.DEMOTED.happenTo(account, sandbox());
        sandbox().advanceClock(LONGER_THAN_A_LIST_IS_FRESH);

        var refused = task.complete("workEmail", account.workEmail());

        Refusals.requireProblem(refused, 403, "OWNER_NO_MORE");
        assertThat(refused.json().path("detail").asText()).contains("the operators");
        assertThat(cases().view(account).path("actors").path(0).asText()).isEqualTo("operators");
        var search = taskService
                .createTaskQuery()
                .processDefinitionKey("owner-search")
                .processInstanceBusinessKey(account.publisherId())
                .taskCandidateGroup("operators")
                .list();
        assertThat(search).hasSize(1);
        requireOneOperatorTakes("/engine-rest/task/" + search.get(0).getId() + "/claim");
    }

    private void requireOneOperatorTakes(String claim) {
        as("operator").post(claim, Map.of("userId", "operator")).succeeded();
        Refusals.requireProblem(
                as("operator2").post(claim, Map.of("userId", "operator2")), 403, "TASK_OF_SOMEBODY_ELSE");
    }

    private Act atTask(Endpoint endpoint, String action) {
        return new Act(
                endpoint + " " + action,
                endpoint == Endpoint.WEB_APPLICATIONS,
                (account, task) -> endpoint.call(
                        program(),
                        account.owner(),
                        "POST",
                        "/task/" + task + "/" + action,
                        action.equals("claim") ? Map.of("userId", account.owner()) : inputs("intruder@example.com")));
    }

    private Act overApi(String action) {
        return new Act("/api " + action, false, (account, task) -> as(account.owner())
                .post("/api/migrations/" + account.publisherId() + "/" + action, null));
    }

    /** What the page that the button leads to says. */
    private Act onPage(String action) {
        return new Act("page " + action, true, (account, task) -> {
            var browser = program().openBrowserOf(account.owner());
            var page = "/migrations/" + account.publisherId();
            var pressed = browser.submit("/", page + "/" + action, Map.of("confirmed", "true"));
            assertThat(pressed.status()).as(pressed.toString()).isEqualTo(302);
            return browser.open(page);
        });
    }

    private static String said(Reply reply, Account account) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(403);
        return reply.header("Content-Type").orElse("").startsWith("text/html")
                ? reply.text()
                : reply.code().equals("OWNER_NO_MORE")
                        ? reply.json().path("detail").asText()
                        : reply.code();
    }

    private static Map<String, Object> inputs(String workEmail) {
        return Map.of("variables", Map.of("workEmail", Cases.text(workEmail)));
    }

    private String assigneeOf(Task task) {
        return as("operator")
                .get(task.path())
                .succeeded()
                .json()
                .path("assignee")
                .asText();
    }
}
