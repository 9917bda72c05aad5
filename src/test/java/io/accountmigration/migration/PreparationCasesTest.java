package io.accountmigration.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.accountmigration.migration.preparation.ChangePartnerId;
import io.accountmigration.migration.preparation.CheckConfirmationCode;
import io.accountmigration.migration.preparation.SendConfirmationCode;
import io.accountmigration.partner.Vetting;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class PreparationCasesTest extends CaseTest {

    private static final String COLLEAGUE = "colleague@contoso.com";

    @Autowired
    private SendConfirmationCode sendConfirmationCode;

    @Autowired
    private CheckConfirmationCode checkConfirmationCode;

    @Autowired
    private ChangePartnerId changePartnerId;

    @Test
    void theAddressThatAnOwnerSignsInWithNeedsNoCode() {
        var status = provide(start(), OWNER);

        assertThat(status.workAccount()).isTrue();
        assertThat(status.tenantMatches()).isTrue();
        assertThat(status.membership()).isEqualTo(MembershipStatus.USABLE);
        assertThat(status.codeNeeded()).isFalse();
        assertThat(problem()).isEqualTo("none");
    }

    @ParameterizedTest
    @CsvSource({
        "person@outlook.com,     CONSUMER_ACCOUNT, true",
        "person@nowhere.example, NO_TENANT,        false",
        "person@unmanaged.com,   UNMANAGED_TENANT, false",
        "person@other.com,       TENANT_MISMATCH,  false"
    })
    void anAddressThatWillNotDoIsRefusedWithTheReason(String address, String reason, boolean microsoftAccount) {
        var instance = start();

        var status = provide(instance, address);

        assertThat(status.microsoftAccount()).isEqualTo(microsoftAccount);
        assertThat(status.workAccount() && status.tenantMatches()).isFalse();
        assertThat(ask(instance, MigrationStep.PROVIDE_WORK_EMAIL).problemCode())
                .hasValue(reason);
        assertThat(problem()).isEqualTo(reason);
    }

    @Test
    void whatIsNoAddressIsRefusedWithoutACall() {
        var instance = start();
        ask(instance, MigrationStep.PROVIDE_WORK_EMAIL);

        assertThat(recordWorkEmail.record(instance, "no address")).isFalse();
        assertThat(problem()).isEqualTo("EMAIL_INVALID");
    }

    @Test
    void theNameOfThePartnersOrganisationIsShownAFewTimesADay() {
        var instance = start();
        for (var shown = 0; shown < 5; shown++) {
            assertThat(mismatch(instance)).contains("Contoso, Ltd");
        }

        assertThat(mismatch(instance)).contains("another organisation").doesNotContain("Contoso, Ltd");

        pass(Duration.ofDays(1));
        assertThat(mismatch(instance)).contains("Contoso, Ltd");
    }

    private String mismatch(String instance) {
        provide(instance, "person@other.com");
        return ask(instance, MigrationStep.PROVIDE_WORK_EMAIL).problemText().orElseThrow();
    }

    @Test
    void anotherAddressIsProvenWithTheMailedCode() {
        var instance = waitingForCode();

        assertThat(checkConfirmationCode.check(instance, "wrong", null)).isEqualTo(ConfirmationOutcome.WRONG);
        assertThat(ask(instance, MigrationStep.CONFIRM_WORK_EMAIL).problemCode())
                .hasValue("CODE_WRONG");
        assertThat(checkConfirmationCode.check(instance, mails.lastCode(), null))
                .isEqualTo(ConfirmationOutcome.CONFIRMED);
        assertThat(checkWorkEmail.check(instance).codeNeeded()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\u00a0", "\u200b", "\t"})
    void aCodeMayBeTypedInGroups(String gap) {
        var instance = waitingForCode();
        var code = mails.lastCode();

        var typed = code.substring(0, 4) + gap + code.substring(4);
        assertThat(checkConfirmationCode.check(instance, typed, null)).isEqualTo(ConfirmationOutcome.CONFIRMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00a0", "\u200b", "\ufeff\t"})
    void nothingTypedIsNoTry(String nothing) {
        var instance = waitingForCode();
        for (var attempt = 1; attempt <= 6; attempt++) {
            assertThat(checkConfirmationCode.check(instance, nothing, null)).isEqualTo(ConfirmationOutcome.WRONG);
        }

        assertThat(checkConfirmationCode.check(instance, mails.lastCode(), null))
                .isEqualTo(ConfirmationOutcome.CONFIRMED);
    }

    @Test
    void fiveWrongCodesLeadBackToTheAddress() {
        var instance = waitingForCode();
        for (var attempt = 1; attempt < 5; attempt++) {
            assertThat(checkConfirmationCode.check(instance, "wrong", null)).isEqualTo(ConfirmationOutcome.WRONG);
        }

        assertThat(checkConfirmationCode.check(instance, "wrong", null)).isEqualTo(ConfirmationOutcome.OTHER_ADDRESS);
        assertThat(ask(instance, MigrationStep.PROVIDE_WORK_EMAIL).problemCode())
                .hasValue("CODE_WRONG");
    }

    @Test
    void aCodeExpires() {
        var instance = waitingForCode();

        pass(Duration.ofMinutes(31));

        assertThat(checkConfirmationCode.check(instance, mails.lastCode(), null))
                .isEqualTo(ConfirmationOutcome.OTHER_ADDRESS);
        assertThat(ask(instance, MigrationStep.PROVIDE_WORK_EMAIL).problemCode())
                .hasValue("CODE_EXPIRED");
    }

    @Test
    void anOwnerMayAskForSomethingElseThanToTypeTheCode() {
        var instance = waitingForCode();

        assertThat(checkConfirmationCode.check(instance, null, "SEND_AGAIN")).isEqualTo(ConfirmationOutcome.SEND_AGAIN);
        var first = mails.lastCode();
        sendConfirmationCode.send(instance);
        assertThat(mails.lastCode()).isNotEqualTo(first);
        assertThat(checkConfirmationCode.check(instance, first, null)).isEqualTo(ConfirmationOutcome.WRONG);
        assertThat(checkConfirmationCode.check(instance, null, "OTHER_ADDRESS"))
                .isEqualTo(ConfirmationOutcome.OTHER_ADDRESS);
        assertThat(problem()).isEqualTo("none");
    }

    @Test
    void anAddressIsSentFewCodesInAnHour() {
        var instance = waitingForCode();
        for (var more = 0; more < 10; more++) {
            sendConfirmationCode.send(instance);
        }

        assertThat(mails.sent()).filteredOn(("code to " + COLLEAGUE)::equals).hasSize(5);
        assertThat(ask(instance, MigrationStep.CONFIRM_WORK_EMAIL).problemCode())
                .hasValue("CODE_NOT_SENT");

        pass(Duration.ofHours(1));
        sendConfirmationCode.send(instance);
        assertThat(mails.sent()).filteredOn(("code to " + COLLEAGUE)::equals).hasSize(6);
    }

    @Test
    void anOwnerWhoComesBackToTheAddressCanStillEnterTheLastCodeSentThere() {
        var instance = waitingForCode();
        for (var more = 0; more < 10; more++) {
            sendConfirmationCode.send(instance);
        }
        var last = mails.lastCode();

        assertThat(checkConfirmationCode.check(instance, null, "OTHER_ADDRESS"))
                .isEqualTo(ConfirmationOutcome.OTHER_ADDRESS);
        provide(instance, COLLEAGUE);
        sendConfirmationCode.send(instance);

        assertThat(ask(instance, MigrationStep.CONFIRM_WORK_EMAIL).problemText().orElseThrow())
                .contains("stays valid");
        assertThat(checkConfirmationCode.check(instance, "wrong", null)).isEqualTo(ConfirmationOutcome.WRONG);
        assertThat(ask(instance, MigrationStep.CONFIRM_WORK_EMAIL).problemCode())
                .hasValue("CODE_WRONG");
        assertThat(checkConfirmationCode.check(instance, last, null)).isEqualTo(ConfirmationOutcome.CONFIRMED);
    }

    @Test
    void theCodeOfOneAddressIsWorthNothingForAnother() {
        var instance = waitingForCode();
        var first = mails.lastCode();

        checkConfirmationCode.check(instance, null, "OTHER_ADDRESS");
        provide(instance, "another@contoso.com");

        assertThat(checkConfirmationCode.check(instance, first, null)).isNotEqualTo(ConfirmationOutcome.CONFIRMED);
    }

    @ParameterizedTest
    @CsvSource({
        "AUTHORIZED, USABLE,   ",
        "PENDING,    PENDING,  PARTNER_ID_PENDING",
        "REJECTED,   UNUSABLE, PARTNER_ID_REJECTED"
    })
    void aPartnerIdIsJudgedByTheMembershipBehindIt(Vetting vetting, MembershipStatus status, String problem) {
        var instance = start();
        partnerNetwork.add("2000", vetting, CONTOSO);
        ask(instance, MigrationStep.ENROL_IN_PARTNER_NETWORK);

        assertThat(recordPartnerId.record(instance, " 2000 ")).isTrue();
        assertThat(checkPartnerMembership.check(instance).membership()).isEqualTo(status);
        assertThat(ask(instance, MigrationStep.ENROL_IN_PARTNER_NETWORK).problemCode())
                .isEqualTo(Optional.ofNullable(problem));
    }

    @ParameterizedTest
    @CsvSource({"'', PARTNER_ID_MISSING", "twelve, PARTNER_ID_MALFORMED"})
    void whatIsNoPartnerIdIsRefusedWithoutACall(String given, String reason) {
        var instance = start();
        ask(instance, MigrationStep.ENROL_IN_PARTNER_NETWORK);

        assertThat(recordPartnerId.record(instance, given)).isFalse();
        assertThat(problem()).isEqualTo(reason);
    }

    @Test
    void whileTheNetworkStillDecidesAnOwnerMayGiveAnotherPartnerId() {
        partnerNetwork.add(PARTNER_ID, Vetting.PENDING, CONTOSO);
        var instance = start();
        assertRefused(Refusal.NOT_AWAITING_ENROLMENT, () -> changePartnerId.askAgain(publisherId, owner(OWNER)));
        provide(instance, OWNER);
        assertThat(theCase().step()).isEqualTo(MigrationStep.AWAIT_ENROLMENT);

        changePartnerId.askAgain(publisherId, owner(OWNER));

        assertThat(workflow.said()).containsExactly("ask for partner ID: " + instance);
        assertRefused(Refusal.OWNER_NO_MORE, () -> {
            portal.add(publisherId, Optional.of(PARTNER_ID), CO_OWNER);
            pass(Duration.ofMinutes(2));
            changePartnerId.askAgain(publisherId, owner(OWNER));
        });
    }

    private String waitingForCode() {
        var instance = start();
        assertThat(provide(instance, COLLEAGUE).codeNeeded()).isTrue();
        sendConfirmationCode.send(instance);
        assertThat(mails.sent()).contains("code to " + COLLEAGUE);
        return instance;
    }
}
