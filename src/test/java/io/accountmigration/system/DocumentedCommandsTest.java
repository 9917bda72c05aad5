package io.accountmigration.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.accountmigration.docs.Commands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every call that README and documentation show is answered as it stands there; builds and starts are tested apart. */
class DocumentedCommandsTest extends WholeProgramTest {

    private static final Path HERE = Path.of("").toAbsolutePath();
    private static final String ADDRESS = "http://localhost:8080";

    /** What the commands began is for nobody else to find. */
    @AfterEach
    void giveUpWhatWasBegun() {
        if (cases().instances("contoso") > 0) {
            sandbox().removeFaults();
            as("operator").post("/api/migrations/contoso/cancel", Map.of()).succeeded();
            Cases.patiently("contoso is given up").until(() -> cases().instances("contoso") == 0);
        }
    }

    /** Some commands name what the ones before them have made. */
    @TestFactory
    Stream<DynamicTest> everyCallIsAnswered() throws IOException {
        return files().stream()
                .flatMap(DocumentedCommandsTest::calls)
                .map(call -> DynamicTest.dynamicTest(call.lines().findFirst().orElseThrow(), () -> answers(call)));
    }

    @Test
    void theHashInTheDocumentationIsTheOneOnThePage() throws Exception {
        var command = Commands.in(Path.of("src/site/markdown/user-sync.md")).stream()
                .filter(it -> it.contains("sha256sum"))
                .findFirst()
                .orElseThrow();

        assertThat(Commands.run(command, HERE).output()).matches("[0-9a-f]{64} +-\n");
    }

    private void answers(String call) throws Exception {
        var here = program().address();
        Cases.patiently(call).untilAsserted(() -> {
            var ending = Commands.run(call.replace(ADDRESS, here), HERE);
            assertThat(ending.code()).as(ending.output()).isZero();
            assertThat(ending.output()).isNotBlank();
        });
    }

    private static List<Path> files() throws IOException {
        try (var docs = Files.list(Path.of("src/site/markdown"))) {
            var files = docs.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .collect(Collectors.toList());
            files.add(0, Path.of("README.md"));
            return files;
        }
    }

    private static Stream<String> calls(Path file) {
        try {
            return Commands.in(file).stream().filter(command -> command.contains("curl "));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
