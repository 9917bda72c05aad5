package io.accountmigration.crash;

import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** Crashes played in one process, on PostgreSQL. The schedules rest, so that each call belongs to a boundary. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.bpm.job-execution.wait-time-in-millis=30",
            "camunda.bpm.job-execution.max-wait=100",
            // A node that loses its connection cannot unlock its jobs: they are locked until then.
            "camunda.bpm.job-execution.lock-time-in-millis=6000",
            // As often as a run may hit one job by accident; the next try comes at once.
            "camunda.bpm.generic-properties.properties.failed-job-retry-time-cycle=R10/PT0.2S",
            // The follow-up runs at each test of it.
            "migration.follow-up.reminders=PT0S",
            "migration.follow-up.co-owners=PT0S",
            "migration.follow-up.operators=PT0S",
            "migration.follow-up.presence=PT0S",
            "migration.owners-refresh.interval=PT1H",
            "outside.read-timeout=" + OneProgram.READ_TIMEOUT,
            // Never by itself: the test says when.
            "sandbox.enrolment-pending=PT1H",
            // Not over before the report looks whether it has to wait, on a machine that is busy.
            "readiness.retry=PT3S",
            "user-sync.poll-interval=PT1H",
            "user-sync.adoption-interval=PT1H",
            // Long enough that a removal meets it on a machine that is busy.
            "user-sync.settle=PT4S",
        })
@ActiveProfiles("sandbox")
@ContextConfiguration(initializers = OneProgram.class)
@DirtiesContext
abstract class OneProgramTest {

    @LocalServerPort
    private int port;

    @Autowired
    private OneProgram stage;

    @Autowired
    private ManagementService managementService;

    @Autowired
    private JavaMailSenderImpl mailSender;

    @BeforeEach
    void standAround() {
        stage.listensAt("http://127.0.0.1:" + port, managementService);
        mailSender.setPort(stage.mailbox().port());
        mailSender.getJavaMailProperties().setProperty("mail.smtp.timeout", "2000");
    }

    Stage stage() {
        return stage;
    }
}
