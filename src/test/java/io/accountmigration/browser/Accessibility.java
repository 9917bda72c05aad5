package io.accountmigration.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Collectors;

/** What axe finds against levels A and AA of the Web Content Accessibility Guidelines 2.2. */
final class Accessibility {

    private static final List<String> LEVELS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa");

    private Accessibility() {}

    static void requireNoViolation(Page page) {
        var found = new AxeBuilder(page).withTags(LEVELS).analyze();
        assertThat(found.getPasses())
                .as("rules that were applied to " + page.url())
                .isNotEmpty();
        assertThat(found.getViolations())
                .as(page.url())
                .map(Accessibility::inWords)
                .isEmpty();
    }

    private static String inWords(Rule rule) {
        return rule.getId() + ": "
                + rule.getNodes().stream().map(node -> node.getHtml()).collect(Collectors.joining("\n"));
    }
}
