package io.accountmigration.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Moves through pages with the tab key alone, as people do who use no mouse. */
final class Keyboard {

    private static final int ENOUGH_TABS = 80;

    private final Page page;

    Keyboard(Page page) {
        this.page = page;
    }

    /** Tabs on until the focus is where it should be, and where it can be seen. */
    void reaches(Locator target) {
        assertThat(target).isVisible();
        for (int tabs = 0; tabs < ENOUGH_TABS && !isFocused(target); tabs++) {
            page.keyboard().press("Tab");
        }
        assertThat(target).isFocused();
        assertThat(target).isInViewport();
    }

    void presses(Locator target) {
        reaches(target);
        page.keyboard().press("Enter");
    }

    void types(Locator field, String text) {
        reaches(field);
        page.keyboard().press("ControlOrMeta+a");
        page.keyboard().type(text);
    }

    private static boolean isFocused(Locator target) {
        return (boolean) target.evaluate("element => element === document.activeElement");
    }
}
