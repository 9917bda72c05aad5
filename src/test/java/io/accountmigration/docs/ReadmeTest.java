package io.accountmigration.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What README and documentation lead to is there: files, pictures, and what their commands name. */
class ReadmeTest {

    private static final String THIS_BUILD = "mvn verify\n";

    /** Which test runs the commands in which this stands. */
    private static final Map<String, String> RUN_BY = Map.of(
            "curl ", "DocumentedCommandsTest",
            "mvn spring-boot:run", "GettingStartedTest",
            "mvn -DskipTests package", "GettingStartedTest");

    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#)([^)#\\s]+)");
    private static final Pattern PROFILE = Pattern.compile("mvn [^`\n]*-P(\\w+)");
    private static final Pattern TEST = Pattern.compile("-Dtest='?([\\w$,]+)");
    private static final Pattern VERSION =
            Pattern.compile("<artifactId>account-migration</artifactId>\\s*<version>([^<]+)</version>");
    private static final Pattern JAR = Pattern.compile("account-migration-(\\d\\S*)\\.jar");
    private static final Pattern RELEASE = Pattern.compile("(?m)^## (\\d\\S*)$");
    private static final Pattern PREFIX = Pattern.compile("--prefix (\\S+)");

    @TestFactory
    Stream<DynamicTest> everyLinkLeadsSomewhere() throws IOException {
        return eachFile((file, text) -> assertThat(found(LINK, text))
                .allSatisfy(link -> assertThat(file.resolveSibling(link)).exists()));
    }

    @Test
    void whatNamesTheVersionNamesThatOfTheBuild() {
        var version = found(VERSION, read(Path.of("pom.xml"))).get(0);

        assertThat(found(JAR, read(Path.of("README.md")))).isNotEmpty().containsOnly(version);
        assertThat(found(RELEASE, read(Path.of("src/site/markdown/changelog.md"))))
                .first()
                .isEqualTo(version);
    }

    @Test
    void everyCommandOfTheReadmeIsRunByATest() throws IOException {
        assertThat(testClasses()).containsAll(RUN_BY.values());
        assertThat(Commands.in(Path.of("README.md")))
                .filteredOn(command -> !command.equals(THIS_BUILD))
                .isNotEmpty()
                .allSatisfy(command -> assertThat(RUN_BY.keySet()).anyMatch(command::contains));
    }

    @TestFactory
    Stream<DynamicTest> everyCommandNamesWhatThereIs() throws IOException {
        var pom = Files.readString(Path.of("pom.xml"));
        var tests = testClasses();
        return eachFile((file, text) -> {
            assertThat(found(PROFILE, text))
                    .allSatisfy(profile -> assertThat(pom).contains("<id>" + profile + "</id>"));
            assertThat(found(TEST, text).stream().flatMap(names -> Stream.of(names.split(","))))
                    .isSubsetOf(tests);
            assertThat(found(PREFIX, text)).allSatisfy(folder -> assertThat(Path.of(folder, "package.json"))
                    .exists());
        });
    }

    private interface Check {
        void of(Path file, String text);
    }

    private static Stream<DynamicTest> eachFile(Check check) throws IOException {
        try (var docs = Files.walk(Path.of("src/site/markdown"))) {
            var files = Stream.concat(
                            Stream.of(Path.of("README.md")),
                            docs.filter(file -> file.toString().endsWith(".md")).sorted())
                    .toList();
            return files.stream()
                    .map(file -> DynamicTest.dynamicTest(file.toString(), () -> check.of(file, read(file))));
        }
    }

    private static List<String> testClasses() throws IOException {
        try (var sources = Files.walk(Path.of("src/test/java"))) {
            return sources.map(source -> source.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.replace(".java", ""))
                    .collect(Collectors.toList());
        }
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
