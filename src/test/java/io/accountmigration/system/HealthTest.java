package io.accountmigration.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the program says about itself to those who run it. */
class HealthTest extends WholeProgramTest {

    @Test
    void readinessIsThatOfEngineDatabaseAndJobsAndNotOfTheOutside() {
        var ready = as("operator").get("/actuator/health/readiness");

        assertThat(ready.status()).isEqualTo(200);
        assertThat(ready.json().get("components").properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("db", "jobExecutor", "processEngine", "readinessState");
    }

    @Test
    void livenessAsksNobody() {
        var alive = as("operator").get("/actuator/health/liveness");

        assertThat(alive.json().get("components").properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("livenessState");
    }

    @Test
    void outsideSystemsAreADetailForOperators() {
        var health = as("operator").get("/actuator/health");

        assertThat(health.json().get("status").asText()).isEqualTo("UP");
        assertThat(health.json().at("/components/outside/status").asText()).isEqualTo("UP");
        assertThat(program().anonymous().get("/actuator/health").json().has("components"))
                .isFalse();
    }

    @Test
    void casesTasksAndJobsAreCounted() {
        for (var name : List.of("migration.cases", "migration.tasks.open", "process.incidents", "process.jobs.dead")) {
            assertThat(as("operator").get("/actuator/metrics/" + name).status())
                    .as(name)
                    .isEqualTo(200);
        }
    }
}
