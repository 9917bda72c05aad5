package io.accountmigration.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext.ClearCookiesOptions;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.options.AriaRole;
import io.accountmigration.system.Kind;
import io.accountmigration.system.NewPublishers;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class OwnersPathTest extends BrowserTest {

    @Test
    void contosoGoesStraightThrough() {
        var person = signedIn("owner@contoso.com");
        person.remembers("contoso-1-first-page");
        var owner = owner(person, "contoso");
        owner.opensProfile();
        person.remembers("contoso-2-profile");
        owner.startsTheMove();
        owner.findsAddress("owner@contoso.com");
        person.remembers("contoso-3-task");
        owner.completes();
        person.remembers("contoso-4-completed");
        owner.seesMoved("contoso-5");
    }

    @Test
    void fabrikamsMicrosoftAccountIsNotEnough() {
        var account = sandbox().account("fabrikam");
        var person = signedIn(account.owner());
        var owner = owner(person, "fabrikam");
        owner.startsTheMove();
        owner.findsAddress("");
        owner.seesReason("is a personal Microsoft account");
        person.remembers("fabrikam-1-personal-account");
        owner.givesAddress(account.workEmail());
        owner.seesTask("Confirm work e-mail");
        owner.form().getByText(account.workEmail()).waitFor();
        person.remembers("fabrikam-2-code");
        owner.givesCode("00000000");
        owner.seesTask("Confirm work e-mail");
        owner.seesReason("code");
        person.remembers("fabrikam-3-wrong-code");
        owner.givesCode(sandbox().awaitCode(account.workEmail()));
        owner.seesMoved("fabrikam-4");
    }

    @Test
    void adventureWorksLearnsTheNameOfThePartnersTenant() {
        var account = sandbox().account("adventure-works");
        var person = signedIn(account.owner());
        var owner = owner(person, "adventure-works");
        owner.opensProfile();
        person.shows("owner-1-banner");
        owner.startsTheMove();
        owner.givesAddress(account.owner());
        owner.seesTask("Provide work e-mail");
        owner.seesReason("Adventure Works Cycles");
        person.remembers("adventure-works-1-other-tenant");
        person.shows("owner-2-task");
        owner.opensStatus();
        person.sees("Adventure Works Cycles");
        person.remembers("adventure-works-2-status");
        person.shows("owner-3-status");
        owner.goesToTask("Provide work e-mail");
        owner.givesAddress(account.workEmail());
        owner.seesTask("Confirm work e-mail");
        owner.givesCode(sandbox().awaitCode(account.workEmail()));
        owner.seesMoved("adventure-works-3");
        person.shows("owner-4-moved");
    }

    @Test
    void northwindEnrols() {
        var account = sandbox().account("northwind");
        var person = signedIn(account.owner());
        var owner = owner(person, "northwind");
        owner.startsTheMove();
        owner.completes();
        owner.seesTask("Enrol in partner network");
        person.remembers("northwind-1-enrol");
        assertThat(person.link("Microsoft Partner Network"))
                .hasAttribute("href", Pattern.compile("https://partner\\.microsoft\\.com/.*"));
        owner.givesPartnerId("MPN-12");
        owner.seesTask("Enrol in partner network");
        owner.seesReason("A partner ID is a number");
        person.remembers("northwind-2-malformed");
        owner.givesPartnerId(enrolment("northwind"));
        owner.seesMoved("northwind-3");
    }

    @Test
    void tailspinEntersItsNewPartnerId() {
        var account = sandbox().account("tailspin");
        var person = signedIn(account.owner());
        var owner = owner(person, "tailspin");
        owner.startsTheMove();
        owner.givesAddress("somebody at tailspin");
        owner.seesTask("Provide work e-mail");
        owner.seesReason("e-mail address");
        person.remembers("tailspin-1-no-address");
        owner.givesAddress(account.owner());
        owner.seesTask("Enrol in partner network");
        owner.seesReason("partner ID");
        person.remembers("tailspin-2-unknown-partner-id");
        owner.givesPartnerId(enrolment("tailspin"));
        owner.seesMoved("tailspin-3");
    }

    @Test
    void litwareWaitsAndContinuesByItself() {
        var account = sandbox().account("litware");
        var person = signedIn(account.owner());
        var owner = owner(person, "litware");
        owner.startsTheMove();
        owner.completes();
        person.sees("Enter another partner ID");
        person.remembers("litware-1-waits");
        sandbox().advanceClock("PT1H");
        // The page renews itself; nobody touches it.
        assertThat(owner.state()).hasAttribute("data-state", "MIGRATED");
        owner.seesMoved("litware-2");
    }

    @Test
    void proswaresSecondOwnerTakesOver() {
        var account = sandbox().account("proseware");
        var first = signedIn(account.owner());
        owner(first, "proseware").startsTheMove();

        var person = signedIn(account.secondOwner());
        var second = owner(person, "proseware");
        second.opensProfile();
        assertThat(second.banner()).hasAttribute("data-state", "IN_PROGRESS");
        person.remembers("proseware-1-in-progress");
        person.follows("See how far it is");
        person.sees(account.owner());
        person.remembers("proseware-2-others-task");
        person.presses("Take over from the other owner");
        second.seesTask("Provide work e-mail");
        person.remembers("proseware-3-taken-over");
        second.givesAddress(account.secondOwner());
        second.seesMoved("proseware-4");
    }

    @Test
    void wingtipListsWhomItCouldNotCarry() {
        var account = sandbox().account("wingtip");
        var person = signedIn(account.owner());
        var owner = owner(person, "wingtip");
        owner.startsTheMove();
        owner.completes();
        owner.seesState("MIGRATED");
        person.sees("Users who were not carried over");
        assertThat(person.page().locator(".cards li")).hasCount(3);
        owner.seesMoved("wingtip-1");
    }

    @Test
    void woodgroveIsMovedAlready() {
        var account = sandbox().account("woodgrove");
        var person = signedIn(account.owner());
        var owner = owner(person, "woodgrove");
        owner.opensProfile();
        assertThat(owner.banner()).hasAttribute("data-state", "MIGRATED");
        assertThat(person.button("Start the migration")).hasCount(0);
        person.remembers("woodgrove-1-profile");

        // As if the page had been open since before the move.
        person.page()
                .locator("header form")
                .evaluate("form => { form.action = '/publishers/woodgrove/migration'; form.requestSubmit(); }");
        assertThat(person.page().getByRole(AriaRole.ALERT)).containsText("ALREADY_MIGRATED");
        person.remembers("woodgrove-2-refused");
    }

    @Test
    void alpinesContributorFindsNobodyToAsk() {
        var person = signedIn("contributor@alpine.com");
        owner(person, "alpine").opensProfile();
        person.sees("it has no active owner");
        assertThat(person.button("Start the migration")).hasCount(0);
        person.remembers("alpine-1-contributor");
    }

    @Test
    void contributorsReadWhomToAsk() {
        var account = sandbox().create(NewPublishers.of(Kind.CONTOSO, "Contoso"));
        var person = signedIn(account.owner().replace("owner@", "contributor@"));
        owner(person, account.publisherId()).opensProfile();
        person.sees("Please ask one: " + account.owner());
        assertThat(person.button("Start the migration")).hasCount(0);
        person.remembers("contributor-1-profile");
    }

    @Test
    void aTenantNamedLikeMarkupIsShownLiterally() {
        var account = sandbox().create(NewPublishers.of(Kind.ADVENTURE_WORKS, "<b>x</b>"));
        var person = signedIn(account.owner());
        var owner = owner(person, account.publisherId());
        owner.startsTheMove();
        owner.givesAddress(account.owner());
        owner.seesTask("Provide work e-mail");
        owner.seesReason("<b>x</b>");
        person.remembers("markup-1-literal");
    }

    @Test
    void aStartInTasklistIsRefusedInWords() {
        var person = signedIn(
                sandbox().create(NewPublishers.of(Kind.CONTOSO, "Contoso")).owner());
        person.isNotAllowed("/submit-form");
        person.opens("/camunda/app/tasklist/default/");
        // Owners are not shown it, but it is open to them.
        person.page().locator(".start-process-action a").dispatchEvent("click");
        person.page().locator(".modal-dialog").getByText("Account migration").click();
        person.page().locator(".modal-dialog input").fill("wingtip");
        person.presses("Start");
        var refusal = person.page()
                .locator(".modal-dialog .alert-danger")
                .filter(new FilterOptions().setHasText("The process could"));
        assertThat(refusal)
                .containsText("You are not an active owner of wingtip: ask one of its owners, or sign in as one.");
        assertThat(refusal).not().containsText("{");
        person.remembers("start-1-refused");
    }

    @Test
    void whoHasNothingButTasksSeesNothingElse() {
        var account = sandbox().create(NewPublishers.of(Kind.CONTOSO, "Contoso"));
        var person = signedIn(account.owner());
        var owner = owner(person, account.publisherId());
        owner.startsTheMove();
        for (var spared : List.of(
                ".start-process-action",
                ".shortcut-help",
                ".task-filters .actions",
                ".task-card .unclaim",
                ".task-details .nav-tabs",
                ".form-actions button:has-text('Save')")) {
            assertThat(person.page().locator(spared).first()).isHidden();
        }
        assertThat(person.button("Complete")).isVisible();
        person.remembers("tasklist-1-owner");
        person.follows("Status of the migration");
        assertThat(owner.state()).hasAttribute("data-state", "ACTION_REQUIRED");

        var operator = signedIn("operator");
        operator.opens("/camunda/app/tasklist/default/");
        assertThat(operator.page().locator(".start-process-action")).isVisible();
    }

    @Test
    void whoeverIsSignedOutAtATaskFindsItAgainWithWhatWasTyped() {
        var account = sandbox().create(NewPublishers.of(Kind.CONTOSO, "Contoso"));
        var person = signedIn(account.owner());
        var owner = owner(person, account.publisherId());
        owner.startsTheMove();
        owner.findsAddress(account.owner());
        owner.types("typed@contoso.com");
        person.page().context().clearCookies(new ClearCookiesOptions().setName("JSESSIONID"));
        person.presses("Complete");
        assertThat(person.page()).hasURL(Person.SIGN_IN);
        person.remembers("tasklist-2-signed-out");
        person.signsIn(account.owner());
        owner.seesTask("Provide work e-mail");
        owner.findsAddress("typed@contoso.com");
    }

    private String enrolment(String publisherId) {
        var accepted = sandbox().account(publisherId).partnerId();
        program().as("admin").post("/sandbox/enrolments/" + publisherId, Map.of("partnerId", accepted));
        return accepted;
    }
}
