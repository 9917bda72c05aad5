package io.accountmigration.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.accountmigration.docs.Commands;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The builds and starts of the README, in a copy of what is under version control, as somebody new runs them. */
@Tag("full")
@Timeout(value = 15, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class GettingStartedTest {

    private static final Set<String> MADE_HERE = Set.of("target", "node_modules", ".git");
    private static final Pattern READY = Pattern.compile("The sandbox is ready\\. Open (http://localhost:\\d+)/");

    @TempDir
    static Path copy;

    @BeforeAll
    static void copyTheSources() throws IOException {
        var root = Path.of("").toAbsolutePath();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                if (MADE_HERE.contains(String.valueOf(directory.getFileName()))) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(copy.resolve(root.relativize(directory)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, copy.resolve(root.relativize(file)));
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Test
    void aNewcomerIsAtAMovedAccountWithinTenMinutes() throws Exception {
        var begin = Instant.now();
        require("mvn spring-boot:run");
        var run = new ProcessBuilder("bash", "-c", "mvn spring-boot:run")
                .directory(copy.toFile())
                .redirectErrorStream(true);
        run.environment().put("SERVER_PORT", "0");
        var program = run.start();
        try (var output = program.inputReader()) {
            var sandbox = new Program(addressIn(output));
            var account = new Sandbox(sandbox.as("admin")).create(NewPublishers.of(Kind.CONTOSO));
            assertThat(new Journey(sandbox, account).walk()).isEqualTo("MIGRATED");
            var taken = Duration.between(begin, Instant.now());
            System.out.println("From sources to a moved account: " + taken.toSeconds() + " s");
            assertThat(taken).isLessThan(Duration.ofMinutes(10));
        } finally {
            program.descendants().forEach(ProcessHandle::destroy);
            program.destroy();
        }
    }

    @Test
    void theJarIsBuiltAndSaysWhatItMissesForReal() throws Exception {
        var build = Commands.in(Path.of("README.md")).stream()
                .filter(command -> command.contains("package"))
                .findFirst()
                .orElseThrow();
        var ending = Commands.run(build, copy);

        assertThat(ending.output()).contains("BUILD SUCCESS", "APPLICATION FAILED TO START", "SPRING_DATASOURCE_URL");
        assertThat(ending.code()).isOne();
    }

    private static void require(String command) throws IOException {
        assertThat(Commands.in(Path.of("README.md"))).contains(command + "\n");
    }

    private static String addressIn(BufferedReader output) throws IOException {
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            var ready = READY.matcher(line);
            if (ready.find()) {
                return ready.group(1);
            }
        }
        throw new AssertionError("the program did not come up");
    }
}
