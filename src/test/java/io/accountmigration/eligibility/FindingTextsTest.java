package io.accountmigration.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FindingTextsTest {

    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    private final ResourceBundle english = ResourceBundle.getBundle("texts/findings", Locale.ROOT);
    private final ResourceBundle dutch = ResourceBundle.getBundle("texts/findings", DUTCH);
    private final FindingTexts texts = new FindingTexts();

    @ParameterizedTest
    @EnumSource
    void everyFindingIsSaidWithItsStepsInBothLanguages(FindingCode code) {
        var finding = code.naming("the one", "the other");

        assertThat(texts.text(finding, Locale.ENGLISH)).isNotBlank().doesNotContain("{");
        assertThat(texts.steps(finding, Locale.ENGLISH)).isNotBlank().doesNotContain("{");
        assertThat(texts.text(finding, DUTCH)).isNotBlank().isNotEqualTo(texts.text(finding, Locale.ENGLISH));
        assertThat(texts.steps(finding, DUTCH)).isNotBlank().isNotEqualTo(texts.steps(finding, Locale.ENGLISH));
    }

    @ParameterizedTest
    @EnumSource
    void aNameThatEndsWithAFullStopEndsNoSentence(FindingCode code) {
        var finding = code.naming("Fabrikam, Inc.", "Contoso, Inc.");

        for (var language : List.of(Locale.ENGLISH, DUTCH)) {
            assertThat(texts.text(finding, language)).doesNotContain("..");
            assertThat(texts.steps(finding, language)).doesNotContain("..");
        }
    }

    @Test
    void bothLanguagesSayTheSameAndNothingElse() {
        var expected = new TreeSet<String>();
        for (var code : FindingCode.values()) {
            expected.add(code + ".text");
            expected.add(code + ".steps");
        }
        for (var code : List.of(
                FindingCode.TENANT_MISMATCH,
                FindingCode.CODE_WRONG,
                FindingCode.EMAIL_INVALID,
                FindingCode.PARTNER_ID_MALFORMED)) {
            expected.add(code + ".text.unnamed");
            expected.add(code + ".steps.unnamed");
        }

        assertThat(english.keySet()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(dutch.keySet()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void bothLanguagesNameTheSameThings() {
        assertThat(english.keySet()).allSatisfy(key -> assertThat(placesIn(dutch.getString(key)))
                .isEqualTo(placesIn(english.getString(key))));
    }

    /** The message format would swallow them. */
    @Test
    void noTextHasAStraightApostrophe() {
        assertThat(english.keySet()).allSatisfy(key -> assertThat(english.getString(key) + dutch.getString(key))
                .doesNotContain("'"));
    }

    @Test
    void aNameThatLooksLikeMarkupOrAPatternIsSaidAsItIs() {
        assertThat(texts.text(FindingCode.TENANT_MISMATCH.naming("<b>{0}</b> 'x'"), Locale.ENGLISH))
                .contains("<b>{0}</b> 'x'");
    }

    @Test
    void whatMayNotBeNamedIsSaidWithoutAName() {
        var unnamed = FindingCode.TENANT_MISMATCH.naming();

        for (var language : List.of(Locale.ENGLISH, DUTCH)) {
            for (var said : List.of(texts.text(unnamed, language), texts.steps(unnamed, language))) {
                assertThat(said).isNotBlank().doesNotContain("{");
            }
        }
    }

    @Test
    void anotherLanguageIsAnsweredInEnglishWhateverTheMachineSpeaks() {
        var finding = FindingCode.EMAIL_INVALID.naming();
        var spoken = Locale.getDefault();
        Locale.setDefault(DUTCH);
        try {
            assertThat(new FindingTexts().text(finding, Locale.FRENCH)).isEqualTo(texts.text(finding, Locale.ENGLISH));
        } finally {
            Locale.setDefault(spoken);
        }
    }

    @Test
    void anApostropheIsSaidAsItIsWritten() {
        var finding = FindingCode.CONSUMER_ACCOUNT.naming("owner@outlook.com");

        assertThat(texts.steps(finding, Locale.ENGLISH)).contains("company’s");
    }

    private static Set<String> placesIn(String text) {
        return Pattern.compile("\\{\\d}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }
}
