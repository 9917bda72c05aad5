package io.accountmigration.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.accountmigration.AccountMigrationApplication;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The messages of a program that does not start; each time a process of its own. */
@Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StartingTest {

    /** How a start ended. */
    private record Ending(int code, String output) {}

    @Test
    void helpSaysWhatCanBeSetAndNothingIsStarted() throws Exception {
        var ending = start("--help");

        assertThat(ending.code()).isZero();
        assertThat(ending.output())
                .startsWith("Moves publisher accounts")
                .contains("--server.port", "  migration.deadline = P60D\n", "  user-sync.overlap = PT90M\n");
    }

    @Test
    void aDatabaseFileInUseIsNamed(@TempDir Path directory) throws Exception {
        var url = "jdbc:h2:file:" + directory.resolve("data");
        try (var other = DriverManager.getConnection(url)) {
            assertThat(other.isValid(1)).isTrue();
            var ending = start("--spring.datasource.url=" + url);

            requireExplained(ending, "in use by another program", "name another file");
        }
    }

    @Test
    void aDatabaseThatIsNotThereIsNamed() throws Exception {
        requireExplained(
                start(
                        "--spring.datasource.url=jdbc:postgresql://127.0.0.1:" + freePort() + "/nowhere",
                        "--sandbox.allow-shared=true"),
                "The database cannot be reached",
                "Start the database");
    }

    @Test
    void aPortInUseIsNamed() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            requireExplained(
                    start("--server.port=" + taken.getLocalPort()),
                    "Port " + taken.getLocalPort() + " was already in use",
                    "listen on another port");
        }
    }

    private static void requireExplained(Ending ending, String... sentences) {
        assertThat(ending.code()).isOne();
        assertThat(ending.output()).contains("APPLICATION FAILED TO START").contains(sentences);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static Ending start(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                AccountMigrationApplication.class.getName()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ending(process.waitFor(), output);
    }
}
