package io.accountmigration.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByTextOptions;
import io.accountmigration.system.Account;
import io.accountmigration.system.Cases;
import io.accountmigration.system.Fault;
import io.accountmigration.system.Kind;
import io.accountmigration.system.NewPublishers;
import io.accountmigration.system.Task;
import org.junit.jupiter.api.Test;

class OperatorsPathTest extends BrowserTest {

    @Test
    void aFailedStepIsRetriedInCockpitToTheGoodEnd() {
        var account = stuckAtItsLock();
        var person = signedIn("operator");
        person.remembers("1-first-page");
        seesWaiting(person, account);
        person.remembers("2-migrations");
        person.shows("operator-1-glance");
        person.follows(account.publisherId());
        person.sees("The operators of the migration");
        person.remembers("3-status");

        person.follows("Open in Cockpit");
        var page = person.page();
        page.getByText("Incidents", new GetByTextOptions().setExact(true)).click();
        var incident = page.locator("tr").filter(new FilterOptions().setHas(page.locator("td.action")));
        assertThat(incident).containsText("Lock publisher");
        person.remembers("4-incident");
        person.shows("operator-2-incident");
        seesItsTokenInThePhase(page);
        person.remembers("4-incident-in-its-phase");
        incident.locator("a[ng-click^=openJobRetryDialog]").click();
        person.presses("Retry");
        person.sees("Incrementing the number of retries finished successfully.");
        person.remembers("5-retried");
        person.presses("OK");

        cases().awaitState(account, "MIGRATED");
        person.opens("/migrations/" + account.publisherId());
        assertThat(page.locator("section.state")).hasAttribute("data-state", "MIGRATED");
        person.remembers("6-moved");
    }

    @Test
    void cockpitShowsTheAccountAndTheFigures() {
        var account = stuckAtItsLock();
        var person = signedIn("operator");
        person.opens("/migrations/" + account.publisherId());
        person.follows("Open in Cockpit");
        var page = person.page();
        person.follows("Account");
        assertThat(page.locator("#account-panel")).containsText(account.publisherId());
        assertThat(page.locator("#account-panel")).containsText("Lock the account in Cloud Partner Portal: Stopped");
        person.remembers("7-account-in-cockpit");
        person.shows("operator-3-account");

        person.opens("/camunda/app/cockpit/default/#/dashboard");
        assertThat(page.locator("#account-figures")).containsText("Waiting for an owner");
        assertThat(page.locator(".ce-eol-banner")).isHidden();
        page.locator("#account-figures").evaluate("figures => figures.scrollIntoView()");
        person.remembers("8-dashboard");
        person.shows("operator-4-dashboard");
    }

    @Test
    void aMoveThatCannotSucceedIsGivenUpOnItsPage() {
        var account = stuckAtItsLock();
        var person = signedIn("operator");
        seesWaiting(person, account);
        person.opens("/migrations/" + account.publisherId());
        person.sees("The operators of the migration");
        person.page().getByLabel("Yes, give this migration up").check();
        person.presses("Give up");
        assertThat(person.page().locator("section.state")).hasAttribute("data-state", "REVERTED");
        person.remembers("7-moved-back");
    }

    /** On the overview at the phase, below that at the step. */
    private static void seesItsTokenInThePhase(Page page) {
        var token = "[data-container-id=%s] .badge";
        assertThat(page.locator(token.formatted("subProcess_move")).first()).isVisible();
        page.locator("[data-container-id=subProcess_move] .bjs-drilldown").click();
        assertThat(page.locator(token.formatted("serviceTask_lockPublisher")).first())
                .isVisible();
    }

    /** Reloads the page until the case has come to a standstill. */
    private static void seesWaiting(Person person, Account account) {
        Cases.patiently("the operators' turn").until(() -> {
            person.opens("/operations");
            return person.page()
                    .locator("tr")
                    .filter(new FilterOptions().setHasText(account.publisherId()))
                    .innerText()
                    .contains("Waits for operators");
        });
    }

    /** The portal fails as often as the step is tried by itself. */
    private Account stuckAtItsLock() {
        var account = sandbox().create(NewPublishers.of(Kind.CONTOSO, "Contoso"));
        sandbox().order(Fault.of("cpp", "PUT", "/api/publishers/" + account.publisherId() + "/lock"));
        var cases = new Cases(program());
        cases.start(account).succeeded();
        cases.awaitTask(account.owner(), account, Task.PROVIDE_WORK_EMAIL)
                .complete("workEmail", account.owner())
                .succeeded();
        return account;
    }
}
