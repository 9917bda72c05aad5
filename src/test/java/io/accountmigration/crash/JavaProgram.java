package io.accountmigration.crash;

import io.accountmigration.AccountMigrationApplication;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** The program as a process of its own, which can be killed. What it says goes to a file below {@code target/crash}. */
final class JavaProgram implements AutoCloseable {

    private static final Path LOGS = Path.of("target", "crash");
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String name;
    private final String health;
    private final Process process;

    private JavaProgram(String name, String health, Process process) {
        this.name = name;
        this.health = health;
        this.process = process;
    }

    /** Starts it with this environment and nothing else; {@code health} is where it says that it is ready. */
    static JavaProgram start(String name, String health, Map<String, String> environment) {
        try {
            Files.createDirectories(LOGS);
            var log = LOGS.resolve(name + ".log").toFile();
            var builder = new ProcessBuilder(command()).redirectErrorStream(true);
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log));
            builder.environment().keySet().retainAll(List.of("PATH", "HOME", "JAVA_HOME", "TMPDIR"));
            builder.environment().putAll(environment);
            return new JavaProgram(name, health, builder.start());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The classes of this build without its tests. */
    private static List<String> command() {
        var classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx768m",
                "-cp",
                classPath,
                AccountMigrationApplication.class.getName());
    }

    JavaProgram awaitReady() {
        Awaitility.await(name + " is ready")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(250))
                .until(this::isReady);
        return this;
    }

    private boolean isReady() throws InterruptedException {
        if (!process.isAlive()) {
            throw new IllegalStateException(name + " ended with " + process.exitValue() + "; see " + LOGS);
        }
        try {
            var request = HttpRequest.newBuilder(URI.create(health))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL: it does not get to say anything any more. */
    void kill() {
        process.destroyForcibly();
        await(Duration.ofSeconds(30));
    }

    /** SIGTERM, as every orchestrator does; answers how long it took to go. */
    Duration end(Duration patience) {
        var begin = System.nanoTime();
        process.destroy();
        await(patience);
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private void await(Duration patience) {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError(name + " is still there after " + patience);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        await(Duration.ofSeconds(30));
    }
}
