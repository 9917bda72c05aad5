package io.accountmigration.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.Map;

/**
 * What axe finds against levels A and AA of the Web Content Accessibility Guidelines 2.2. It runs within the page itself:
 * the pages looked at have no frames, and the library's own way opens a further page for each look, which takes ten times
 * as long.
 */
public final class Accessibility {

    private static final List<String> LEVELS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa");

    private static final String IS_HERE = "typeof axe === 'object'";
    private static final String LOOK = """
            async ({ part, levels }) => {
              const found = await axe.run(part, {
                runOnly: { type: 'tag', values: levels },
                resultTypes: ['violations'],
              });
              return {
                applied: found.passes.length,
                frames: document.querySelectorAll('iframe, frame').length,
                violations: found.violations.map(
                  rule => rule.id + ': ' + rule.nodes.map(node => node.html).join('\\n')),
              };
            }""";

    private Accessibility() {}

    /** Looks at the page as it is. */
    public static void requireNoViolation(Page page) {
        requireNoViolationIn("html", page);
    }

    /** Looks at a part of the page, of which there has to be one. */
    static void requireNoViolationIn(String part, Page page) {
        assertThat(page.locator(part).count()).as(part).isOne();
        if (!(boolean) page.evaluate(IS_HERE)) {
            page.evaluate(AxeBuilder.getAxeScript());
        }
        var found = (Map<String, Object>) page.evaluate(LOOK, Map.of("part", part, "levels", LEVELS));
        assertThat((int) found.get("applied"))
                .as("rules that were applied to " + page.url())
                .isPositive();
        assertThat(found.get("frames")).as("frames in " + page.url()).isEqualTo(0);
        assertThat((List<?>) found.get("violations")).as(page.url()).isEmpty();
    }

    /** Looks at the page by day and by night, in a wide window and in a narrow one. */
    public static void requireNoViolationHoweverItIsSeen(Page page) {
        for (var scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
            page.setViewportSize(320, 640);
            requireNoViolation(page);
            assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .as("fits a narrow window: " + page.url())
                    .isEqualTo(true);
            page.setViewportSize(1280, 800);
            requireNoViolation(page);
        }
    }

    /** Nothing moves for who does not want that. */
    static void requireStillness(Page page) {
        page.emulateMedia(new EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        assertThat(page.evaluate("document.getAnimations().length")).isEqualTo(0);
    }
}
