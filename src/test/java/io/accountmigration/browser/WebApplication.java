package io.accountmigration.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.GetByTextOptions;
import com.microsoft.playwright.Locator.WaitForOptions;
import com.microsoft.playwright.options.WaitForSelectorState;

/** One of the engine's web applications in a window: what people open and press in it, until it has come to rest. */
record WebApplication(Person person, String name) {

    private static final String RUNNING = "[cam-widget-header]:not([ng-cloak])";

    /** Opens a place in it. */
    void opens(String place) {
        // From elsewhere: another anchor of the same page is not always loaded again.
        person.opens("about:blank");
        person.opens("/camunda/app/" + name + "/default/#/" + place);
        // On a busy machine a moment passes between the arrival of its scripts and their first call.
        person.page().locator(RUNNING).first().waitFor(new WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        person.letsThePageComeToRest();
    }

    /** Presses what may lie below a message. */
    void presses(String selector) {
        presses(person.page().locator(selector).first());
    }

    /** Presses a button of the dialogue that is open. */
    void answers(String button) {
        presses(person.page()
                .locator(".modal-footer")
                .last()
                .getByText(button, new GetByTextOptions().setExact(true))
                .first());
    }

    void fills(String selector, String value) {
        person.page().locator(selector).first().fill(value);
    }

    /** Looks at each tab of the place that is open. */
    void looksAtTabs(String picture) {
        var tabs = person.page().locator("ul.nav-tabs > li > a:visible");
        tabs.first().waitFor();
        for (int tab = 0; tab < tabs.count(); tab++) {
            presses(tabs.nth(tab));
            person.remembers(picture + "-tab-" + tab);
        }
    }

    private void presses(Locator what) {
        what.dispatchEvent("click");
        person.letsThePageComeToRest();
    }
}
