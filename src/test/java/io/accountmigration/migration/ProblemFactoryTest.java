package io.accountmigration.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.accountmigration.publisher.CloudPartnerPortalUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemFactoryTest {

    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    private final ProblemFactory problems = new ProblemFactory();

    @ParameterizedTest
    @EnumSource
    void everyRefusalIsSaidInBothLanguages(Refusal refusal) {
        var english = problems.of(MigrationRefused.because(refusal, "the subject"), Locale.ENGLISH);
        var dutch = problems.of(MigrationRefused.because(refusal, "the subject"), DUTCH);

        assertThat(english.code()).isEqualTo(refusal.name());
        assertThat(english.status()).isEqualTo(refusal.status()).isBetween(400, 499);
        assertThat(english.title()).isNotBlank();
        assertThat(english.detail()).isNotBlank().doesNotContain("{");
        assertThat(dutch.detail()).isNotBlank().isNotEqualTo(english.detail());
    }

    @Test
    void bothLanguagesHaveTheSameTextsAndNoStraightApostrophe() {
        var english = ResourceBundle.getBundle("texts/problems", Locale.ROOT);
        var dutch = ResourceBundle.getBundle("texts/problems", DUTCH);

        assertThat(dutch.keySet()).isEqualTo(english.keySet());
        assertThat(english.keySet()).allSatisfy(key -> assertThat(english.getString(key) + dutch.getString(key))
                .doesNotContain("'"));
    }

    @Test
    void everyKindOfProblemIsListedWithItsUsualStatus() {
        var said = ResourceBundle.getBundle("texts/problems", Locale.ROOT).keySet().stream()
                .map(key -> key.substring(0, key.indexOf('.')))
                .distinct()
                .sorted()
                .toList();

        assertThat(ProblemType.all()).map(ProblemType::code).isEqualTo(said);
        assertThat(Refusal.values()).allSatisfy(refusal -> assertThat(
                        ProblemType.of(refusal.name()).orElseThrow().status())
                .isEqualTo(refusal.status()));
    }

    @ParameterizedTest
    @MethodSource("types")
    void theTypeOfAProblemIsThePathOfItsPage(ProblemType type) {
        var example = problems.exampleOf(type, Locale.ENGLISH);

        assertThat(example.type()).isEqualTo("/problems/" + type.code()).isEqualTo(type.page());
        assertThat(example.detail()).contains(type.example()).doesNotContain("{", "  ");
    }

    @ParameterizedTest
    @MethodSource("types")
    void aNameThatEndsWithAFullStopEndsNoSentence(ProblemType type) {
        for (var language : List.of(Locale.ENGLISH, DUTCH)) {
            assertThat(problems.of(type.code(), type.status(), "Fabrikam, Inc.", language)
                            .detail())
                    .doesNotContain("..");
        }
    }

    static List<ProblemType> types() {
        return ProblemType.all();
    }

    @Test
    void aRefusalInFavourOfACaseLinksToIt() {
        var refused = MigrationRefused.inFavourOfTheCaseOf("Contoso", Refusal.ALREADY_RUNNING);

        assertThat(problems.of(refused, Locale.ENGLISH).migration()).isEqualTo("/migrations/Contoso");
    }

    @Test
    void aLongSubjectIsCutShort() {
        var refused = MigrationRefused.because(Refusal.PUBLISHER_NOT_FOUND, "x".repeat(100_000));

        assertThat(problems.of(refused, Locale.ENGLISH).detail()).hasSizeLessThan(500);
    }

    @Test
    void anOutsideSystemThatIsDownIsWorthASecondTryAfterItsOwnTimeOrOurs() {
        var patient = new CloudPartnerPortalUnavailable("down", Duration.ofSeconds(57), null);
        var silent = new CloudPartnerPortalUnavailable("down", null, null);

        assertThat(problems.of(patient, Locale.ENGLISH).status()).isEqualTo(503);
        assertThat(problems.of(patient, Locale.ENGLISH).detail()).contains("Cloud Partner Portal");
        assertThat(problems.retryAfterSeconds(patient)).isEqualTo(57);
        assertThat(problems.retryAfterSeconds(silent)).isEqualTo(5);
    }
}
