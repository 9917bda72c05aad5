package io.accountmigration.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.willThrow;

import io.accountmigration.migration.Caller;
import io.accountmigration.migration.CaseView;
import io.accountmigration.migration.MigrationState;
import io.accountmigration.migration.ViewMigrations;
import io.accountmigration.partner.PartnerCenterAccount.State;
import io.accountmigration.ports.Letterbox.Letter;
import io.accountmigration.process.mail.EngineMailQueue;
import jakarta.mail.Address;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.MailSendException;

/** What people are told when a case ends, and what happens when a mail cannot be delivered. */
abstract class EndOfCaseScenarios extends Scenario {

    @Autowired
    ViewMigrations viewMigrations;

    private static final String COLLEAGUE = "colleague@contoso.com";

    @Test
    void anAddressThatTheServerRefusesForGoodIsAskedForAgainAtOnce() throws Exception {
        start();
        willThrow(refusal(COLLEAGUE, true)).given(letterbox).send(any(MimeMessage.class));

        provide(COLLEAGUE);

        assertThat(task().getTaskDefinitionKey()).isEqualTo("userTask_provideWorkEmail");
        assertThat(problem()).isEqualTo("EMAIL_UNDELIVERABLE");
        assertThat(String.valueOf(variable("problemText"))).contains(COLLEAGUE);
        assertThat(task().getAssignee()).isEqualTo(OWNER);
        assertThat(mailIncidents()).isZero();
        assertThat(waitingMails()).isZero();

        Mockito.reset(letterbox);
        provide(COLLEAGUE);
        confirmWith(mailedCode());
        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
    }

    @Test
    void aServerThatRefusesForNowIsTriedAgain() throws Exception {
        start();
        willThrow(refusal(COLLEAGUE, false))
                .willThrow(new MailSendException("no connection"))
                .willCallRealMethod()
                .given(letterbox)
                .send(any(MimeMessage.class));

        provide(COLLEAGUE);
        waitOutTheRetries();

        assertThat(task().getTaskDefinitionKey()).isEqualTo("userTask_confirmWorkEmail");
        expectFailures(MailSendException.class, 2);
        confirmWith(mailedCode());
        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
    }

    @Test
    void aRefusalThatComesTooLateChangesNothing() throws Exception {
        start();
        willThrow(refusal(COLLEAGUE, false)).given(letterbox).send(any(MimeMessage.class));
        provide(COLLEAGUE);
        expectFailures(MailSendException.class, 1);
        insteadOfConfirming("OTHER_ADDRESS");
        willThrow(refusal(COLLEAGUE, true)).given(letterbox).send(any(MimeMessage.class));

        pass(Duration.ofSeconds(10));

        assertThat(problem()).isEqualTo("none");
        Mockito.reset(letterbox);
        provide(OWNER);
        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
    }

    @Test
    void allOwnersAreToldThatTheAccountHasMoved() {
        portal.add(publisherId, Optional.of(PARTNER_ID), OWNER, CO_OWNER);
        start();
        letterbox.clear();

        provide(OWNER);

        assertThat(letterbox.letters()).extracting(Letter::to).containsExactlyInAnyOrder(OWNER, CO_OWNER);
        assertThat(letterbox.letters())
                .allMatch(letter ->
                        letter.text().contains("has moved") && letter.text().contains("/migrations/" + publisherId));
    }

    @Test
    void whoHasMovedUnderAnotherAddressIsToldSoAtBoth() {
        startAndProvide(COLLEAGUE);
        var code = mailedCode();
        letterbox.clear();

        confirmWith(code);

        assertThat(letterbox.letters()).extracting(Letter::to).containsExactlyInAnyOrder(OWNER, COLLEAGUE);
        assertThat(letterbox.letters())
                .allMatch(
                        letter -> letter.text().contains(OWNER) && letter.text().contains(COLLEAGUE));
    }

    @Test
    void ownersAreToldThatTheAccountWasMovedBack() {
        MoveFault.OPEN.strike(this, Scenario::untilAnOperatorRetries);
        startAndProvide(OWNER);
        waitOutTheRetries();
        letterbox.clear();

        cancel();
        letLateEffectsSettle();

        assertThat(theCase().state()).isEqualTo(MigrationState.REVERTED);
        assertThat(letterbox.letters()).singleElement().satisfies(letter -> {
            assertThat(letter.to()).isEqualTo(OWNER);
            assertThat(letter.subject()).contains("moved back");
        });
    }

    @Test
    void anAccountOfSomebodyElseIsForOperatorsToLookAtAndOwnersAreToldSo() {
        start();
        partnerCenter.add(publisherId, State.PROVISIONING, "somebody else");
        letterbox.clear();

        provide(OWNER);
        letLateEffectsSettle();

        assertThat(theCase().state()).isEqualTo(MigrationState.REVERTED);
        for (var caller : List.of(OPERATOR, Caller.PROGRAM)) {
            var view = viewMigrations.latest(publisherId, caller);
            assertThat(view.actors()).containsExactly(CaseView.OPERATORS);
            assertThat(view.problem().map(finding -> finding.code().name())).contains("ACCOUNT_CONFLICT");
        }
        assertThat(letterbox.letters())
                .extracting(Letter::to)
                .containsExactlyInAnyOrder(OWNER, "operators@account-migration.example");
        assertThat(letterbox.letters()).allSatisfy(letter -> assertThat(letter.text())
                .contains("already has an account")
                .doesNotContain("when you like"));
        assertThat(letterbox.letters())
                .filteredOn(letter -> letter.to().equals(OWNER))
                .allSatisfy(letter -> assertThat(letter.text()).contains("operators"));
    }

    @Test
    void ownersAreToldThatTheMigrationHasExpired() {
        start();
        pass(Duration.ofDays(59));
        letterbox.clear();

        pass(Duration.ofDays(2));

        assertThat(theCase().state()).isEqualTo(MigrationState.EXPIRED);
        assertThat(letterbox.letters())
                .filteredOn(letter -> letter.subject().contains("expired"))
                .extracting(Letter::to)
                .containsExactly(OWNER);
    }

    @Test
    void whoGivesUpBeforeTheMoveNeedsNoMailAboutIt() {
        start();
        letterbox.clear();

        cancel();

        assertThat(theCase().state()).isEqualTo(MigrationState.CANCELLED);
        assertThat(letterbox.letters()).isEmpty();
    }

    @Test
    void anAddressWithoutTriesLeftIsRefusedWhereItIsGiven() {
        startAndProvide(COLLEAGUE);
        for (var attempt = 1; attempt <= 5; attempt++) {
            confirmWith("wrong");
        }
        letterbox.clear();

        for (var spelling : List.of(COLLEAGUE, "Colleague+again@contoso.com")) {
            provide(spelling);

            assertThat(task().getTaskDefinitionKey()).isEqualTo("userTask_provideWorkEmail");
            assertThat(problem()).isEqualTo("CODE_WRONG");
            assertThat(String.valueOf(variable("problemText"))).contains("another address", "UTC");
        }
        assertThat(letterbox.letters()).isEmpty();
        provide(OWNER);
        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
    }

    private static MailSendException refusal(String address, boolean forGood) throws Exception {
        var refused = new Address[] {new InternetAddress(address)};
        var none = new Address[0];
        var cause = new SendFailedException(
                "Invalid Addresses", null, none, forGood ? none : refused, forGood ? refused : none);
        return new MailSendException(Map.of("message", cause));
    }

    private long mailIncidents() {
        return runtimeService.createIncidentQuery().list().stream()
                .filter(incident -> "serviceTask_deliverMail".equals(incident.getActivityId()))
                .count();
    }

    private long waitingMails() {
        return runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey(EngineMailQueue.PROCESS_ID)
                .count();
    }
}
