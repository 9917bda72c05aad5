package io.accountmigration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every library that the build resolves for the running program has a verdict, and is no older than it asks for. */
class AdvisoriesTest {

    private static final Path PAGE = Path.of("src/site/markdown/advisories.md");

    /** Written by the build before the tests run. */
    private static final Path LIBRARIES = Path.of("target/libraries.txt");

    private static final Pattern LIBRARY =
            Pattern.compile("(?m)^ +([^:\\s]+):([^:\\s]+):jar:(?:[^:\\s]+:)?([^:\\s]+):(?:compile|runtime)\\b");

    private static final Pattern VERDICT = Pattern.compile(
            "(?m)^\\| `([^`]+)` \\| (\\S+) \\| (\\S+) \\| (none known|fixed|not reachable|shielded|open) \\|(.*)\\|$");

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `.*$");
    private static final Pattern SHIELDED = Pattern.compile("(?m)^\\| (CVE-\\S+) \\|.*\\| `[\\w/]+Test` \\|$");
    private static final Pattern ADVISORY = Pattern.compile("(?:CVE|AIKIDO)-\\d{4}-\\d+");

    record Library(String name, Version version) {}

    record Verdict(String libraries, Version atLeast, LocalDate lookedAt, String verdict, String reasons) {

        boolean isOf(Library library) {
            return library.name().matches(Pattern.quote(libraries).replace("*", "\\E.*\\Q"));
        }
    }

    @Test
    void everyLibraryHasAVerdict() throws IOException {
        var verdicts = verdicts();

        assertThat(libraries()).hasSizeGreaterThan(150);
        assertThat(libraries())
                .filteredOn(library -> verdicts.stream().noneMatch(verdict -> verdict.isOf(library)))
                .isEmpty();
    }

    @Test
    void noLibraryIsOlderThanItsVerdictAsksFor() throws IOException {
        var verdicts = verdicts();

        assertThat(libraries())
                .filteredOn(library -> verdicts.stream()
                        .filter(verdict -> verdict.isOf(library))
                        .findFirst()
                        .filter(verdict -> library.version().compareTo(verdict.atLeast()) < 0)
                        .isPresent())
                .isEmpty();
    }

    @Test
    void everyVerdictIsOnALibraryThatIsThere() throws IOException {
        var libraries = libraries();

        assertThat(verdicts())
                .filteredOn(verdict -> libraries.stream().noneMatch(verdict::isOf))
                .isEmpty();
    }

    @Test
    void everyRowCanBeRead() throws IOException {
        assertThat(verdicts()).hasSize((int) ROW.matcher(page()).results().count());
    }

    @Test
    void everyVerdictButNoneKnownNamesWhatItIsAbout() throws IOException {
        assertThat(verdicts())
                .filteredOn(verdict -> verdict.verdict().matches("shielded|open"))
                .isNotEmpty()
                .allSatisfy(verdict -> assertThat(verdict.reasons()).containsPattern(ADVISORY));
        assertThat(verdicts())
                .filteredOn(verdict -> verdict.verdict().matches("fixed|not reachable"))
                .allSatisfy(verdict -> assertThat(verdict.reasons()).isNotBlank());
    }

    @Test
    void everyShieldIsOfAVerdict() throws IOException {
        var reasons = verdicts().stream().map(Verdict::reasons).toList();

        assertThat(SHIELDED.matcher(page()).results().map(row -> row.group(1)))
                .isNotEmpty()
                .allSatisfy(advisory -> assertThat(reasons).anyMatch(reason -> reason.contains(advisory)));
    }

    private static List<Library> libraries() throws IOException {
        return LIBRARY.matcher(Files.readString(LIBRARIES))
                .results()
                .map(line -> new Library(line.group(1) + ":" + line.group(2), Version.parse(line.group(3))))
                .toList();
    }

    private static List<Verdict> verdicts() throws IOException {
        return VERDICT.matcher(page())
                .results()
                .map(row -> new Verdict(
                        row.group(1),
                        Version.parse(row.group(2)),
                        LocalDate.parse(row.group(3)),
                        row.group(4),
                        row.group(5)))
                .toList();
    }

    private static String page() throws IOException {
        return Files.readString(PAGE);
    }
}
