package io.accountmigration.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.accountmigration.system.Cases;
import io.accountmigration.system.Program;
import io.accountmigration.system.Sandbox;
import io.accountmigration.system.Task;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** The program on a database of an earlier release: it updates it, and continues with the cases that are there. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("sandbox")
abstract class UpgradedDatabaseTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Flyway flyway;

    @Test
    void earlierDataIsKeptAndCasesContinue() {
        var program = new Program("http://127.0.0.1:" + port);
        assertThat(flyway.info().pending()).isEmpty();

        var history = program.as("operator").get("/api/migrations/" + EarlierDatabase.PUBLISHER + "/history");
        assertThat(history.succeeded().json().path("items")).hasSize(1);
        assertThat(history.json().path("items").path(0).path("state").asText()).isEqualTo("CANCELLED");
        var trail = program.as("admin")
                .post("/api/audit-verifications", Map.of("publisherId", EarlierDatabase.PUBLISHER))
                .succeeded()
                .json();
        assertThat(trail.path("intact").asBoolean()).as(trail.toString()).isTrue();
        assertThat(trail.path("events").asInt()).isEqualTo(2);
        assertThat(program.as("operator")
                        .get("/api/publishers/" + EarlierDatabase.SYNCED_PUBLISHER + "/user-sync")
                        .succeeded()
                        .json()
                        .path("watermark")
                        .asText())
                .isEqualTo(EarlierDatabase.WATERMARK.toString());

        var account = new Sandbox(program.as("admin")).account(EarlierDatabase.PUBLISHER);
        var cases = new Cases(program);
        cases.start(account).succeeded();
        cases.awaitTask(account.owner(), account, Task.PROVIDE_WORK_EMAIL)
                .complete("workEmail", account.workEmail())
                .succeeded();
        cases.awaitState(account, "MIGRATED");
    }
}
