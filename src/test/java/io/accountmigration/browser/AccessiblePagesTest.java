package io.accountmigration.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import io.accountmigration.system.Account;
import io.accountmigration.system.Cases;
import io.accountmigration.system.Kind;
import io.accountmigration.system.NewPublishers;
import io.accountmigration.system.Task;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every page of ours, by day and by night, in a wide window and in a narrow one. */
class AccessiblePagesTest extends BrowserTest {

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void nothingKeepsAnybodyFromSigningIn(ColorScheme scheme) {
        var person = somebody(window(scheme));
        person.opens("/sign-in");
        looksAt(person, "/sign-in?failed");
        looksAt(person, "/sign-in?signedOut");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void nothingKeepsAnOwnerFromMovingTheAccount(ColorScheme scheme) {
        var account = sandbox().create(NewPublishers.of(Kind.ADVENTURE_WORKS, "Adventure Works Cycles"));
        var profile = "/publishers/" + account.publisherId();
        var owner = somebody(window(scheme));
        owner.opens("/");
        owner.signsIn(account.owner());
        looksAt(owner, "/");
        looksAt(owner, profile);
        bringsBack(account);
        looksAt(owner, profile);
        looksAt(owner, "/migrations/" + account.publisherId());
        owner.remembers("status-" + scheme);
        looksAt(owner, "/publishers/contoso");
        looksAt(owner, "/publishers/nobody-at-all");
        looksAt(owner, "/migrations/a/b/c");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void nothingKeepsAContributorFromFindingTheOwners(ColorScheme scheme) {
        var contributor = somebody(window(scheme));
        contributor.opens("/");
        contributor.signsIn("contributor@adventure-works.com");
        looksAt(contributor, "/publishers/adventure-works");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void nothingKeepsOperatorsFromTheirWork(ColorScheme scheme) {
        var account = sandbox().create(NewPublishers.of(Kind.CONTOSO, "Contoso"));
        new Cases(program()).start(account).succeeded();
        var operator = somebody(window(scheme));
        operator.opens("/");
        operator.signsIn("operator");
        looksAt(operator, "/");
        looksAt(operator, "/operations");
        looksAt(operator, "/operations?problem=TENANT_MISMATCH");
        looksAt(operator, "/operations/cancellation?problem=TENANT_MISMATCH");
        looksAt(operator, "/operations/failed-steps?like=none");
        looksAt(operator, "/operations?state=REVERTED");
        looksAt(operator, "/operations?state=NONE_OF_THEM");
        looksAt(operator, "/migrations/" + account.publisherId());
        looksAt(operator, "/operations/readiness");
        operator.page().locator("#publisherIds").fill("woodgrove\nnobody-knows");
        operator.presses("Begin a report on these");
        operator.sees("There is no such publisher");
        Accessibility.requireNoViolation(operator.page());
        operator.page().locator("#publisherIds").fill("woodgrove");
        operator.presses("Begin a report on these");
        operator.sees("Nothing: has moved");
        Accessibility.requireNoViolation(operator.page());
        operator.opens("/publishers/woodgrove");
        operator.sees("Compare now");
        operator.presses("Compare now");
        operator.sees("The account is being compared.");
        Accessibility.requireNoViolation(operator.page());
        operator.opens("/publishers/woodgrove");
        operator.page().locator("#sync-user").fill("nobody@woodgrove.com");
        operator.presses("Sync this user");
        operator.sees("nobody@woodgrove.com");
        Accessibility.requireNoViolation(operator.page());
        operator.remembers("user-sync-" + scheme);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void nothingKeepsOperatorsFromLeadingACampaign(ColorScheme scheme) {
        var ready = sandbox().create(NewPublishers.of(Kind.CONTOSO, "Contoso"));
        var operator = somebody(window(scheme));
        operator.opens("/operations/campaigns");
        operator.signsIn("operator");
        looksAt(operator, "/operations/campaigns");
        operator.page().locator("#name").fill("North " + scheme);
        operator.page().locator("#publisherIds").fill(ready.publisherId());
        operator.page().locator("#waveSize").fill("0");
        operator.page().locator("form.fields button").press("Enter");
        operator.sees("A wave needs at least one account");
        Accessibility.requireNoViolation(operator.page());
        operator.page().locator("#waveSize").fill("5");
        operator.page().locator("form.fields button").press("Enter");
        operator.sees("accounts are through");
        operator.sees(ready.publisherId());
        Accessibility.requireNoViolation(operator.page());
        operator.page().locator("#reason").fill("Coffee");
        operator.page().locator("button[formaction$='/pause']").press("Enter");
        operator.sees("An operator paused it: Coffee");
        Accessibility.requireNoViolation(operator.page());
        operator.remembers("campaign-" + scheme);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void theReasonOfARefusalIsTiedToItsField(ColorScheme scheme) {
        var person = somebody(window(scheme));
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
        Accessibility.requireNoViolation(person.page());
        person.page().setViewportSize(320, 640);
        Accessibility.requireNoViolation(person.page());
        person.page().setViewportSize(1280, 800);
    }

    private static NewContextOptions window(ColorScheme scheme) {
        return new NewContextOptions()
                .setViewportSize(1280, 800)
                .setLocale("en-GB")
                .setColorScheme(scheme);
    }
}
