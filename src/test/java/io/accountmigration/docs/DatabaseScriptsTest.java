package io.accountmigration.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two changes of the database that were made at the same time must not have the same number. */
class DatabaseScriptsTest {

    private static final Path SCRIPTS = Path.of("src/main/resources/db/migration");
    private static final Path STEPS = Path.of("src/main/java");
    private static final Pattern NUMBER = Pattern.compile("V(\\d+)\\D.*");

    @Test
    void everyScriptAndEveryStepHasANumberOfItsOwn() throws IOException {
        try (var scripts = Files.list(SCRIPTS);
                var steps = Files.walk(STEPS)) {
            var numbers = Stream.concat(scripts, steps)
                    .map(file -> NUMBER.matcher(file.getFileName().toString()))
                    .filter(name -> name.matches())
                    .map(name -> name.group(1))
                    .toList();

            assertThat(numbers).hasSizeGreaterThan(10).doesNotHaveDuplicates();
        }
    }
}
