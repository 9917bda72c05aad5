package io.accountmigration.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.accountmigration.AccountMigrationApplication;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** The program as a process of its own, which can be killed. What it says goes to a file below {@code target/crash}. */
public final class JavaProgram implements AutoCloseable {

    private static final Path LOGS = Path.of("target", "crash");
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /** What docker-compose.yml starts the program with, in less memory. */
    private static final List<String> AS_SHIPPED = List.of(java(), "-XX:+UseParallelGC", "-Xmx768m");

    private static final Pattern USED_BY_A_GENERATION = Pattern.compile("total \\d+K, used (\\d+)K");
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
        return start(name, command(), health, environment);
    }

    /** Starts another main class, which may be one of the tests', on a machine that compiles as it does by itself. */
    public static JavaProgram startMain(
            String name, Class<?> main, List<String> arguments, String health, Map<String, String> environment) {
        var command = new ArrayList<>(AS_SHIPPED);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        return start(name, command, health, environment);
    }

    /** Starts a program that is packed, on a machine like that of {@link #startMain}. */
    public static JavaProgram startJar(String name, Path jar, List<String> arguments, String health) {
        var command = new ArrayList<>(AS_SHIPPED);
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(arguments);
        return start(name, command, health, Map.of());
    }

    /** A port that nobody listens at yet. */
    public static int freePort() {
        return Database.freePort();
    }

    private static JavaProgram start(
            String name, List<String> command, String health, Map<String, String> environment) {
        try {
            Files.createDirectories(LOGS);
            var log = LOGS.resolve(name + ".log").toFile();
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
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
                java(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx768m",
                "-cp",
                classPath,
                AccountMigrationApplication.class.getName());
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    public JavaProgram awaitReady() {
        Awaitility.await(name + " is ready")
                .dontCatchUncaughtExceptions()
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

    /** The processor time that it used so far, in milliseconds. */
    public long cpuMillis() {
        return process.info().totalCpuDuration().orElseThrow().toMillis();
    }

    /** The memory that the operating system has given it, in bytes. */
    public long residentBytes() {
        try {
            return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
                            .filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .sum()
                    * 1024;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What lives in its memory once everything else is cleared away, in bytes. */
    public long heapInUse() {
        ask("GC.run");
        var heap = ask("GC.heap_info");
        var generations = USED_BY_A_GENERATION
                .matcher(heap)
                .results()
                .map(used -> Long.parseLong(used.group(1)))
                .toList();
        assertThat(generations).as("the heap's figures in %s", heap).isNotEmpty();
        return generations.stream().mapToLong(Long::longValue).sum() * 1024;
    }

    private String ask(String command) {
        try {
            var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
            var asking = new ProcessBuilder(jcmd, String.valueOf(process.pid()), command).start();
            return new String(asking.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL: it does not get to say anything any more. */
    void kill() {
        process.destroyForcibly();
        await(PATIENCE);
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
        await(PATIENCE);
    }
}
