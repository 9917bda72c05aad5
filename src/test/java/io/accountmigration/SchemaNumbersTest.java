package io.accountmigration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The steps of the schema, as scripts and as classes, are numbered together. Flyway would only notice at the start. */
class SchemaNumbersTest {

    private static final Pattern STEP = Pattern.compile("V(\\d+)(?:__\\w+\\.sql|(?:__)?[A-Z]\\w+\\.java)");

    @Test
    void everyStepOfTheSchemaHasANumberOfItsOwn() throws IOException {
        var numbers = Stream.concat(
                        numbersIn(Path.of("src/main/resources/db/migration")).stream(),
                        numbersIn(Path.of("src/main/java")).stream())
                .toList();

        assertThat(numbers).hasSizeGreaterThan(15).doesNotHaveDuplicates();
    }

    private static List<Integer> numbersIn(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.map(file -> STEP.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(step -> Integer.valueOf(step.group(1)))
                    .toList();
        }
    }
}
