package io.accountmigration.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.accountmigration.system.Account;
import io.accountmigration.system.Cases;
import io.accountmigration.system.Kind;
import io.accountmigration.system.NewPublishers;
import io.accountmigration.system.Task;
import org.junit.jupiter.api.Test;

/** Every page of ours, by day and by night, in a wide window and in a narrow one. */
class AccessiblePagesTest extends BrowserTest {

    @Test
    void nothingKeepsAnybodyFromSigningIn() {
        var person = somebody();
        looksAt(person, "/sign-in");
        looksAt(person, "/sign-in?failed");
        looksAt(person, "/sign-in?signedOut");
        looksAt(person, "/problems");
        looksAt(person, "/problems/NOT_OWNER");
    }

    @Test
    void nothingKeepsAnOwnerFromMovingTheAccount() {
        var account = sandbox().create(NewPublishers.of(Kind.ADVENTURE_WORKS, "Adventure Works Cycles"));
        var profile = "/publishers/" + account.publisherId();
        var owner = signedIn(account.owner());
        looksAt(owner, "/");
        looksAt(owner, profile);
        bringsBack(account);
        looksAt(owner, profile);
        looksAt(owner, "/migrations/" + account.publisherId());
        owner.remembers("status");
        looksAt(owner, "/publishers/contoso");
        looksAt(owner, "/publishers/nobody-at-all");
        looksAt(owner, "/migrations/a/b/c");
    }

    @Test
    void nothingKeepsAContributorFromFindingTheOwners() {
        looksAt(signedIn("contributor@adventure-works.com"), "/publishers/adventure-works");
    }

    @Test
    void nothingKeepsOperatorsFromTheirWork() {
        var account = sandbox().create(NewPublishers.of(Kind.CONTOSO, "Contoso"));
        var cases = new Cases(program());
        cases.start(account).succeeded();
        cases.awaitTask(account.owner(), account, Task.PROVIDE_WORK_EMAIL);
        var operator = signedIn("operator");
        looksAt(operator, "/");
        looksAt(operator, "/operations");
        looksAt(operator, "/operations?problem=TENANT_MISMATCH");
        looksAt(operator, "/operations/cancellation?problem=TENANT_MISMATCH");
        looksAt(operator, "/operations/failed-steps?like=none");
        looksAt(operator, "/operations?state=REVERTED");
        looksAt(operator, "/operations?state=NONE_OF_THEM");
        looksAt(operator, "/migrations/" + account.publisherId());
    }

    @Test
    void nothingKeepsOperatorsFromLookingAheadAndKeepingUsersInStep() {
        var operator = signedIn("operator");
        looksAt(operator, "/operations/readiness");
        operator.page().locator("#publisherIds").fill("woodgrove\nnobody-knows");
        operator.presses("Begin a report on these");
        operator.sees("There is no such publisher");
        Accessibility.requireNoViolationHoweverItIsSeen(operator.page());
        operator.page().locator("#publisherIds").fill("woodgrove");
        operator.presses("Begin a report on these");
        operator.sees("Nothing: has moved");
        operator.doesNotSee("Keep it still");
        Accessibility.requireNoViolationHoweverItIsSeen(operator.page());
        operator.opens("/publishers/woodgrove");
        operator.sees("Compare now");
        operator.presses("Compare now");
        operator.sees("The account is being compared.");
        Accessibility.requireNoViolation(operator.page());
        operator.opens("/publishers/woodgrove");
        operator.page().locator("#sync-user").fill("nobody@woodgrove.com");
        operator.presses("Sync this user");
        operator.sees("nobody@woodgrove.com");
        Accessibility.requireNoViolationHoweverItIsSeen(operator.page());
        operator.remembers("user-sync");
    }

    @Test
    void nothingKeepsOperatorsFromLeadingACampaign() {
        var ready = sandbox().create(NewPublishers.of(Kind.CONTOSO, "Contoso"));
        var operator = signedIn("operator");
        looksAt(operator, "/operations/campaigns");
        operator.page().locator("#name").fill("North");
        operator.page().locator("#publisherIds").fill(ready.publisherId());
        operator.page().locator("#waveSize").fill("0");
        operator.page().locator("form.fields button:not([formaction])").press("Enter");
        operator.sees("A wave needs at least one account");
        Accessibility.requireNoViolationHoweverItIsSeen(operator.page());
        operator.page().locator("#waveSize").fill("5");
        operator.page().locator("form.fields button:not([formaction])").press("Enter");
        operator.sees("accounts are done");
        operator.sees(ready.publisherId());
        operator.follows("Keep it still");
        Accessibility.requireNoViolationHoweverItIsSeen(operator.page());
        operator.follows("What if: other waves, other allowances, weekends off");
        operator.page().locator("#waveSize").fill("none");
        operator.presses("Show the forecast");
        operator.sees("Give a whole number from 1 to 100000.");
        Accessibility.requireNoViolationHoweverItIsSeen(operator.page());
        operator.page().locator("#waveSize").fill("500");
        operator.presses("Show the forecast");
        operator.sees("Under these conditions");
        Accessibility.requireNoViolationHoweverItIsSeen(operator.page());
        operator.remembers("campaign-forecast");
        operator.follows("Campaign North");
        operator.sees("accounts are done");
        operator.page().locator("#reason").fill("Coffee");
        operator.page().locator("button[formaction$='/pause']").press("Enter");
        operator.sees("An operator paused it: Coffee");
        Accessibility.requireNoViolationHoweverItIsSeen(operator.page());
        operator.remembers("campaign");
    }

    @Test
    void theReasonOfARefusalIsTiedToItsField() {
        var person = somebody();
        person.opens("/sign-in?failed");
        var name = person.page().locator("#username");
        assertThat(name).hasAccessibleDescription("The user name or the password is wrong. Try again.");
        assertThat(name).isFocused();
    }

    /** The address is one of another tenant, so the task is back with the reason. */
    private void bringsBack(Account account) {
        var cases = new Cases(program());
        cases.start(account).succeeded();
        cases.awaitTask(account.owner(), account, Task.PROVIDE_WORK_EMAIL)
                .complete("workEmail", account.owner())
                .succeeded();
        cases.awaitState(account, "ACTION_REQUIRED");
    }

    private static void looksAt(Person person, String path) {
        person.opens(path);
        Accessibility.requireStillness(person.page());
        Accessibility.requireNoViolationHoweverItIsSeen(person.page());
    }
}
