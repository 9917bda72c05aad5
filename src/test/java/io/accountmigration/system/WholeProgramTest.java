package io.accountmigration.system;

import org.junit.jupiter.api.AfterEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * Starts the program with its sandbox on a free port, once for all tests that extend this. Tests leave each other alone:
 * every one of them works with publishers of its own.
 */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:whole-program;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000",
            "camunda.bpm.job-execution.wait-time-in-millis=50",
            "camunda.bpm.job-execution.max-wait=200",
            "camunda.bpm.generic-properties.properties.failed-job-retry-time-cycle=R3/PT0.2S",
            "migration.timers.enrolment-recheck=PT1S",
            "migration.timers.late-effects=PT1S",
            // A test that edits a user waits for the next poll.
            "user-sync.poll-interval=PT1S",
            "sandbox.enrolment-pending=PT2S",
            "sandbox.publishers=583",
        })
@ActiveProfiles("sandbox")
@Import({CountedStatements.class, EngineRestAtStart.class})
public abstract class WholeProgramTest {

    @LocalServerPort
    private int port;

    @AfterEach
    void leaveNoFaultsBehind() {
        sandbox().removeFaults();
    }

    protected Program program() {
        return new Program("http://127.0.0.1:" + port);
    }

    protected Sandbox sandbox() {
        return new Sandbox(as("admin"));
    }

    protected Cases cases() {
        return new Cases(program());
    }

    protected Visitor as(String user) {
        return program().as(user);
    }
}
