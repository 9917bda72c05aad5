package io.accountmigration.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.accountmigration.crash.JavaProgram;
import io.accountmigration.system.Account;
import io.accountmigration.system.Cases;
import io.accountmigration.system.Kind;
import io.accountmigration.system.NewPublishers;
import io.accountmigration.system.NewPublishers.NewPublisher;
import io.accountmigration.system.OpenCases;
import io.accountmigration.system.Program;
import io.accountmigration.system.Sandbox;
import io.accountmigration.system.Task;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.springframework.web.util.UriUtils;

/** The running program on a database of its own; owners sign in at its sandbox, start their cases and do their task. */
final class MigratingProgram implements Contender {

    static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Schedules would add to the figures by the second, not by the case. */
    private static final List<String> EVERYWHERE = List.of(
            "--sandbox.allow-shared=true",
            "--user-sync.poll-interval=P1D",
            "--user-sync.wake-interval=P1D",
            "--user-sync.adoption-interval=P1D",
            "--spring.datasource.username=" + BenchmarkDatabase.USER);

    private final String name;
    private final StandIns standIns;
    private final BenchmarkDatabase database = BenchmarkDatabase.start();
    private final CaseWatch watch = new CaseWatch(database.look());
    private final URI figures;
    private final JavaProgram process;
    private final Program program;

    /** Starts it with these arguments beside the shipped settings. */
    MigratingProgram(String name, StandIns standIns, List<String> settings) {
        this.name = name;
        this.standIns = standIns;
        var port = JavaProgram.freePort();
        var figuresPort = JavaProgram.freePort();
        figures = URI.create("http://127.0.0.1:" + figuresPort);
        var arguments = new ArrayList<>(List.of(
                String.valueOf(figuresPort), "--server.port=" + port, "--spring.datasource.url=" + database.url()));
        arguments.addAll(EVERYWHERE);
        arguments.addAll(standIns.arguments());
        arguments.addAll(settings);
        program = new Program("http://127.0.0.1:" + port);
        process = JavaProgram.startMain(
                name,
                CountedProgram.class,
                arguments,
                "http://127.0.0.1:" + port + "/actuator/health/readiness",
                Map.of());
    }

    MigratingProgram awaitReady() {
        process.awaitReady();
        return this;
    }

    JavaProgram process() {
        return process;
    }

    /** Lets so many cases wait for their owners. */
    void leaveOpen(int cases) {
        var account = accounts(1).get(0);
        start(account);
        new Cases(program).awaitTask(account.owner(), account, Task.PROVIDE_WORK_EMAIL);
        new OpenCases(database.look(), account.publisherId()).fillUpTo(cases);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Account> accounts(int count) {
        return Stream.generate(() -> NewPublishers.of(Kind.CONTOSO))
                .limit(count)
                .map(this::create)
                .toList();
    }

    /** In the outside world, and here as somebody who can sign in. */
    private Account create(NewPublisher publisher) {
        new Sandbox(program.as("admin")).create(publisher);
        return standIns.create(publisher);
    }

    @Override
    public List<Long> migrate(List<Account> accounts, int atOnce) throws Exception {
        var owners = Executors.newFixedThreadPool(atOnce);
        try {
            var walks = accounts.stream()
                    .map(account -> (Callable<Long>) () -> walk(account))
                    .toList();
            var durations = new ArrayList<Long>();
            for (var walk : owners.invokeAll(walks)) {
                durations.add(walk.get());
            }
            awaitRest();
            return durations;
        } finally {
            owners.shutdownNow();
        }
    }

    private long walk(Account account) {
        var begin = System.nanoTime();
        start(account);
        complete(account, awaitTask(account));
        watch.awaitMigrated(account);
        return Duration.ofNanos(System.nanoTime() - begin).toMillis();
    }

    private void start(Account account) {
        var variables = Map.of("requestedBy", Map.of("value", account.owner(), "type", "String"));
        Awaitility.await("the start is not put off")
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .until(
                        () -> program.as(account.owner())
                                .post(
                                        "/engine-rest/process-definition/key/account-migration/start",
                                        Map.of("businessKey", account.publisherId(), "variables", variables)),
                        reply -> reply.status() != 503)
                .succeeded();
    }

    String awaitTask(Account account) {
        return watch.awaitTask(account);
    }

    void complete(Account account, String taskId) {
        var variables = Map.of("workEmail", Map.of("value", account.workEmail(), "type", "String"));
        program.as(account.owner())
                .post("/engine-rest/task/" + taskId + "/complete", Map.of("variables", variables))
                .succeeded();
    }

    /** The calls to each outside system so far. */
    /** How many calls it has made, by system and operation. */
    Map<String, Map<String, Long>> outsideCalls() {
        var calls = new TreeMap<String, Map<String, Long>>();
        for (var system : List.of("cpp", "partner-center", "directory")) {
            var ofSystem = new TreeMap<String, Long>();
            for (var tag : calls("system:" + system).path("availableTags")) {
                if (tag.path("tag").asText().equals("operation")) {
                    tag.path("values")
                            .forEach(operation -> ofSystem.put(operation.asText(), countOf(operation.asText())));
                }
            }
            calls.put(system, ofSystem);
        }
        return calls;
    }

    private long countOf(String operation) {
        return calls("operation:" + operation)
                .path("measurements")
                .path(0)
                .path("value")
                .asLong();
    }

    private JsonNode calls(String tag) {
        return program.as("admin")
                .get("/actuator/metrics/outside.calls?tag=" + UriUtils.encode(tag, StandardCharsets.UTF_8))
                .succeeded()
                .json();
    }

    /** What completing a task takes in the thread of the request. */
    Counts ofACompletion() {
        var account = accounts(1).get(0);
        start(account);
        var task = awaitTask(account);
        awaitRest();
        var before = counts();
        complete(account, task);
        return counts().since(before);
    }

    /** The first comparison of the users follows the migration, and is part of what it costs. */
    private void awaitRest() {
        Awaitility.await("everything is done")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> database.look()
                                .queryForObject(
                                        "select count(*) from act_ru_job where retries_ > 0 and type_ = 'message'"
                                                + " and (duedate_ is null or duedate_ < now() at time zone 'utc')",
                                        Long.class)
                        == 0);
    }

    @Override
    public Counts counts() {
        try {
            return new ObjectMapper().readValue(figures.toURL(), Counts.class);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public long cpuMillis() {
        return process.cpuMillis();
    }

    @Override
    public BenchmarkDatabase database() {
        return database;
    }

    @Override
    public void close() {
        watch.close();
        process.close();
        database.close();
    }
}
