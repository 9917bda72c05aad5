package io.accountmigration.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All texts that people read exist in English and in Dutch: of mails, findings, problems, pages and tasks. */
class TextBundlesTest {

    private static final Path TEXTS = Path.of("src", "main", "resources", "texts");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)");

    /** One file holds names for each kind of problem, no texts; tasks take their English from the forms. */
    private static final Set<String> NO_TEXTS = Set.of("problem-types", "tasks");

    static Stream<String> bundles() throws IOException {
        try (var files = Files.list(TEXTS)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".properties") && !name.contains("_"))
                    .map(name -> name.replace(".properties", ""))
                    .filter(name -> !NO_TEXTS.contains(name))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyTextExistsInBothLanguagesWithTheSameArguments(String bundle) throws IOException {
        var english = read(bundle + ".properties");
        var dutch = read(bundle + "_nl.properties");

        assertThat(english.stringPropertyNames()).isNotEmpty();
        assertThat(dutch.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
        assertThat(english.stringPropertyNames()).allSatisfy(key -> {
            assertThat(dutch.getProperty(key)).as(key).isNotBlank();
            assertThat(argumentsOf(dutch.getProperty(key))).as(key).isEqualTo(argumentsOf(english.getProperty(key)));
        });
    }

    /** It quotes in a text with arguments, and is shown as it is in one without: no text can tell which it will be. */
    @ParameterizedTest
    @MethodSource("bundles")
    void noTextHasAStraightApostrophe(String bundle) throws IOException {
        for (var language : List.of("", "_nl")) {
            assertThat(read(bundle + language + ".properties").entrySet())
                    .allSatisfy(text -> assertThat(text.getValue().toString())
                            .as(text.getKey().toString())
                            .doesNotContain("'"));
        }
    }

    private static Set<String> argumentsOf(String text) {
        return ARGUMENT.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static Properties read(String file) throws IOException {
        var texts = new Properties();
        try (var reader = Files.newBufferedReader(TEXTS.resolve(file))) {
            texts.load(reader);
        }
        return texts;
    }
}
