package io.accountmigration.process;

import io.accountmigration.system.PostgresProgram;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** A scenario on PostgreSQL, in one program for all tests that extend this. */
@SpringBootTest(
        classes = ProcessTestApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "user-sync.poll-interval=PT24H",
            "user-sync.wake-interval=PT24H",
            "user-sync.adoption-interval=PT24H",
            "readiness.recheck-poll=PT24H",
            "camunda.bpm.job-execution.enabled=false",
            "migration.trail.key=a-key-of-at-least-thirty-two-characters",
            "notification.from=no-reply@account-migration.example",
            "notification.operators=operators@account-migration.example"
        })
@ActiveProfiles("processtest")
@ContextConfiguration(initializers = PostgresProgram.class)
abstract class PostgresScenario extends Scenario {}
