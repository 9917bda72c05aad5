package io.accountmigration.system.apart;

import static org.assertj.core.api.Assertions.assertThat;

import io.accountmigration.system.Cases;
import io.accountmigration.system.Journey;
import io.accountmigration.system.Kind;
import io.accountmigration.system.Task;
import io.accountmigration.system.WholeProgramTest;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/**
 * In a program of its own: what is put forward here would be late for everybody else, and what others have left open
 * would be late here.
 */
@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:clock;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000",
            "sandbox.publishers=0",
        })
class SandboxClockTest extends WholeProgramTest {

    @Test
    void whoeverDoesNothingIsRemindedAndExpiresInTheEnd() {
        var account = sandbox().create(Kind.PROSEWARE);
        cases().start(account).succeeded();
        cases().awaitTask(account.owner(), account, Task.PROVIDE_WORK_EMAIL);

        sandbox().advanceClock("P3DT1M");
        awaitMails(1, account.owner(), "Reminder: the migration of " + account.publisherId());
        sandbox().advanceClock("P3D");
        awaitMails(2, account.owner(), "Reminder: the migration of " + account.publisherId());
        sandbox().advanceClock("P1D");
        awaitMails(1, account.secondOwner(), "waits for an owner");
        assertThat(cases().state(account)).isEqualTo("ACTION_REQUIRED");
        sandbox().advanceClock("P54D");

        cases().awaitState(account, "EXPIRED");
        assertThat(cases().instances(account.publisherId())).isZero();
        assertThat(cases().tasksSeenBy(account.owner(), account)).isEmpty();
    }

    @Test
    void anExpiredAccountCanBeginAgain() {
        var account = sandbox().create(Kind.CONTOSO);
        cases().start(account).succeeded();
        cases().awaitTask(account.owner(), account, Task.PROVIDE_WORK_EMAIL);
        sandbox().advanceClock("P61D");
        cases().awaitState(account, "EXPIRED");

        assertThat(new Journey(program(), account).walk()).isEqualTo("MIGRATED");
        assertThat(cases().history(account)).hasSize(2);
    }

    @Test
    void anExpiredCodeLeadsBackToTheAddress() {
        var account = sandbox().create(Kind.FABRIKAM);
        cases().start(account).succeeded();
        cases().awaitTask(account.owner(), account, Task.PROVIDE_WORK_EMAIL)
                .complete("workEmail", account.workEmail())
                .succeeded();
        var task = cases().awaitTask(account.owner(), account, Task.CONFIRM_WORK_EMAIL);
        var code = sandbox().awaitCode(account.workEmail());

        sandbox().advanceClock("PT31M");
        task.complete("confirmationCode", code).succeeded();

        var back = cases().awaitTask(account.owner(), account, Task.PROVIDE_WORK_EMAIL);
        assertThat(back.shown("problemCode")).isEqualTo("CODE_EXPIRED");
    }

    private void awaitMails(long count, String address, String subject) {
        Cases.patiently(count + " mails to " + address + " about: " + subject)
                .until(() -> sandbox().mailTo(address).stream()
                                .filter(mail -> mail.path("subject").asText().contains(subject))
                                .count()
                        == count);
    }
}
