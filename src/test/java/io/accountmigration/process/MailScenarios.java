package io.accountmigration.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.willThrow;

import io.accountmigration.migration.Caller;
import io.accountmigration.ports.Letterbox;
import io.accountmigration.process.mail.EngineMailQueue;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.junit.jupiter.api.Test;
import org.springframework.mail.MailSendException;

/** How a mail is delivered: each is an instance of its own, so that one that fails is an incident of its own. */
abstract class MailScenarios extends Scenario {

    private static final MailSendException DOWN = new MailSendException("no mail server");

    @Test
    void aMailIsDeliveredAndForgotten() {
        var delivery = aMail();
        assertThat(delivery).isWaitingAt("serviceTask_deliverMail").hasNoVariables();

        runJobs();

        assertDelivered(delivery);
    }

    @Test
    void aMailServerThatIsDownCostsRetriesAndNoMail() {
        serverFails(3);
        var delivery = aMail();
        var retries = jobOf(delivery).getRetries();

        runJobs();
        expectFailures(MailSendException.class, 1);
        assertThat(delivery).isWaitingAt("serviceTask_deliverMail");
        assertThat(jobOf(delivery)).hasRetries(retries - 1);
        waitOutTheRetries();

        expectFailures(MailSendException.class, 2);
        assertDelivered(delivery);
    }

    @Test
    void aMailThatIsNeverAcceptedIsAnIncidentThatAnOperatorRetries() {
        serverFails(4);
        var delivery = aMail();

        runJobs();
        waitOutTheRetries();

        expectFailures(MailSendException.class, 4);
        assertThat(delivery).isWaitingAt("serviceTask_deliverMail").hasNotPassed("serviceTask_deliverMail");
        assertThat(jobOf(delivery)).hasRetries(0).hasExceptionMessage();
        assertThat(stored(delivery)).isOne();
        assertThat(letterbox.letters()).isEmpty();

        managementService.setJobRetries(jobOf(delivery).getId(), 1);
        runJobs();

        assertDelivered(delivery);
    }

    @Test
    void theCaseDoesNotWaitForItsMail() {
        serverFails(4);
        start();
        pass(Duration.ofMinutes(1));

        assertThat(begun).isWaitingAt("userTask_provideWorkEmail");
        expectFailures(MailSendException.class);
    }

    private ProcessInstance aMail() {
        workflow.start(publisherId, Optional.of(OWNER), Caller.PROGRAM);
        begun = instance();
        while (deliveries().count() == 0) {
            run(job());
        }
        return deliveries().singleResult();
    }

    private ProcessInstanceQuery deliveries() {
        return runtimeService.createProcessInstanceQuery().processDefinitionKey(EngineMailQueue.PROCESS_ID);
    }

    private void serverFails(int times) {
        willThrow(Collections.nCopies(times, DOWN).toArray(Throwable[]::new))
                .willCallRealMethod()
                .given(letterbox)
                .doSend(any(), any());
    }

    private void assertDelivered(ProcessInstance delivery) {
        assertThat(delivery)
                .isEnded()
                .hasPassedInOrder("startEvent_mailRequested", "serviceTask_deliverMail", "endEvent_mailDelivered");
        assertThat(stored(delivery)).isZero();
        assertThat(letterbox.letters()).extracting(Letterbox.Letter::to).containsExactly(OWNER);
    }

    private long stored(ProcessInstance delivery) {
        return database.queryForObject("select count(*) from mail where id = ?", Long.class, delivery.getBusinessKey());
    }
}
