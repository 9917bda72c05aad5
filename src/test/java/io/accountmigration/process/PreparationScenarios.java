package io.accountmigration.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.willThrow;

import io.accountmigration.migration.Caller;
import io.accountmigration.migration.MigrationState;
import io.accountmigration.migration.owners.TakeOverMigration;
import io.accountmigration.partner.PartnerCenterAccount.State;
import io.accountmigration.partner.TenantDirectoryUnavailable;
import io.accountmigration.partner.Vetting;
import io.accountmigration.ports.Letterbox.Letter;
import io.accountmigration.publisher.PublisherStatus;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What owners provide about themselves until the account can move. */
abstract class PreparationScenarios extends Scenario {

    @Autowired
    TakeOverMigration takeOverMigration;

    @Test
    void anAccountWithNothingInTheWayGoesStraightThrough() {
        start();

        assertThat(instance()).isWaitingAt("userTask_provideWorkEmail");
        assertThat(task()).isAssignedTo(OWNER);
        assertThat(instance()).variables().containsEntry("workEmail", OWNER);

        provide(OWNER);

        assertThat(isOver()).isTrue();
        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
        assertThat(portal.publisher(publisherId).status()).isEqualTo(PublisherStatus.READ_ONLY);
        assertThat(partnerCenter.accountOf(publisherId).orElseThrow().state()).isEqualTo(State.ACTIVE);
        assertThat(partnerCenter.principalsOf(publisherId)).containsExactly("MANAGER " + OWNER);
    }

    @ParameterizedTest
    @CsvSource({
        "no address,             EMAIL_INVALID",
        "person@outlook.com,     CONSUMER_ACCOUNT",
        "person@nowhere.example, NO_TENANT",
        "person@unmanaged.com,   UNMANAGED_TENANT",
        "person@other.com,       TENANT_MISMATCH"
    })
    void anAddressThatWillNotDoComesBackWithTheReason(String workEmail, String reason) {
        startAndProvide(workEmail);

        assertThat(instance()).isWaitingAt("userTask_provideWorkEmail");
        assertThat(instance()).variables().containsEntry("problemCode", reason);
        assertThat(problem()).isEqualTo(reason);

        provide(OWNER);

        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
    }

    @ParameterizedTest
    @CsvSource({
        "owner@outlook.com,     CONSUMER_ACCOUNT",
        "owner@nowhere.example, NO_TENANT",
        "owner@unmanaged.com,   UNMANAGED_TENANT",
        "owner@other.com,       TENANT_MISMATCH"
    })
    void anOwnerWhoseSignInCannotBeTheWorkAddressIsToldAtOnceAndOfferedNone(String owner, String reason) {
        ownedBy(owner);

        assertThat(instance()).isWaitingAt("userTask_provideWorkEmail");
        assertThat(task()).isAssignedTo(owner);
        assertThat(problem()).isEqualTo(reason);
        assertThat(instance()).variables().containsEntry("problemCode", reason).containsEntry("workEmail", "");

        provide("office@contoso.com");

        assertThat(instance()).isWaitingAt("userTask_confirmWorkEmail");
        assertThat(variable("problemCode")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"owner@outlook.com, CONSUMER_ACCOUNT", "owner@nowhere.example, NO_TENANT"})
    void soIsAnOwnerWhoHasNoPartnerIdYet(String owner, String reason) {
        portal.add(publisherId, Optional.empty(), owner);
        workflow.start(publisherId, Optional.of(owner), Caller.PROGRAM);
        runJobs();

        assertThat(problem()).isEqualTo(reason);
        assertThat(variable("workEmail")).isEqualTo("");
    }

    @Test
    void aDirectoryThatIsDownAtTheStartSaysNothingAboutTheOwnersAddress() {
        willThrow(new TenantDirectoryUnavailable("down", Duration.ofMinutes(5), null))
                .willCallRealMethod()
                .given(directory)
                .kindOf(any());

        ownedBy("owner@outlook.com");

        assertThat(instance()).isWaitingAt("userTask_provideWorkEmail");
        assertThat(problem()).isEqualTo("none");
        assertThat(variable("workEmail")).isEqualTo("owner@outlook.com");
    }

    @Test
    void aCoOwnerWhoTakesOverIsOfferedTheirOwnAddressWithoutTheReason() {
        portal.add(publisherId, Optional.of(PARTNER_ID), "owner@outlook.com", CO_OWNER);
        workflow.start(publisherId, Optional.of("owner@outlook.com"), Caller.PROGRAM);
        runJobs();

        takeOverMigration.takeOver(publisherId, new Caller(CO_OWNER, Set.of(Caller.Role.PUBLISHER_USER)));

        assertThat(problem()).isEqualTo("none");
        assertThat(variable("workEmail")).isEqualTo(CO_OWNER);
        assertThat(variable("problemCode")).isNull();
        provide(CO_OWNER);
        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
    }

    @Test
    void aMismatchNamesThePartnersPrimaryTenant() {
        ownedBy("curious@contoso.com");

        provide("person@other.com");

        assertThat(theCase().problem().orElseThrow().arguments()).containsExactly("Contoso, Ltd");
        assertThat(String.valueOf(variable("problemText"))).contains("Contoso, Ltd");
    }

    @Test
    void anOwnerWhoAsksForManyNamesSeesNoMoreForADay() {
        ownedBy("guesser@contoso.com");
        for (int shown = 0; shown < 5; shown++) {
            provide("person@other.com");
            assertThat(String.valueOf(variable("problemText"))).contains("Contoso, Ltd");
        }

        provide("person@other.com");
        assertThat(problem()).isEqualTo("TENANT_MISMATCH");
        assertThat(String.valueOf(variable("problemText")))
                .contains("another organisation")
                .doesNotContain("Contoso, Ltd");

        pass(Duration.ofDays(1));
        provide("person@other.com");
        assertThat(String.valueOf(variable("problemText"))).contains("Contoso, Ltd");
    }

    @Test
    void namesThatOneOwnerHasSeenDoNotCountForAnother() {
        ownedBy("first@contoso.com");
        for (int shown = 0; shown < 6; shown++) {
            provide("person@other.com");
        }
        assertThat(theCase().problem().orElseThrow().arguments()).isEmpty();

        cancel();
        advance(Duration.ofSeconds(1));
        ownedBy("second@contoso.com");
        provide("person@other.com");

        assertThat(theCase().problem().orElseThrow().arguments()).containsExactly("Contoso, Ltd");
    }

    @Test
    void anAddressOfAnotherOfThePartnersTenantsPasses() {
        partnerNetwork.add(PARTNER_ID, Vetting.AUTHORIZED, CONTOSO, OTHER);

        startAndProvide("person@other.com");

        assertThat(instance()).isWaitingAt("userTask_confirmWorkEmail");
    }

    @Test
    void anAddressThatIsNotTheSignInIsConfirmedWithTheMailedCode() {
        startAndProvide("colleague@contoso.com");

        assertThat(instance()).isWaitingAt("userTask_confirmWorkEmail");
        assertThat(letterbox.letters()).last().extracting(Letter::to).isEqualTo("colleague@contoso.com");

        confirmWith(mailedCode());

        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
        assertThat(partnerCenter.principalsOf(publisherId)).containsExactly("MANAGER colleague@contoso.com");
    }

    @Test
    void aWrongCodeComesBackAndFourWrongOnesDoNoHarm() {
        startAndProvide("colleague@contoso.com");

        for (var attempt = 1; attempt <= 4; attempt++) {
            confirmWith("wrong");
            assertThat(instance()).isWaitingAt("userTask_confirmWorkEmail");
            assertThat(problem()).isEqualTo("CODE_WRONG");
        }
        confirmWith(mailedCode());

        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
    }

    @Test
    void fiveWrongCodesLeadBackToTheAddress() {
        startAndProvide("colleague@contoso.com");

        for (var attempt = 1; attempt <= 5; attempt++) {
            confirmWith("wrong");
        }

        assertThat(instance()).isWaitingAt("userTask_provideWorkEmail");
        assertThat(problem()).isEqualTo("CODE_WRONG");
    }

    @Test
    void sendingTheCodeAgainGivesNoFurtherAttempts() {
        startAndProvide("colleague@contoso.com");

        for (var attempt = 1; attempt <= 4; attempt++) {
            confirmWith("wrong");
            insteadOfConfirming("SEND_AGAIN");
        }
        confirmWith("wrong");

        assertThat(instance()).isWaitingAt("userTask_provideWorkEmail");
    }

    @Test
    void enteringTheAddressAgainGivesNoFurtherAttempts() {
        startAndProvide("colleague@contoso.com");
        confirmWith("wrong");
        insteadOfConfirming("OTHER_ADDRESS");
        provide("another@contoso.com");
        insteadOfConfirming("OTHER_ADDRESS");
        provide("Colleague+again@contoso.com");
        for (var attempt = 2; attempt <= 5; attempt++) {
            assertThat(instance()).isWaitingAt("userTask_confirmWorkEmail");
            confirmWith("wrong");
        }
        assertThat(instance()).isWaitingAt("userTask_provideWorkEmail");
        assertThat(problem()).isEqualTo("CODE_WRONG");
        assertThat(String.valueOf(variable("problemText"))).contains("Too many", "UTC");
        letterbox.clear();

        provide("colleague@contoso.com");

        assertThat(letterbox.letters()).isEmpty();
        assertThat(problem()).isEqualTo("CODE_WRONG");
        assertThat(instance()).isWaitingAt("userTask_provideWorkEmail");

        provide("another@contoso.com");
        confirmWith(mailedCode());
        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
    }

    @Test
    void aDayLaterACodeMayBeTriedAgain() {
        startAndProvide("colleague@contoso.com");
        for (var attempt = 1; attempt <= 5; attempt++) {
            confirmWith("wrong");
        }

        pass(Duration.ofDays(1));
        provide("colleague@contoso.com");
        confirmWith(mailedCode());

        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
    }

    @Test
    void anAddressIsSentFewCodesHoweverOftenTheyAreAskedFor() {
        ownedBy("impatient@contoso.com");
        provide("flooded@contoso.com");
        for (var attempt = 1; attempt <= 10; attempt++) {
            insteadOfConfirming("SEND_AGAIN");
        }
        insteadOfConfirming("OTHER_ADDRESS");
        provide("FLOODED+tag@contoso.com");

        assertThat(mailsTo("flooded@contoso.com") + mailsTo("flooded+tag@contoso.com"))
                .isEqualTo(5);
        assertThat(problem()).isEqualTo("CODE_NOT_SENT");
        var freeAt = clock.instant()
                .plus(Duration.ofHours(1))
                .plus(Duration.ofMinutes(1))
                .minusNanos(1)
                .toString()
                .substring(0, 16)
                .replace('T', ' ');
        assertThat(String.valueOf(variable("problemText"))).contains("FLOODED+tag".toLowerCase(), freeAt);

        pass(Duration.ofHours(1));
        insteadOfConfirming("SEND_AGAIN");
        assertThat(mailsTo("flooded+tag@contoso.com")).isOne();
        confirmWith(mailedCode());
        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
    }

    @Test
    void aCodeThatIsNotSentAgainLeavesTheOneBeforeValid() {
        ownedBy("patient@contoso.com");
        provide("received@contoso.com");
        for (var attempt = 1; attempt <= 10; attempt++) {
            insteadOfConfirming("SEND_AGAIN");
        }
        assertThat(problem()).isEqualTo("CODE_NOT_SENT");

        confirmWith(mailedCode());

        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
    }

    @Test
    void anOwnerHasFewCodesSentToWhateverAddresses() {
        ownedBy("writer@contoso.com");
        for (var colleague = 1; colleague <= 10; colleague++) {
            provide("colleague-" + colleague + "@contoso.com");
            insteadOfConfirming("OTHER_ADDRESS");
        }

        assertThat(letterbox.letters())
                .filteredOn(letter -> letter.to().startsWith("colleague-"))
                .hasSize(5);
    }

    @Test
    void anAddressThatGotManyMailsOnOneDayIsSentNoCodeEither() {
        ownedBy("daily@contoso.com");
        provide("every-hour@contoso.com");
        for (var hour = 1; hour <= 20; hour++) {
            pass(Duration.ofMinutes(20));
            insteadOfConfirming("SEND_AGAIN");
        }

        assertThat(mailsTo("every-hour@contoso.com")).isEqualTo(10);
        assertThat(problem()).isEqualTo("CODE_NOT_SENT");
    }

    private long mailsTo(String address) {
        return letterbox.letters().stream()
                .filter(letter -> letter.to().equals(address))
                .count();
    }

    @Test
    void anExpiredCodeLeadsBackToTheAddress() {
        startAndProvide("colleague@contoso.com");
        var code = mailedCode();

        pass(Duration.ofMinutes(31));
        confirmWith(code);

        assertThat(instance()).isWaitingAt("userTask_provideWorkEmail");
        assertThat(problem()).isEqualTo("CODE_EXPIRED");
    }

    @Test
    void aCodeThatIsSentAgainReplacesTheOneBefore() {
        startAndProvide("colleague@contoso.com");
        var first = mailedCode();

        insteadOfConfirming("SEND_AGAIN");
        assertThat(mailedCode()).isNotEqualTo(first);
        confirmWith(first);

        assertThat(problem()).isEqualTo("CODE_WRONG");

        confirmWith(mailedCode());

        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
    }

    @Test
    void anOwnerMayGiveAnotherAddressInsteadOfTheCode() {
        startAndProvide("colleague@contoso.com");
        confirmWith("wrong");

        insteadOfConfirming("OTHER_ADDRESS");

        assertThat(instance()).isWaitingAt("userTask_provideWorkEmail");
        assertThat(problem()).isEqualTo("none");
        assertThat(variable("problemCode")).isNull();

        provide(OWNER);

        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
    }

    @Test
    void aDirectoryThatIsDownIsNotAWrongAddress() {
        start();
        letMemoryPass();
        untilAnOperatorRetries(new TenantDirectoryUnavailable("down", null, null))
                .given(directory)
                .kindOf(any());

        provide(OWNER);
        waitOutTheRetries();

        assertThat(incident().getActivityId()).isEqualTo("serviceTask_checkWorkEmail");
        assertThat(theCase().state()).isEqualTo(MigrationState.VALIDATING);

        retryAsAnOperator();

        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
    }
}
