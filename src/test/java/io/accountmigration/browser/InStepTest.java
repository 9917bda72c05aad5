package io.accountmigration.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import io.accountmigration.system.Cases;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class InStepTest extends BrowserTest {

    @Autowired
    private ManagementService managementService;

    private static final String PROFILE = "/publishers/woodgrove";

    @Test
    void anOperatorHasAnAccountComparedAndSeesTheNewUserCarriedOver() {
        var operator = signedIn("operator");
        seesTheAccountFollowed(operator);
        operator.remembers("1-profile");

        program()
                .as("admin")
                .put(
                        "/sandbox/accounts/woodgrove/partner-center/users/u-new",
                        Map.of("address", "new@woodgrove.com", "roles", List.of("Developer"), "active", true))
                .succeeded();
        operator.presses("Compare now");
        operator.sees("The account is being compared.");
        operator.remembers("2-comparing");

        // The feed may tell the same in the meantime, and then has nothing left to do.
        var carriedOver = latest(operator)
                .filter(new FilterOptions().setHasText("new@woodgrove.com"))
                .filter(new FilterOptions().setHasText("Carried over"));
        assertThat(carriedOver).hasCount(1);
        assertThat(carriedOver).containsText("Nothing → Contributor");
        assertThat(state(operator)).not().hasAttribute("data-state", "WORKING");
        operator.remembers("3-compared");

        operator.page().getByLabel("User (ID or address)").fill("new@woodgrove.com");
        operator.presses("Sync this user");
        operator.sees("new@woodgrove.com was in step already.");
        operator.remembers("4-one-user");
    }

    @Test
    void theWorkOnAnAccountIsSeenInCockpit() {
        var operator = signedIn("operator");
        seesTheAccountFollowed(operator);
        suspendJobs(true);
        try {
            operator.presses("Compare now");
            operator.sees("The account is being compared.");
            operator.page().reload();
            operator.remembers("6-at-work");
            operator.follows("Open in Cockpit");
            assertThat(operator.page().locator(".djs-container").first()).isVisible();
            assertThat(operator.page().locator("[data-element-id=serviceTask_validateChanges] .djs-visual"))
                    .isVisible();
            var token = operator.page().locator(".djs-overlays[data-container-id=serviceTask_validateChanges] .badge");
            assertThat(token.first()).isVisible();
            assertThat(token.first()).hasText("1");
            operator.remembers("7-cockpit");
        } finally {
            suspendJobs(false);
        }
        operator.opens(PROFILE);
        Cases.patiently("the end of the work").until(() -> {
            operator.opens(PROFILE);
            return operator.link("Open in Cockpit").count() == 0;
        });
    }

    /** Has the work wait where every job of the sync begins. */
    private void suspendJobs(boolean suspended) {
        var jobs = managementService
                .updateJobDefinitionSuspensionState()
                .byProcessDefinitionKey("user-back-sync")
                .includeJobs(true);
        if (suspended) {
            jobs.suspend();
        } else {
            jobs.activate();
        }
    }

    @Test
    void theProfileFitsANarrowWindowInDutch() {
        var operator =
                somebody(new NewContextOptions().setViewportSize(360, 740).setLocale("nl-NL"));
        operator.opens(PROFILE);
        operator.signsIn("operator");
        seesTheAccountFollowed(operator);
        operator.remembers("5-narrow");

        var overflow =
                operator.page().evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        org.assertj.core.api.Assertions.assertThat(((Number) overflow).intValue())
                .isLessThanOrEqualTo(0);
    }

    /** Reloads the page until the program has found out that the account has moved, and has looked at it. */
    private static void seesTheAccountFollowed(Person person) {
        Cases.patiently("the first comparison").until(() -> {
            person.opens(PROFILE);
            return person.page().locator("#user-sync .state dd time").count() > 1;
        });
    }

    private static Locator state(Person person) {
        return person.page().locator("#user-sync .state");
    }

    private static Locator latest(Person person) {
        return person.page()
                .getByRole(AriaRole.REGION, new GetByRoleOptions().setName("Latest changes"))
                .locator("tbody tr");
    }
}
