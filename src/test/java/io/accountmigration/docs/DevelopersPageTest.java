package io.accountmigration.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The recipes for developers name files, classes and methods that exist. */
class DevelopersPageTest {

    private static final Path PAGE = Path.of("src/site/markdown/developing.md");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    /** A class, with its package below ours if several have the name, and perhaps a method, constant or inner class. */
    private static final Pattern CLASS = Pattern.compile("@?(?:[a-z]+\\.)*([A-Z]\\w*[a-z]\\w*)(?:\\.(\\w+))?");

    /** A file or folder; {@code *} and {@code <n>} stand for any text. */
    private static final Pattern FILE = Pattern.compile("[\\w<>*.-]+(?:/[\\w<>*.-]+)+|[\\w-]+\\.(?:yml|yaml|xml|md)");

    /** Where a path may begin. */
    private static final List<String> ROOTS = List.of(
            "",
            "src/main/resources/",
            "src/main/java/io/accountmigration/",
            "src/test/java/io/accountmigration/",
            "src/test/resources/",
            "src/site/markdown/");

    /** Names that a developer chooses, and those of libraries. */
    private static final List<String> NOT_OURS =
            List.of("Record.field", "JavaMigration", "ConfigurationProperties", "Flakes", "Scheduled", "SchedulerLock");

    private static final String MADE_BY_THE_BUILD = "target/";

    @Test
    void everyClassOfTheRecipesExistsWithTheMemberThatIsNamed() throws IOException {
        var sources = sources();

        assertThat(named(CLASS)).hasSizeGreaterThan(40).allSatisfy(name -> {
            var parts = CLASS.matcher(name);
            assertThat(parts.matches()).isTrue();
            assertThat(sources.keySet()).contains(parts.group(1));
            if (parts.group(2) != null) {
                var member = Pattern.compile("\\b" + parts.group(2) + "\\b");
                assertThat(sources.get(parts.group(1)).stream()
                                .anyMatch(source -> member.matcher(source).find()))
                        .as(name)
                        .isTrue();
            }
        });
    }

    @Test
    void everyFileOfTheRecipesExists() throws IOException {
        var files = Files.walk(Path.of(""))
                .filter(file -> !file.startsWith("target") && !file.startsWith(".git"))
                .map(file -> file.toString().replace('\\', '/'))
                .toList();

        assertThat(named(FILE)).hasSizeGreaterThan(20).allSatisfy(name -> assertThat(ROOTS.stream()
                        .flatMap(root -> Stream.of(root + name, root + name + ".java"))
                        .map(path -> path.replaceAll("<\\w+>", "*"))
                        .map(path -> FileSystems.getDefault().getPathMatcher("glob:" + path)))
                .as(name)
                .anyMatch(matcher -> files.stream().map(Path::of).anyMatch(matcher::matches)));
    }

    private static List<String> named(Pattern kind) throws IOException {
        return CODE.matcher(Files.readString(PAGE))
                .results()
                .map((MatchResult code) -> code.group(1))
                .filter(code -> kind.matcher(code).matches())
                .filter(code -> !NOT_OURS.contains(code.replace("@", "")))
                .filter(code -> !code.startsWith(MADE_BY_THE_BUILD))
                .distinct()
                .toList();
    }

    /** The sources of classes by their name, which several packages may have. */
    private static Map<String, List<String>> sources() throws IOException {
        try (var files = Stream.concat(Files.walk(Path.of("src/main/java")), Files.walk(Path.of("src/test/java")))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .collect(Collectors.groupingBy(
                            file -> file.getFileName().toString().replace(".java", ""),
                            Collectors.mapping(DevelopersPageTest::read, Collectors.toList())));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
