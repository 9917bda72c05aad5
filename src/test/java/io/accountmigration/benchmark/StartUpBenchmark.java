package io.accountmigration.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.accountmigration.crash.JavaProgram;
import io.accountmigration.system.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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
        var bareStarter = PackagedProgram.bareStarter();
        var program = PackagedProgram.thisOne();
        noteSize("program", program);
        noteSize("bareStarter", bareStarter);
        measureProgram(program);
        measureBareStarter(bareStarter);
        System.out.println("Start-up: " + figures);
        var file = Files.createDirectories(Path.of("target", "benchmarks")).resolve("start-up.json");
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), figures);
        assertThat(figures).hasSize(8);
    }

    private void measureProgram(Path jar) throws Exception {
        try (var standIns = new StandIns().awaitReady()) {
            var settings = new ArrayList<>(standIns.arguments());
            settings.add("--sandbox.allow-shared=true");
            try (var database = BenchmarkDatabase.start()) {
                start("program", jar, database, settings, "/actuator/health/readiness")
                        .close();
            }
            try (var program = new MigratingProgram("program", standIns, List.of()).awaitReady()) {
                program.migrate(program.accounts(CASES), 16);
                noteMemory("program", program.process());
            }
        }
    }

    private void measureBareStarter(Path jar) {
        try (var database = BenchmarkDatabase.start();
                var bare = start("bareStarter", jar, database, List.of(), "/engine-rest/engine")) {
            runInstances(new Program(bare.address()));
            noteMemory("bareStarter", bare.process());
        }
    }

    /** Starts a program on an empty database, and notes how long it takes until it answers. */
    private Answering start(
            String whose, Path jar, BenchmarkDatabase database, List<String> settings, String question) {
        var port = JavaProgram.freePort();
        var arguments = new ArrayList<>(List.of(
                "--server.port=" + port,
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + BenchmarkDatabase.USER));
        arguments.addAll(settings);
        var address = "http://127.0.0.1:" + port;
        var begin = System.nanoTime();
        var process = JavaProgram.startJar(whose, jar, arguments, address + question);
        process.awaitReady();
        note(whose, "secondsUntilAnswer", (System.nanoTime() - begin) / 1e9);
        return new Answering(address, process);
    }

    private record Answering(String address, JavaProgram process) implements AutoCloseable {

        @Override
        public void close() {
            process.close();
        }
    }

    private void runInstances(Program bare) {
        var anybody = bare.as("anybody");
        for (var number = 0; number < CASES; number++) {
            anybody.post("/engine-rest/process-definition/key/bare/start", Map.of())
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

    private void noteSize(String whose, Path jar) throws IOException {
        note(whose, "jarMegabytes", Files.size(jar) / 1e6);
    }

    private void noteMemory(String whose, JavaProgram process) {
        note(whose, "heapMegabytesInUse", process.heapInUse() / 1e6);
        note(whose, "residentMegabytes", process.residentBytes() / 1e6);
    }

    private void note(String whose, String what, double figure) {
        figures.put(whose + "." + what, Math.round(figure * 10) / 10.0);
    }
}
