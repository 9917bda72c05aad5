package io.accountmigration.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.accountmigration.system.Account;
import io.accountmigration.system.Cases;
import java.util.regex.Pattern;

/** An owner who moves one publisher: from the banner over the tasks to the end. */
final class Owner {

    private static final String WORK_EMAIL = "Work e-mail address";
    private static final String PARTNER_ID = "Partner ID";
    private static final String CODE = "Code";

    private final Person person;
    private final Account account;
    private final Cases cases;

    Owner(Person person, Account account, Cases cases) {
        this.person = person;
        this.account = account;
        this.cases = cases;
    }

    /** Starts at the yellow banner; the program leads on to the first task. */
    void startsTheMove() {
        opensProfile();
        assertThat(banner()).hasAttribute("data-state", "NOT_MIGRATED");
        assertThat(banner()).hasCSS("background-color", "rgb(255, 233, 163)");
        person.presses("Start the migration");
        seesTask("Provide work e-mail");
    }

    void opensProfile() {
        person.opens("/publishers/" + account.publisherId());
    }

    void opensStatus() {
        person.opens("/migrations/" + account.publisherId());
    }

    /** Comes to the status page when the next task is there, and is led on to it. */
    void goesToTask(String name) {
        cases.awaitState(account, "ACTION_REQUIRED");
        person.opens("/migrations/" + account.publisherId() + "?next=task");
        seesTask(name);
    }

    void seesTask(String name) {
        assertThat(person.page()).hasURL(Pattern.compile(".*/camunda/app/tasklist/default/#/.*task=.*"));
        assertThat(person.heading(name).first()).isVisible();
        assertThat(form()).isVisible();
    }

    void findsAddress(String address) {
        assertThat(field(WORK_EMAIL)).hasValue(address);
    }

    void types(String address) {
        field(WORK_EMAIL).fill(address);
    }

    void givesAddress(String address) {
        types(address);
        completes();
    }

    void givesPartnerId(String partnerId) {
        field(PARTNER_ID).fill(partnerId);
        completes();
    }

    void givesCode(String code) {
        field(CODE).fill(code);
        completes();
    }

    /** The task is done, and leads on to the status page, which may have led on to the next task already. */
    void completes() {
        var done = person.page().url().replaceFirst(".*task=([^&]+).*", "$1");
        person.presses("Complete");
        assertThat(person.page()).hasURL(Pattern.compile(".*/migrations/.*|.*task=(?!" + done + ").+"));
    }

    void seesReason(String reason) {
        assertThat(form().getByRole(AriaRole.ALERT)).containsText(reason);
    }

    Locator form() {
        return person.page().locator(".fjs-form");
    }

    Locator banner() {
        return person.page().locator(".banner");
    }

    /** Looks at the status page, which renews itself, when the case is where it should be. */
    void seesState(String state) {
        cases.awaitState(account, state);
        if (!person.page().url().contains("/migrations/")) {
            opensStatus();
        }
        assertThat(state()).hasAttribute("data-state", state);
    }

    Locator state() {
        return person.page().locator("section.state");
    }

    /** The status page says that all is done, and the banner says so too. */
    void seesMoved(String picture) {
        seesState("MIGRATED");
        person.remembers(picture + "-status-moved");
        opensProfile();
        assertThat(banner()).hasAttribute("data-state", "MIGRATED");
        person.sees("You are ready to manage your account settings in Partner Center");
        person.remembers(picture + "-profile-moved");
    }

    private Locator field(String label) {
        return form().getByLabel(Pattern.compile("^" + label + "\\*?$"));
    }
}
