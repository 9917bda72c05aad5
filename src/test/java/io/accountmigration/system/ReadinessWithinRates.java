package io.accountmigration.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/**
 * A report on all publishers, while each outside system takes 450 calls in five minutes and refuses every one beyond.
 * Whenever the report waits, the clock is put forward to the end of its wait.
 */
@TestPropertySource(
        properties = {
            "readiness.rates.cpp.calls=450",
            "readiness.rates.partner-center.calls=450",
            "readiness.rates.directory.calls=450",
        })
abstract class ReadinessWithinRates extends WholeProgramTest {

    private static final Logger LOG = LoggerFactory.getLogger(ReadinessWithinRates.class);

    private static final List<String> SYSTEMS = List.of("cpp", "partner-center", "directory");
    private static final int CALLS = 450;
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final Duration SHORT_WAIT = Duration.ofSeconds(2);
    private static final DateTimeFormatter ENGINE_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSZ");

    @Autowired
    private MeterRegistry meters;

    /** Answers the report at its end, which came within this patience. */
    JsonNode report(Duration patience) {
        SYSTEMS.forEach(system -> as("admin")
                .put("/sandbox/limits", Map.of("system", system, "calls", CALLS, "perSeconds", WINDOW.toSeconds()))
                .succeeded());
        var before = SYSTEMS.stream().map(this::callsTo).toList();
        var report = as("operator")
                .post("/api/readiness-reports", Map.of())
                .succeeded()
                .json();
        var path = "/api/readiness-reports/" + report.path("id").asText();
        Cases.patiently("the report ends").atMost(patience).until(() -> {
            putTheClockForward();
            return state(path).path("state").asText().equals("COMPLETED");
        });
        var ended = state(path);
        requireRatesKept(ended, before);
        return ended;
    }

    private void requireRatesKept(JsonNode ended, List<Long> before) {
        var took = Duration.between(time(ended, "requestedAt"), time(ended, "endedAt"));
        var allowed = CALLS * Math.max(1, took.toSeconds() / WINDOW.toSeconds());
        var most = 0L;
        for (var system : SYSTEMS) {
            var made = callsTo(system) - before.get(SYSTEMS.indexOf(system));
            LOG.info(
                    "{} accounts in {}: {} calls to {}, {} in whole windows",
                    ended.path("accounts"),
                    took,
                    made,
                    system,
                    allowed);
            most = Math.max(most, made);
        }
        assertThat(calls(timer -> "throttled".equals(timer.getId().getTag("outcome"))))
                .as("calls above the rate")
                .isZero();
        assertThat(most).as("of %s calls in whole windows", allowed).isGreaterThanOrEqualTo(allowed * 95 / 100);
    }

    private void putTheClockForward() {
        var jobs = as("operator")
                .get("/engine-rest/job?processDefinitionKey=readiness-report&timers=true")
                .succeeded()
                .json();
        if (jobs.isEmpty()) {
            return;
        }
        var due = OffsetDateTime.parse(jobs.get(0).path("dueDate").asText(), ENGINE_TIME)
                .toInstant();
        var wait = Duration.between(advance(Duration.ZERO), due);
        if (wait.compareTo(SHORT_WAIT) > 0) {
            advance(wait);
        }
    }

    private Instant advance(Duration by) {
        return time(
                as("admin")
                        .post("/sandbox/clock", Map.of("advance", by.toString()))
                        .succeeded()
                        .json(),
                "now");
    }

    private JsonNode state(String path) {
        return as("operator").get(path).succeeded().json();
    }

    private long callsTo(String system) {
        return calls(timer -> system.equals(timer.getId().getTag("system")));
    }

    private long calls(Predicate<Timer> which) {
        return meters.find("outside.calls").timers().stream()
                .filter(which)
                .mapToLong(Timer::count)
                .sum();
    }

    private static Instant time(JsonNode body, String name) {
        return Instant.parse(body.path(name).asText());
    }
}
