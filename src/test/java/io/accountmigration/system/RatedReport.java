package io.accountmigration.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A readiness report on all publishers, while each outside system takes 450 calls in five minutes and refuses every one
 * beyond. Whenever the report waits, the clock is put forward to the end of its wait.
 */
public final class RatedReport {

    private static final Logger LOG = LoggerFactory.getLogger(RatedReport.class);

    private static final List<String> SYSTEMS = List.of("cpp", "partner-center", "directory");
    private static final String THROTTLED = "throttled";
    private static final int CALLS = 450;
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final Duration SHORT_WAIT = Duration.ofSeconds(2);
    private static final DateTimeFormatter ENGINE_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSZ");

    private final Map<String, Double> made = new HashMap<>();
    private final Map<String, Double> before = new HashMap<>();
    private Program program;
    private String path;
    private Duration ahead = Duration.ZERO;

    private RatedReport() {}

    /** Begins the report in a program that keeps to these rates. */
    public static RatedReport begin(Program program) {
        var report = new RatedReport();
        report.enter(program);
        report.path = "/api/readiness-reports/"
                + program.as("operator")
                        .post("/api/readiness-reports", Map.of())
                        .succeeded()
                        .json()
                        .path("id")
                        .asText();
        return report;
    }

    private void enter(Program entered) {
        program = entered;
        SYSTEMS.forEach(system -> program.as("admin")
                .put("/sandbox/limits", Map.of("system", system, "calls", CALLS, "perSeconds", WINDOW.toSeconds()))
                .succeeded());
        before.clear();
        before.putAll(calls());
    }

    /** Goes on until it is so far; answers how far that is. */
    public JsonNode goOnUntil(Duration patience, Predicate<JsonNode> far) {
        Cases.patiently("the report continues").atMost(patience).until(() -> {
            putTheClockForward();
            return far.test(state());
        });
        return state();
    }

    public JsonNode goOnToTheEnd(Duration patience) {
        return goOnUntil(patience, state -> state.path("state").asText().equals("COMPLETED"));
    }

    /** The program is about to be stopped: what it knows of its calls goes with it. Answers how far its clock is ahead. */
    public Duration leave() {
        calls().forEach((name, count) -> made.merge(name, count - before.getOrDefault(name, 0.0), Double::sum));
        return ahead;
    }

    /** Another program continues with the same database. */
    public void goOnIn(Program other) {
        enter(other);
    }

    /** At least 95 % of the calls of the busiest system that whole windows allow were made, and not one above the rate. */
    public void requireRatesKept() {
        leave();
        var ended = state();
        var took = Duration.between(time(ended, "requestedAt"), time(ended, "endedAt"));
        var allowed = CALLS * Math.max(1, took.toSeconds() / WINDOW.toSeconds());
        LOG.info(
                "{} accounts in {}: {} allowed in whole windows, made {}", ended.path("accounts"), took, allowed, made);
        assertThat(made.getOrDefault(THROTTLED, 0.0)).as("calls above the rate").isZero();
        var most = SYSTEMS.stream()
                .mapToDouble(system -> made.getOrDefault(system, 0.0))
                .max()
                .orElseThrow();
        assertThat(most).as("calls made, of %s", allowed).isGreaterThanOrEqualTo(allowed * 0.95);
    }

    private void putTheClockForward() {
        var running = program.as("operator").get("/engine-rest/process-instance?processDefinitionKey=readiness-report");
        var jobs = Cases.list(running).stream()
                .flatMap(instance -> Cases.list(program.openBrowserOf("operator")
                                .call(
                                        "POST",
                                        Browser.ENGINE + "/job",
                                        Map.of(
                                                "processInstanceId",
                                                instance.path("id").asText())))
                        .stream())
                .filter(job -> !job.path("dueDate").isNull())
                .toList();
        if (jobs.isEmpty()) {
            return;
        }
        var due = OffsetDateTime.parse(jobs.get(0).path("dueDate").asText(), ENGINE_TIME)
                .toInstant();
        var wait = Duration.between(Instant.now().plus(ahead), due);
        if (wait.compareTo(SHORT_WAIT) > 0) {
            program.as("admin")
                    .post("/sandbox/clock", Map.of("advance", wait.toString()))
                    .succeeded();
            ahead = ahead.plus(wait);
        }
    }

    private JsonNode state() {
        return program.as("operator").get(path).succeeded().json();
    }

    /** How many calls were made to each system, and how many of all were refused for being too many. */
    private Map<String, Double> calls() {
        var calls = new HashMap<String, Double>();
        SYSTEMS.forEach(system -> calls.put(system, calls("system:" + system)));
        calls.put(THROTTLED, calls("outcome:" + THROTTLED));
        return calls;
    }

    /** A figure is not there before there was something to count. */
    private double calls(String tag) {
        var figure = program.as("operator").get("/actuator/metrics/outside.calls?tag=" + tag);
        return figure.status() == 404
                ? 0
                : figure.succeeded().json().at("/measurements/0/value").asDouble();
    }

    private static Instant time(JsonNode body, String name) {
        return Instant.parse(body.path(name).asText());
    }
}
