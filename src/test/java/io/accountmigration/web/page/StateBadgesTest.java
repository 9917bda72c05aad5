package io.accountmigration.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accountmigration.web.page.StateBadges.Tone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class StateBadgesTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern STATE = Pattern.compile("((campaign|readiness|sync)\\.)?state\\.[A-Z_]+");
    private static final Pattern COLOURS =
            Pattern.compile("--(waiting|working|done|ended|paused|stopped)(-ink)?: (#[0-9a-f]{6});");

    private final StateBadges badges = new StateBadges();
    private final String stylesheet = read("static/styles/web.css");

    static List<String> states() throws IOException {
        var texts = new Properties();
        try (var in = Files.newBufferedReader(RESOURCES.resolve("texts/web.properties"))) {
            texts.load(in);
        }
        return texts.stringPropertyNames().stream()
                .filter(STATE.asMatchPredicate())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("states")
    void everyStateThatHasAWordHasATone(String state) {
        assertThat(badges.toneOf(state)).isNotNull();
    }

    @Test
    void aStateWithoutToneIsADefect() {
        assertThatThrownBy(() -> badges.toneOf("state.UNKNOWN")).hasMessageContaining("state.UNKNOWN");
    }

    @ParameterizedTest
    @EnumSource
    void everyToneHasItsOwnIconAndColourInPagesAndInCockpit(Tone tone) {
        assertThat(read("templates/fragments.html")).containsOnlyOnce("th:case=\"'" + tone + "'\"");
        var rule = ".badge[data-tone=\"" + tone + "\"]";
        assertThat(stylesheet).containsOnlyOnce(rule);
        assertThat(read("META-INF/resources/webjars/camunda/app/cockpit/styles/user-styles.css"))
                .containsOnlyOnce(rule);
    }

    @Test
    void theWordIsLegibleOnEveryColourInLightAndDark() {
        var colours = new ArrayList<String>();
        var found = COLOURS.matcher(stylesheet);
        while (found.find()) {
            colours.add(found.group(3));
        }

        assertThat(colours).hasSize(2 * 2 * Tone.values().length);
        for (var pair = 0; pair < colours.size(); pair += 2) {
            assertThat(contrast(colours.get(pair), colours.get(pair + 1)))
                    .as(colours.get(pair) + " and " + colours.get(pair + 1))
                    .isGreaterThanOrEqualTo(4.5);
        }
    }

    /** As WCAG 2 computes it. */
    private static double contrast(String one, String other) {
        var lighter = Math.max(luminance(one), luminance(other));
        var darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(String colour) {
        var rgb = Integer.parseInt(colour.substring(1), 16);
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int value) {
        var share = (value & 0xff) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static String read(String resource) {
        try {
            return Files.readString(RESOURCES.resolve(resource));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
