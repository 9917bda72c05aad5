package io.accountmigration.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import io.accountmigration.system.Kind;
import io.accountmigration.system.NewPublishers;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The owner's whole path in Dutch without a mouse, in a wide window and in a narrow one or, alike, at 400 percent. */
class KeyboardPathTest extends BrowserTest {

    @ParameterizedTest
    @ValueSource(ints = {320, 1280})
    void anOwnerMovesAnAccountInDutchByKeyboardAlone(int width) {
        var account = sandbox().create(NewPublishers.of(Kind.CONTOSO, "Contoso"));
        var owner = somebody(new NewContextOptions().setViewportSize(width, 720).setLocale("nl-NL"));
        var page = owner.page();
        var keyboard = new Keyboard(page);

        owner.opens("/publishers/" + account.publisherId());
        keyboard.types(page.locator("#username"), account.owner());
        keyboard.types(page.locator("#password"), "sandbox");
        page.keyboard().press("Enter");
        owner.sees("Verdere actie nodig");
        owner.remembers(width + "-1-banner");
        keyboard.presses(owner.button("Start de migratie"));

        var field = page.getByLabel(Pattern.compile("^Zakelijk e-mailadres"));
        assertThat(field).isVisible();
        assertThat(owner.heading("Zakelijk e-mailadres opgeven").first()).isVisible();
        keyboard.types(field, "niemand");
        owner.remembers(width + "-2-task");
        keyboard.presses(owner.button("Voltooien"));
        assertThat(page.locator(".fjs-form [role=alert]")).containsText("Let op:");
        assertThat(field).hasAccessibleDescription(Pattern.compile("^Let op:.*"));
        keyboard.types(field, account.owner());
        owner.remembers(width + "-3-reason");
        keyboard.presses(owner.button("Voltooien"));

        cases().awaitState(account, "MIGRATED");
        assertThat(page.locator("section.state")).hasAttribute("data-state", "MIGRATED");
        owner.sees("Verhuizing klaar");
        owner.remembers(width + "-4-done");
        keyboard.presses(owner.link("Profiel van de uitgever"));
        owner.sees("U kunt uw accountinstellingen nu in Partner Center beheren");
        owner.remembers(width + "-5-moved");
    }

    @Test
    void theChosenLanguageIsKeptOnPagesAndInTasklist() {
        var account = sandbox().create(NewPublishers.of(Kind.CONTOSO, "Contoso"));
        var owner = signedIn(account.owner());
        owner.follows("Nederlands");
        owner.sees("Mijn uitgevers");
        owner.opens("/publishers/" + account.publisherId());
        owner.presses("Start de migratie");
        assertThat(owner.page().getByLabel(Pattern.compile("^Zakelijk e-mailadres")))
                .isVisible();
        assertThat(owner.page().locator(".task-filters")).containsText("Mijn migraties");
        assertThat(owner.page().locator("html")).hasAttribute("lang", "nl");
        assertThat(owner.button("Voltooien")).isVisible();
        owner.opens("/");
        owner.follows("English");
        owner.sees("My publishers");
    }

    @Test
    void theSkipLinkLeadsPastTheFrame() {
        var person = signedIn("owner@contoso.com");
        person.opens("/");
        var keyboard = new Keyboard(person.page());
        keyboard.presses(link(person.page(), "Skip to the content"));
        person.page().keyboard().press("Tab");
        assertThat(person.page().locator("main a").first()).isFocused();
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(name));
    }
}
