package io.accountmigration.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.nio.file.Path;

/** Pictures of whole pages, below {@code target/screenshots}: of each step with {@code -Dpictures=true}, else of failures. */
public final class Pictures {

    /** A picture takes as long as a step. */
    private static final boolean WANTED = Boolean.getBoolean("pictures");

    private Pictures() {}

    public static void ofStep(Page page, String name) {
        if (WANTED) {
            keep(page, name);
        }
    }

    static void keep(Page page, String name) {
        page.screenshot(
                new ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "screenshots", name + ".png")));
    }
}
