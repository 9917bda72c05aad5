package io.accountmigration.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accountmigration.eligibility.FindingCode;
import io.accountmigration.eligibility.MembershipVerdict;
import io.accountmigration.migration.preparation.PreparationStatus;
import io.accountmigration.partner.PartnerMembership;
import io.accountmigration.partner.Tenant;
import io.accountmigration.partner.Vetting;
import io.accountmigration.publisher.EmailAddress;
import io.accountmigration.publisher.NamedUser;
import io.accountmigration.publisher.Publisher;
import io.accountmigration.publisher.PublisherStatus;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The case refuses what may not happen next. */
public class MigrationTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final String OWNER = "owner@contoso.com";
    private static final Tenant CONTOSO = new Tenant("tenant-1", "Contoso, Ltd");

    private final Migration migration = claim();

    @Test
    void aNewCaseIsBeingValidatedWithTheSignInAsWorkAddress() {
        assertThat(migration.state()).isEqualTo(MigrationState.VALIDATING);
        assertThat(migration.step()).isEqualTo(MigrationStep.CHECK_PARTNER_MEMBERSHIP);
        assertThat(migration.workEmail()).isEqualTo(OWNER);
        assertThat(migration.isOwnedBy("OWNER@contoso.com")).isTrue();
        assertThat(migration.isOwnedBy("stranger@other.com")).isFalse();
    }

    @Test
    void aCaseThatIsPreparedInEveryRespectMoves() {
        prepare();

        assertThat(migration.readiness())
                .isEqualTo(new PreparationStatus(false, true, MembershipStatus.USABLE, true, false));
        assertThat(migration.step()).isEqualTo(MigrationStep.LOCK_PUBLISHER);
        assertThat(migration.state()).isEqualTo(MigrationState.MOVING);
    }

    @Test
    void anotherAddressThanTheSignInNeedsACode() {
        migration.membershipChecked(usable(), NOW);
        migration.workEmailEntered(new EmailAddress("colleague@contoso.com"), NOW);
        migration.addressAccepted(CONTOSO, NOW);

        assertThat(migration.readiness().codeNeeded()).isTrue();
        assertThat(migration.state()).isEqualTo(MigrationState.VALIDATING);
    }

    @Test
    void aProvenAddressStaysProvenUntilItIsAnother() {
        migration.workEmailEntered(new EmailAddress("colleague@contoso.com"), NOW);
        migration.codeSent("12345678", LATER, NOW);
        assertThat(migration.confirm("12345678", NOW)).isEqualTo(ConfirmationOutcome.CONFIRMED);

        migration.workEmailEntered(new EmailAddress("colleague@contoso.com"), NOW);
        assertThat(migration.readiness().codeNeeded()).isFalse();

        migration.workEmailEntered(new EmailAddress("another@contoso.com"), NOW);
        assertThat(migration.readiness().codeNeeded()).isTrue();
    }

    @Test
    void aCodeIsGoodUntilItExpiresAndOnlyOnce() {
        migration.codeSent("12345678", LATER, NOW);
        assertThat(migration.confirm("  12345678 ", LATER)).isEqualTo(ConfirmationOutcome.CONFIRMED);
        assertThat(migration.confirm("12345678", LATER)).isEqualTo(ConfirmationOutcome.OTHER_ADDRESS);

        migration.codeSent("12345678", LATER, NOW);
        assertThat(migration.confirm("12345678", LATER.plusMillis(1))).isEqualTo(ConfirmationOutcome.OTHER_ADDRESS);
    }

    @Test
    void aLeftOutCodeIsWrongButCostsNoAttempt() {
        migration.codeSent("12345678", LATER, NOW);

        for (var attempt = 1; attempt <= 10; attempt++) {
            assertThat(migration.confirm(attempt % 2 == 0 ? null : " ", NOW)).isEqualTo(ConfirmationOutcome.WRONG);
        }
        assertThat(migration.confirm("12345678", NOW)).isEqualTo(ConfirmationOutcome.CONFIRMED);
    }

    @Test
    void aCodeOfAnotherCaseIsWrong() {
        var other = claim();
        migration.codeSent("12345678", LATER, NOW);
        other.codeSent("87654321", LATER, NOW);

        assertThat(other.confirm("12345678", NOW)).isEqualTo(ConfirmationOutcome.WRONG);
    }

    @Test
    void aMismatchIsTheProblemOfTheAddressTask() {
        migration.membershipChecked(usable(), NOW);
        migration.workEmailEntered(new EmailAddress(OWNER), NOW);
        migration.address().refuse(FindingCode.TENANT_MISMATCH.naming("Fabrikam"));
        migration.addressAccepted(CONTOSO, NOW);

        assertThat(migration.readiness().tenantMatches()).isFalse();
        migration.awaitOwner(MigrationStep.PROVIDE_WORK_EMAIL, NOW);
        assertThat(migration.problem()).contains(FindingCode.TENANT_MISMATCH.naming("Fabrikam"));
    }

    @Test
    void aGivenUpMoveCannotBeVerified() {
        prepare();
        migration.giveUp(Actor.PROCESS, NOW);

        assertThatThrownBy(() -> migration.move().verified(NOW)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aVerifiedMoveIsTooLateToGiveUpAndCannotBeUndone() {
        prepare();
        migration.move().verified(NOW);

        assertThat(migration.move().isPastReturn()).isTrue();
        assertThatThrownBy(() -> migration.giveUp(Actor.PROCESS, NOW))
                .isInstanceOfSatisfying(MigrationRefused.class, refused -> {
                    assertThat(refused.refusal()).isEqualTo(Refusal.TOO_LATE);
                    assertThat(refused.publisherWithCase()).contains("Contoso");
                });
        assertThatThrownBy(() -> migration.beginRevert(NOW)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.INCLUDE,
            names = {"ACTION_REQUIRED", "VALIDATING", "MOVING"})
    void aCaseEndsInAnEndOnly(MigrationState living) {
        assertThatThrownBy(() -> migration.end(living, NOW)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.INCLUDE,
            names = {"MIGRATED", "CANCELLED", "EXPIRED", "REVERTED"})
    void aCaseThatIsOverStaysOver(MigrationState outcome) {
        migration.end(outcome, NOW);

        assertThat(migration.state()).isEqualTo(outcome);
        assertThatThrownBy(() -> migration.end(MigrationState.MIGRATED, NOW)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> migration.advance(MigrationStep.LOCK_PUBLISHER, MigrationStep.VERIFY_MOVE, NOW))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void onlyStepsOfTheMoveAdvanceIt() {
        assertThatThrownBy(
                        () -> migration.advance(MigrationStep.PROVIDE_WORK_EMAIL, MigrationStep.CHECK_WORK_EMAIL, NOW))
                .isInstanceOf(IllegalStateException.class);
    }

    private void prepare() {
        migration.membershipChecked(usable(), NOW);
        migration.workEmailEntered(new EmailAddress(OWNER), NOW);
        migration.addressAccepted(CONTOSO, NOW);
    }

    private static MembershipVerdict usable() {
        return new MembershipVerdict.Usable(
                new PartnerMembership("42", "Contoso", Vetting.AUTHORIZED, List.of(CONTOSO)));
    }

    public static Migration claim() {
        var publisher = new Publisher(
                "Contoso",
                "Contoso",
                PublisherStatus.ACTIVE,
                Optional.of("42"),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                "1");
        return Migration.claim(
                publisher,
                List.of(),
                List.of(new NamedUser("id", OWNER, OWNER)),
                OWNER,
                "instance",
                Locale.ENGLISH,
                Actor.person(OWNER),
                NOW);
    }
}
