package io.accountmigration.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import io.accountmigration.system.Cases;
import io.accountmigration.system.Kind;
import io.accountmigration.system.NewPublishers;
import io.accountmigration.system.Task;
import org.junit.jupiter.api.Test;

class NarrowWindowTest extends BrowserTest {

    @Test
    void everyPageFitsANarrowWindowAndSpeaksDutch() {
        var account = sandbox().create(NewPublishers.of(Kind.ADVENTURE_WORKS, "Adventure Works Cycles"));
        var owner = somebody(new NewContextOptions().setViewportSize(360, 740).setLocale("nl-NL"));
        owner.opens("/publishers/" + account.publisherId());
        fits(owner, "1-sign-in");
        owner.signsIn(account.owner());
        owner.sees("Verdere actie nodig");
        fits(owner, "2-profile");
        owner.opens("/");
        fits(owner, "3-first-page");

        var cases = new Cases(program());
        cases.start(account).succeeded();
        cases.awaitTask(account.owner(), account, Task.PROVIDE_WORK_EMAIL)
                .complete("workEmail", account.owner())
                .succeeded();
        cases.awaitState(account, "ACTION_REQUIRED");
        owner.opens("/migrations/" + account.publisherId());
        owner.sees("Adventure Works Cycles");
        fits(owner, "4-status");
        owner.opens("/migrations/nobody");
        fits(owner, "5-problem");
    }

    @Test
    void theOperatorsListFitsANarrowWindow() {
        var account = sandbox().create(NewPublishers.of(Kind.CONTOSO, "Contoso"));
        new Cases(program()).start(account).succeeded();
        var operator =
                somebody(new NewContextOptions().setViewportSize(360, 740).setLocale("nl-NL"));
        operator.opens("/operations");
        operator.signsIn("operator");
        operator.sees(account.publisherId());
        fits(operator, "6-migrations");
    }

    /** Nobody has to scroll sideways; only wide tables scroll, within themselves. */
    private static void fits(Person person, String picture) {
        person.remembers(picture);
        assertThat(person.page().evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .isEqualTo(true);
        assertThat(person.page().evaluate("document.documentElement.lang")).isEqualTo("nl");
    }
}
