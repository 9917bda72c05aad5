package io.accountmigration.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.accountmigration.process.access.OpenCalls;
import io.accountmigration.system.Account;
import io.accountmigration.system.Cases;
import io.accountmigration.system.Fault;
import io.accountmigration.system.Kind;
import io.accountmigration.system.NewPublishers;
import io.accountmigration.system.Task;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Walks through the web applications as those do who work with them. None of their calls may be refused, which every
 * test in a browser requires, and no line of the table of open calls may be there for nobody.
 */
class WebApplicationCallsTest extends BrowserTest {

    private final TreeSet<String> unused = new TreeSet<>(OpenCalls.linesOfTheWebApplications());

    @Test
    void noLineOfTheTableIsThereForNobody() {
        var waiting = started(Kind.CONTOSO);
        cases().awaitTask(waiting.owner(), waiting, Task.PROVIDE_WORK_EMAIL);
        var stuck = stuckAtItsLock();

        ownerDoesATask(waiting);
        operatorNamesAnOwner();
        operatorLooksAround(stuck);
        operatorStopsAndRetries(stuck);
        administratorLooksAtWhatIsDeployed();
        administratorKeepsUsersAndRights();

        assertThat(unused).as("lines that no application uses").isEmpty();
    }

    private void ownerDoesATask(Account account) {
        var owner = signedIn(account.owner());
        new WebApplication(owner, "welcome").opens("");
        owner.opens("/migrations/" + account.publisherId() + "?next=task");
        var tasklist = new WebApplication(owner, "tasklist");
        owner.page().locator(".fjs-form").waitFor();
        // Styles spare owners what they rarely need; the calls behind it are open to them still.
        owner.page().evaluate("document.documentElement.classList.remove('only-tasks')");
        tasklist.looksAtTabs("owner");
        tasklist.presses("a:has-text('Start process')");
        tasklist.presses("ul.processes a");
        tasklist.answers("Start");
        owner.sees("The process could not be started.");
        owner.remembers("owner-start");
        tasklist.opens("");
        tasklist.presses("a[ng-click='logout()']");
        assertThat(owner.page()).hasURL(Person.SIGN_IN);
        note(owner, "owners");
    }

    private void operatorNamesAnOwner() {
        var account = sandbox().create(NewPublishers.of(Kind.ALPINE, "Alpine"));
        program().as("operator").post("/api/migrations", Map.of("publisherId", account.publisherId()));
        var operator = signedIn("operator");
        var tasklist = new WebApplication(operator, "tasklist");
        Cases.patiently("the task of naming an owner").until(() -> {
            tasklist.opens("");
            return operator.page().locator("li.task").count() > 0;
        });
        tasklist.presses("li.task h4 a");
        tasklist.presses("button.claim");
        assertThat(operator.button("Complete")).isVisible();
        tasklist.fills(".fjs-form input >> nth=0", "named@" + account.publisherId() + ".example");
        tasklist.fills(".fjs-form input >> nth=1", "acts for the company");
        operator.remembers("operator-names-owner");
        operator.presses("Complete");
        operator.letsThePageComeToRest();
        assertThat(operator.calls()).anyMatch(call -> call.path().endsWith("/submit-form") && call.status() == 204);
        note(operator, "operators");
    }

    private void operatorLooksAround(Account stuck) {
        var operator = signedIn("operator");
        var cockpit = new WebApplication(operator, "cockpit");
        for (var place : new String[] {"dashboard", "processes", "decisions", "tasks", "repository", "batch"}) {
            cockpit.opens(place);
            operator.remembers("cockpit-" + place);
        }
        cockpit.opens("process-definition/" + running(stuck, "definitionId") + "/runtime");
        cockpit.looksAtTabs("cockpit-definition");
        cockpit.opens("process-instance/" + running(stuck, "id") + "/runtime");
        cockpit.looksAtTabs("cockpit-instance");
        cockpit.presses("ul.nav-tabs a:has-text('Incidents')");
        cockpit.presses("td.message a");
        operator.remembers("cockpit-stacktrace");
        note(operator, "operators");
    }

    private void operatorStopsAndRetries(Account stuck) {
        var waiting = started(Kind.CONTOSO);
        cases().awaitTask(waiting.owner(), waiting, Task.PROVIDE_WORK_EMAIL);
        var operator = signedIn("operator");
        var cockpit = new WebApplication(operator, "cockpit");
        cockpit.opens("process-instance/" + running(waiting, "id") + "/runtime");
        cockpit.presses("ul.nav-tabs a:has-text('User Tasks')");
        cockpit.presses("a[ng-click*='roup']");
        operator.remembers("cockpit-groups");
        for (var state : new String[] {"Suspend", "Activate"}) {
            cockpit.opens("process-instance/" + running(waiting, "id") + "/runtime");
            cockpit.presses("a[ng-click='openDialog()']:visible:has(.glyphicon-pause, .glyphicon-play)");
            cockpit.answers(state);
            operator.sees("Updated the suspension state of the process instance.");
            operator.remembers("cockpit-" + state);
        }
        sandbox().removeFaults();
        cockpit.opens("process-instance/" + running(stuck, "id") + "/runtime");
        cockpit.presses("a:visible:has(.glyphicon-repeat)");
        operator.remembers("cockpit-retry");
        cockpit.answers("Retry");
        cases().awaitState(stuck, "MIGRATED");
        note(operator, "operators");
    }

    private void administratorLooksAtWhatIsDeployed() {
        var administrator = signedIn("admin");
        var cockpit = new WebApplication(administrator, "cockpit");
        cockpit.opens("repository");
        cockpit.presses("a:has-text('account-migration.bpmn')");
        administrator.remembers("cockpit-deployment");
        note(administrator, "administrators");
    }

    private void administratorKeepsUsersAndRights() {
        var administrator = signedIn("admin");
        var admin = new WebApplication(administrator, "admin");
        for (var place : new String[] {
            "", "users", "groups", "tenants", "authorization", "system?section=system-settings-metrics"
        }) {
            admin.opens(place);
            administrator.remembers("admin-" + place.replaceAll("\\W.*", ""));
        }
        keepsAUser(admin);
        keepsAGroup(admin);
        keepsAnAuthorization(admin);
        note(administrator, "administrators");
    }

    private void keepsAUser(WebApplication admin) {
        admin.opens("user-create");
        admin.fills("#inputUserId", "walker");
        admin.fills("input[type=password]", "Secret-word-123");
        admin.fills("#inputPasswordRepeat", "Secret-word-123");
        admin.fills("#inputFirstname", "Wal");
        admin.fills("#inputLastname", "Ker");
        admin.presses("button[ng-click='createUser()']");
        admin.opens("users/walker?tab=profile");
        admin.fills("#inputFirstname", "Waldo");
        admin.presses("button[ng-click='updateProfile()']");
        admin.opens("users/walker?tab=tenants");
        admin.opens("users/walker?tab=groups");
        admin.presses("a[ng-click='openCreateGroupMembershipDialog()']");
        admin.presses(".modal-body input[type=checkbox]");
        admin.answers("Add Groups");
        admin.opens("users/walker?tab=groups");
        admin.presses("a[ng-click='removeGroup(group.id)']");
        admin.person().remembers("admin-user");
        admin.opens("users/walker?tab=account");
        admin.presses("button[ng-click='deleteUser()']");
        admin.answers("Proceed");
        assertThat(admin.person().page()).hasURL(Pattern.compile(".*#/users(\\?.*)?"));
    }

    private void keepsAGroup(WebApplication admin) {
        admin.opens("group-create");
        admin.fills("#inputGroupId", "walkers");
        admin.fills("#inputName", "Walkers");
        admin.fills("#inputType", "WORKFLOW");
        admin.presses("button[ng-click='createGroup()']");
        admin.opens("groups/walkers?tab=users");
        admin.opens("groups/walkers?tab=tenants");
        admin.opens("groups/walkers?tab=group");
        admin.fills("#inputName", "Wanderers");
        admin.presses("button[ng-click='updateGroup()']");
        admin.person().remembers("admin-group");
        admin.presses("button[ng-click='deleteGroup()']");
        admin.answers("Proceed");
        assertThat(admin.person().page()).hasURL(Pattern.compile(".*#/groups(\\?.*)?"));
    }

    private void keepsAnAuthorization(WebApplication admin) {
        admin.opens("authorization?resource=0");
        admin.presses("a[ng-click='addNewAuthorization()']");
        admin.fills("input[ng-model='authorization.identityId']", "walkers");
        admin.presses("button[ng-click='confirmUpdateAuthorization(authorization)']:visible");
        admin.opens("authorization?resource=0");
        admin.presses("tr:has-text('walkers') a[ng-click='updateAuthorization(authorization)']");
        admin.fills("input[ng-model='authorization.resourceId']", "tasklist");
        admin.presses("button[ng-click='confirmUpdateAuthorization(authorization)']:visible");
        admin.person().remembers("admin-authorization");
        admin.presses("tr:has-text('walkers') a[ng-click='deleteAuthorization(authorization)']");
        admin.answers("Delete");
        admin.opens("authorization?resource=0");
        assertThat(admin.person().page().locator("tr:has-text('walkers')")).hasCount(0);
    }

    private void note(Person person, String group) {
        person.calls().forEach(call -> OpenCalls.lineFor(call.method(), call.path(), group)
                .ifPresent(unused::remove));
    }

    private String running(Account account, String field) {
        return program()
                .as("operator")
                .get("/engine-rest/process-instance?businessKey=" + account.publisherId())
                .succeeded()
                .json()
                .path(0)
                .path(field)
                .asText();
    }

    private Account started(Kind kind) {
        var account = sandbox().create(NewPublishers.of(kind, "A company"));
        cases().start(account).succeeded();
        return account;
    }

    private Account stuckAtItsLock() {
        var account = started(Kind.CONTOSO);
        sandbox().order(Fault.of("cpp", "PUT", "/api/publishers/" + account.publisherId() + "/lock"));
        cases().awaitTask(account.owner(), account, Task.PROVIDE_WORK_EMAIL)
                .complete("workEmail", account.owner())
                .succeeded();
        Cases.patiently("an incident").until(() -> !program()
                .as("operator")
                .get("/engine-rest/incident?processInstanceId=" + running(account, "id"))
                .succeeded()
                .json()
                .isEmpty());
        return account;
    }
}
