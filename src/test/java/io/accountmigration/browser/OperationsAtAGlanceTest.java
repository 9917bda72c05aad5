package io.accountmigration.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.accountmigration.system.Account;
import io.accountmigration.system.Cases;
import io.accountmigration.system.Fault;
import io.accountmigration.system.Kind;
import io.accountmigration.system.NewPublishers;
import io.accountmigration.system.Task;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An operator looks at a campaign at the start, in the middle and at the end, and puts right what has stopped. */
class OperationsAtAGlanceTest extends BrowserTest {

    private static final String CAMPAIGN = "Northern Europe";

    @Test
    void whatStoppedForOneCauseIsTriedAgainAndWhatIsBlockedIsGivenUp() {
        var moved = several(Kind.CONTOSO, "Contoso", 2);
        var stopped = several(Kind.CONTOSO, "Contoso", 2);
        stopped.forEach(account ->
                sandbox().order(Fault.of("cpp", "PUT", "/api/publishers/" + account.publisherId() + "/lock")));
        var blocked = several(Kind.ADVENTURE_WORKS, "Adventure Works Cycles", 2);
        var all = Stream.of(moved, stopped, blocked).flatMap(List::stream).toList();
        var operator = signedIn("operator");
        beginsCampaign(operator, all);
        looksAt(operator, "1-start");

        all.forEach(this::provides);
        var cases = new Cases(program());
        moved.forEach(account -> cases.awaitState(account, "MIGRATED"));
        blocked.forEach(account -> cases.awaitState(account, "ACTION_REQUIRED"));
        awaitStopped(operator, 2);
        looksAtStoppedCase(operator, stopped.get(0));
        looksAt(operator, "2-middle");

        triesAgain(operator, stopped);
        stopped.forEach(account -> cases.awaitState(account, "MIGRATED"));

        givesUp(operator, blocked);
        blocked.forEach(account -> cases.awaitState(account, "CANCELLED"));
        awaitEnd(operator);
        looksAt(operator, "5-end");
    }

    private static void beginsCampaign(Person operator, List<Account> accounts) {
        operator.opens("/operations/campaigns");
        var page = operator.page();
        page.locator("#name").fill(CAMPAIGN);
        page.locator("#publisherIds")
                .fill(accounts.stream().map(Account::publisherId).collect(Collectors.joining("\n")));
        page.locator("#canarySize").fill(String.valueOf(accounts.size()));
        page.locator("#startsPerMinute").fill("600");
        page.locator("#brakeFailureRate").fill("1");
        operator.presses("Begin a campaign");
        operator.opens("/operations");
        operator.sees("Campaigns under way");
        operator.sees(CAMPAIGN);
    }

    private static void awaitEnd(Person operator) {
        Cases.patiently("the campaign ends").until(() -> {
            operator.opens("/operations");
            return !operator.page().content().contains(CAMPAIGN);
        });
    }

    private void triesAgain(Person operator, List<Account> stopped) {
        operator.page()
                .locator("section[aria-labelledby=causes] tr")
                .filter(new FilterOptions().setHasText("Lock publisher"))
                .first()
                .getByRole(AriaRole.LINK)
                .focus();
        operator.page().keyboard().press("Enter");
        stopped.forEach(account -> operator.sees(account.publisherId()));
        Accessibility.requireNoViolation(operator.page());
        operator.remembers("3-what-is-tried-again");
        operator.page().getByLabel("Reason").last().focus();
        operator.page().keyboard().type("the portal is up again");
        operator.page().keyboard().press("Enter");
        operator.sees("steps are tried again.");
        operator.sees("the portal is up again");
    }

    private static void givesUp(Person operator, List<Account> blocked) {
        operator.opens("/operations?problem=TENANT_MISMATCH");
        for (var account : blocked) {
            operator.page()
                    .getByRole(
                            AriaRole.CHECKBOX,
                            new GetByRoleOptions()
                                    .setName("Choose " + account.publisherId())
                                    .setExact(true))
                    .first()
                    .check();
        }
        operator.page()
                .locator("section[aria-labelledby=all]")
                .getByText("Give up those chosen")
                .click();
        operator.sees("Exactly 2 of these are given up.");
        Accessibility.requireNoViolation(operator.page());
        operator.remembers("4-what-is-given-up");
        operator.page().getByLabel("Reason").last().fill("the company moves by itself");
        operator.presses("Give these 2 up");
        operator.sees("2 migrations were given up.");
    }

    private static void awaitStopped(Person operator, int steps) {
        Cases.patiently("steps stop").until(() -> {
            operator.opens("/operations");
            return operator.page()
                    .locator("section[aria-labelledby=causes] tr")
                    .filter(new FilterOptions().setHasText("Lock publisher"))
                    .locator("td.number")
                    .allInnerTexts()
                    .contains(String.valueOf(steps));
        });
    }

    private List<Account> several(Kind kind, String tenant, int number) {
        return IntStream.range(0, number)
                .mapToObj(each -> sandbox().create(NewPublishers.of(kind, tenant)))
                .toList();
    }

    private void provides(Account account) {
        new Cases(program())
                .awaitTask(account.owner(), account, Task.PROVIDE_WORK_EMAIL)
                .complete("workEmail", account.owner())
                .succeeded();
    }

    private static void looksAtStoppedCase(Person operator, Account stopped) {
        operator.opens("/migrations/" + stopped.publisherId());
        operator.sees("Our operators have been told; nothing is lost.");
        operator.sees("Try this step again");
        var page = operator.page();
        Accessibility.requireNoViolationHoweverItIsSeen(page);
        operator.remembers("2-stopped-case");
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.setViewportSize(375, 667);
        operator.remembers("2-stopped-case-dark-narrow");
        operator.opens("/operations");
        operator.remembers("2-middle-dark-narrow");
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(1280, 800);
    }

    /** A word that is broken into letters takes more lines than there are words. */
    private static void requireWholeWordsInBadges(Person operator) {
        var broken = operator.page().evaluate("""
                () => [...document.querySelectorAll('.badge > span')].filter(word =>
                    word.getClientRects().length > word.textContent.trim().split(/\\s+/).length
                        || word.offsetHeight / parseFloat(getComputedStyle(word).lineHeight)
                            > word.textContent.trim().split(/\\s+/).length + .5)
                    .map(word => word.textContent)""");
        assertThat(broken).isEqualTo(List.of());
    }

    private static void looksAt(Person operator, String picture) {
        operator.opens("/operations");
        Accessibility.requireNoViolationHoweverItIsSeen(operator.page());
        operator.page().setViewportSize(320, 640);
        requireWholeWordsInBadges(operator);
        operator.remembers(picture + "-narrow");
        operator.page().setViewportSize(1280, 800);
        operator.remembers(picture);
    }
}
