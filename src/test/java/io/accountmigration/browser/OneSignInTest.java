package io.accountmigration.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.accountmigration.system.Account;
import io.accountmigration.system.Cases;
import io.accountmigration.system.Kind;
import io.accountmigration.system.NewPublishers;
import io.accountmigration.system.Task;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class OneSignInTest extends BrowserTest {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String PAGES_AND_THEIR_POLICIES = """
            async (application) => {
              const pages = await Promise.all(Array.from({ length: 200 }, async () => {
                const answer = await fetch(application, { cache: 'no-store' });
                const nonces = [...(await answer.text()).matchAll(/nonce="([^"]+)"/g)];
                const policy = answer.headers.get('content-security-policy');
                return nonces.length > 0 && nonces.every(([, nonce]) => policy.includes(`'nonce-${nonce}'`));
              }));
              return { pages: pages.length, allowed: pages.filter((allowed) => allowed).length };
            }""";
    private static final String COCKPIT = "/camunda/app/cockpit/default/";

    @Test
    void tasklistOpensWithTheFilterAndTheTaskOnFirstSight() {
        var account = newAccount();
        openTaskOf(account);
        var person = signedIn(account.owner());
        person.link("My tasks").first().click();
        assertThat(person.page().locator(".task-filters")).containsText(Pattern.compile("My migrations\\s+1"));
        assertThat(person.page().locator("ol.tasks-list")).containsText("Provide work e-mail");
        assertThat(person.page().locator(".ce-eol-banner")).isHidden();
        person.remembers("1-tasklist");
        person.follows("My publishers");
        person.sees("Migration to Partner Center");
    }

    @Test
    void everyPageOfManyAtOnceMayRunItsScripts() {
        var person = signedIn(newAccount().owner());
        person.opens(TASKLIST);
        for (var application : List.of(TASKLIST, "/camunda/app/welcome/default/")) {
            assertThat(person.page().evaluate(PAGES_AND_THEIR_POLICIES, application))
                    .isEqualTo(Map.of("pages", 200, "allowed", 200));
        }
    }

    @Test
    void cockpitOpensForOperatorsWithoutAnotherSignIn() {
        var person = signedIn("operator");
        person.follows("Cockpit");
        person.sees("Running Process Instances");
        person.remembers("2-cockpit");
    }

    @Test
    void ownersGetNoCockpit() {
        var person = signedIn(newAccount().owner());
        assertThat(person.link("Cockpit")).hasCount(0);
        person.opens(COCKPIT);
        person.sees("NOT_ALLOWED");
        person.remembers("3-no-cockpit");
    }

    @Test
    void aDeepLinkToATaskSurvivesTheSignIn() {
        var account = newAccount();
        var task = openTaskOf(account);
        var person = somebody();
        person.opens(TASKLIST + "#/?forceDisplayTask=true&task=" + task.id());
        assertThat(person.page()).hasURL(Person.SIGN_IN);
        person.remembers("4-sign-in");
        person.signsIn(account.owner());
        assertThat(person.heading("Provide work e-mail").first()).isVisible();
        assertThat(person.page().locator(".fjs-form")).isVisible();
        person.remembers("5-task-after-sign-in");
    }

    @Test
    void signingOutOnAPageEndsTasklistToo() {
        var person = signedIn("owner@contoso.com");
        person.opens(TASKLIST);
        person.sees("My migrations");
        person.opens("/");
        person.presses("Sign out");
        person.sees("You are signed out.");
        person.remembers("6-signed-out");
        person.opens(TASKLIST);
        assertThat(person.page()).hasURL(Person.SIGN_IN);
    }

    @Test
    void signingOutInTasklistEndsThePagesTooAndShowsTheOneSignInPage() {
        var person = signedIn("owner@contoso.com");
        person.opens(TASKLIST);
        person.signsOutInTasklist();
        assertThat(person.page()).hasURL(Person.SIGN_IN);
        person.opens("/publishers/contoso");
        assertThat(person.page()).hasURL(Person.SIGN_IN);
    }

    @Test
    void aWrongPasswordIsRefused() {
        var person = somebody();
        person.opens("/");
        person.page().getByLabel("User name or e-mail address").fill("owner@contoso.com");
        person.page().getByLabel("Password").fill("wrong");
        person.presses("Sign in");
        person.sees("The user name or the password is wrong.");
        person.remembers("7-refused");
    }

    private Account newAccount() {
        return sandbox().create(NewPublishers.of(Kind.CONTOSO, "Contoso"));
    }

    private Task openTaskOf(Account account) {
        var cases = new Cases(program());
        cases.start(account).succeeded();
        return cases.awaitTask(account.owner(), account, Task.PROVIDE_WORK_EMAIL);
    }
}
