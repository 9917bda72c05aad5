package io.accountmigration.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs the original tools where they are installed: {@code npm ci --prefix src/test/npm}. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BpmnlintTest {

    private static final Path NPM = Path.of("src/test/npm");

    @BeforeEach
    void needTheTools() {
        var installed = Files.isDirectory(NPM.resolve("node_modules/bpmnlint"));
        if ("true".equals(System.getenv("CI"))) {
            assertThat(installed).as("bpmnlint is installed in " + NPM).isTrue();
        }
        assumeTrue(installed, "left out: bpmnlint is not installed, see " + NPM.resolve("package.json"));
    }

    @Test
    void everyModelPassesTheOriginalRules() throws IOException, InterruptedException {
        npm("run", "lint");
    }

    @Test
    void everyFormShowsAndAsksWhatItShould() throws IOException, InterruptedException {
        npm("test");
    }

    private static void npm(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("npm"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .directory(NPM.toFile())
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }
}
