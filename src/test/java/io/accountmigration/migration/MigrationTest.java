package io.accountmigration.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accountmigration.eligibility.FindingCode;
import io.accountmigration.eligibility.MembershipVerdict;
import io.accountmigration.migration.preparation.PreparationStatus;
import io.accountmigration.migration.trail.MigrationEvent;
import io.accountmigration.partner.PartnerCenterAccount;
import io.accountmigration.partner.PartnerMembership;
import io.accountmigration.partner.Tenant;
import io.accountmigration.partner.Vetting;
import io.accountmigration.publisher.EmailAddress;
import io.accountmigration.publisher.NamedUser;
import io.accountmigration.publisher.Publisher;
import io.accountmigration.publisher.PublisherRole;
import io.accountmigration.publisher.PublisherStatus;
import io.accountmigration.publisher.PublisherUser;
import io.accountmigration.publisher.UserType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The case refuses what may not happen next. */
public class MigrationTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final String OWNER = "owner@contoso.com";
    private static final String CO_OWNER = "co-owner@contoso.com";
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

    @Test
    void eachAnswerLeadsToTheCheckOfIt() {
        migration.awaitOwner(MigrationStep.ENROL_IN_PARTNER_NETWORK, NOW);
        migration.partnerIdEntered("43", NOW);
        assertThat(migration.step()).isEqualTo(MigrationStep.CHECK_PARTNER_MEMBERSHIP);
        assertThat(migration.enrolment().partnerId()).hasValue("43");

        migration.awaitOwner(MigrationStep.PROVIDE_WORK_EMAIL, NOW);
        migration.workEmailEntered(new EmailAddress("colleague@contoso.com"), NOW);
        assertThat(migration.step()).isEqualTo(MigrationStep.CHECK_WORK_EMAIL);
        assertThat(migration.state()).isEqualTo(MigrationState.VALIDATING);
    }

    @Test
    void whileTheMembershipIsVerifiedTheCaseWaitsForTheNetworkAndAnotherPartnerIdMayBeGiven() {
        migration.workEmailEntered(new EmailAddress(OWNER), NOW);
        migration.addressAccepted(CONTOSO, NOW);
        migration.membershipChecked(new MembershipVerdict.Pending(FindingCode.PARTNER_ID_PENDING.naming("42")), NOW);

        assertThat(migration.step()).isEqualTo(MigrationStep.AWAIT_ENROLMENT);
        assertThat(migration.problem()).contains(FindingCode.PARTNER_ID_PENDING.naming("42"));
        assertThat(migration.mayChangePartnerId()).isTrue();

        migration.membershipChecked(usable(), NOW);
        assertThat(migration.step()).isEqualTo(MigrationStep.LOCK_PUBLISHER);
        assertThat(migration.mayChangePartnerId()).isFalse();
    }

    @Test
    void anotherPartnerIdMayBeGivenWhereTheAddressIsOfAnotherOrganisation() {
        migration.awaitOwner(MigrationStep.PROVIDE_WORK_EMAIL, NOW);
        assertThat(migration.mayChangePartnerId()).isFalse();

        migration.address().refuse(FindingCode.TENANT_MISMATCH.naming("Fabrikam"));
        assertThat(migration.mayChangePartnerId()).isTrue();

        migration.address().forgetMismatch();
        assertThat(migration.mayChangePartnerId()).isFalse();
    }

    @Test
    void whatIsNoMismatchIsNotForgottenAsOne() {
        migration.awaitOwner(MigrationStep.PROVIDE_WORK_EMAIL, NOW);
        migration.address().refuse(FindingCode.CONSUMER_ACCOUNT.naming(OWNER));

        migration.address().forgetMismatch();

        assertThat(migration.problem()).contains(FindingCode.CONSUMER_ACCOUNT.naming(OWNER));
    }

    @Test
    void theCaseMovesOnceTheAddressIsProvenByItsCode() {
        migration.membershipChecked(usable(), NOW);
        migration.workEmailEntered(new EmailAddress("colleague@contoso.com"), NOW);
        migration.addressAccepted(CONTOSO, NOW);
        migration.awaitOwner(MigrationStep.CONFIRM_WORK_EMAIL, NOW);
        migration.codeSent("12345678", LATER, NOW);
        assertThat(migration.address().hasCode()).isTrue();

        migration.confirm("11111111", NOW);
        assertThat(migration.step()).isEqualTo(MigrationStep.CONFIRM_WORK_EMAIL);
        migration.confirm("12345678", NOW);

        assertThat(migration.step()).isEqualTo(MigrationStep.LOCK_PUBLISHER);
        assertThat(migration.address().hasCode()).isFalse();
        assertThat(migration.problem()).isEmpty();
    }

    @Test
    void whyNoCodeWasSentCountsUntilOneIs() {
        var notSent = FindingCode.CODE_NOT_SENT.naming(OWNER, "10:00");
        migration.awaitOwner(MigrationStep.CONFIRM_WORK_EMAIL, NOW);
        migration.address().refuse(notSent);

        assertThat(migration.confirm("12345678", NOW)).isEqualTo(ConfirmationOutcome.WRONG);
        assertThat(migration.problem()).contains(notSent);
    }

    @Test
    void onlyTheAddressThatWaitsForACodeIsSentBackAsUndeliverable() {
        migration.workEmailEntered(new EmailAddress("colleague@contoso.com"), NOW);
        migration.addressAccepted(CONTOSO, NOW);
        assertThat(migration.workEmailUndeliverable("colleague@contoso.com")).isFalse();

        migration.awaitOwner(MigrationStep.CONFIRM_WORK_EMAIL, NOW);
        migration.codeSent("12345678", LATER, NOW);
        assertThat(migration.workEmailUndeliverable("another@contoso.com")).isFalse();
        assertThat(migration.problem()).isEmpty();

        assertThat(migration.workEmailUndeliverable("Colleague@contoso.com")).isTrue();
        assertThat(migration.problem()).contains(FindingCode.EMAIL_UNDELIVERABLE.naming("colleague@contoso.com"));
        assertThat(migration.address().hasCode()).isFalse();
        assertThat(migration.readiness().workAccount()).isFalse();
    }

    @Test
    void anAddressOfAnotherUserIsNotTheOwnersWhateverItsCase() {
        var ofTwo = claim(owner("u-1", OWNER), contributor("u-2", "reader@contoso.com"));

        assertThat(ofTwo.isOfAnotherUser(new EmailAddress("READER@contoso.com")))
                .isTrue();
        assertThat(ofTwo.isOfAnotherUser(new EmailAddress(OWNER))).isFalse();
        assertThat(ofTwo.isOfAnotherUser(new EmailAddress("nobody@contoso.com")))
                .isFalse();
    }

    @Test
    void anAddressThatBecomesAnotherUsersIsAskedForAnewBeforeAnythingMoves() {
        var before = claim(owner("u-1", OWNER));
        prepare(before, "colleague@contoso.com");
        var now = List.of(owner("u-1", OWNER), contributor("u-2", "colleague@contoso.com"));
        assertThat(before.isWorkEmailOfAnother(List.of(owner("u-1", OWNER)))).isFalse();
        assertThat(before.isWorkEmailOfAnother(now)).isTrue();

        before.addressLost(now, LATER);

        assertThat(before.step()).isEqualTo(MigrationStep.CHECK_PARTNER_MEMBERSHIP);
        assertThat(before.workEmail()).isEqualTo(OWNER);
        assertThat(before.address().problem())
                .contains(FindingCode.ADDRESS_OF_ANOTHER_USER.naming("colleague@contoso.com"));
        assertThat(before.isOfAnotherUser(new EmailAddress("colleague@contoso.com")))
                .isTrue();
    }

    @Test
    void whoTakesTheAddressTaskOverIsAskedForTheirOwnAddress() {
        var ofTwo = claim(owner("u-1", OWNER), owner("u-2", CO_OWNER));
        ofTwo.awaitOwner(MigrationStep.PROVIDE_WORK_EMAIL, NOW);
        ofTwo.workEmailEntered(new EmailAddress("colleague@contoso.com"), NOW);
        ofTwo.awaitOwner(MigrationStep.PROVIDE_WORK_EMAIL, NOW);

        ofTwo.takenOverBy(CO_OWNER, LATER);

        assertThat(ofTwo.actingOwner()).isEqualTo(CO_OWNER);
        assertThat(ofTwo.workEmail()).isEqualTo(CO_OWNER);
        assertThat(ofTwo.coOwners()).containsExactly(OWNER);
        assertThat(ofTwo.waiting().isUntouched()).isFalse();
        assertThat(ofTwo.waiting().since()).contains(LATER);
    }

    @Test
    void whoTakesOverLaterIsAskedForAnAddressOfTheirOwnWhoeverProvedThatOfTheOwnerBefore() {
        var ofTwo = claim(owner("u-1", OWNER), owner("u-2", CO_OWNER));
        ofTwo.workEmailEntered(new EmailAddress("colleague@contoso.com"), NOW);
        ofTwo.codeSent("12345678", LATER, NOW);
        ofTwo.confirm("12345678", NOW);

        ofTwo.takenOverBy(CO_OWNER, LATER);

        assertThat(ofTwo.workEmail()).isEqualTo(CO_OWNER);
        assertThat(ofTwo.address().problem()).contains(FindingCode.OWNER_CHANGED.naming());
    }

    @Test
    void whoTakesOverLaterDoesNotMoveUnderTheSignInOfTheOwnerBefore() {
        var ofTwo = claim(owner("u-1", OWNER), owner("u-2", CO_OWNER));
        ofTwo.workEmailEntered(new EmailAddress(OWNER), NOW);

        ofTwo.takenOverBy(CO_OWNER, LATER);

        assertThat(ofTwo.workEmail()).isEqualTo(CO_OWNER);
        assertThat(ofTwo.address().problem()).contains(FindingCode.ADDRESS_OF_ANOTHER_USER.naming(OWNER));
    }

    @Test
    void anOwnerWhomAnOperatorNamesOrTheCaseIsHandedToHasNotActedYet() {
        var ofTwo = claim(owner("u-1", OWNER), owner("u-2", CO_OWNER));
        ofTwo.awaitOwner(MigrationStep.PROVIDE_WORK_EMAIL, NOW);
        ofTwo.waiting().reachNextLevel();

        ofTwo.handedTo(CO_OWNER, LATER);
        assertThat(ofTwo.waiting().isUntouched()).isTrue();
        assertThat(ofTwo.waiting().reachedLevels()).isZero();

        ofTwo.waiting().reachNextLevel();
        ofTwo.ownerNamed(OWNER, Actor.PROCESS, LATER.plusSeconds(1));
        assertThat(ofTwo.waiting().since()).contains(LATER.plusSeconds(1));
        assertThat(ofTwo.waiting().reachedLevels()).isZero();
    }

    @Test
    void theAnswersOfAFormerOwnerAreAskedForAgain() {
        var ofTwo = claim(owner("u-1", OWNER), owner("u-2", CO_OWNER));
        prepare(ofTwo, OWNER);
        ofTwo.ownersRead(ofTwo.ownersAsRead().renewed(List.of(new NamedUser("u-2", CO_OWNER, CO_OWNER)), LATER));

        ofTwo.answersVoid(LATER);

        assertThat(ofTwo.actingOwner()).isEqualTo(CO_OWNER);
        assertThat(ofTwo.workEmail()).isEqualTo(CO_OWNER);
        assertThat(ofTwo.address().problem()).contains(FindingCode.OWNER_CHANGED.naming());
        assertThat(ofTwo.waiting().isUntouched()).isTrue();
        assertThat(ofTwo.step()).isEqualTo(MigrationStep.CHECK_PARTNER_MEMBERSHIP);
    }

    @Test
    void aSignInThatTheMoveReplacesIsListedFromTheVerificationOn() {
        var moving = claim(owner("u-1", OWNER));
        prepare(moving, "colleague@contoso.com");
        assertThat(moving.replacedSignIns()).isEmpty();

        advanceTo(moving, MigrationStep.VERIFY_MOVE);
        var replaced = new UserLeftBehind("u-1", FindingCode.SIGN_IN_REPLACED.naming(OWNER, "colleague@contoso.com"));
        assertThat(moving.replacedSignIns()).containsExactly(replaced);

        moving.leaveBehind(new UserLeftBehind("u-3", FindingCode.USER_IS_GROUP.naming("team@contoso.com")), NOW);
        assertThat(moving.listedInPortal()).hasSize(2).contains(replaced);
        moving.move().verified(NOW);
        moving.advance(MigrationStep.VERIFY_MOVE, MigrationStep.MAKE_PUBLISHER_READ_ONLY, NOW);
        assertThat(moving.replacedSignIns()).containsExactly(replaced);
    }

    @Test
    void whoMovesUnderHisOwnSignInIsReplacedByNobody() {
        var moving = claim(owner("u-1", OWNER));
        prepare(moving, OWNER.toUpperCase(Locale.ROOT));
        advanceTo(moving, MigrationStep.VERIFY_MOVE);

        assertThat(moving.replacedSignIns()).isEmpty();
        assertThat(moving.listedInPortal()).isEmpty();
    }

    @Test
    void aProblemOfTheMoveIsShownUntilTheStepIsDone() {
        var blocked = FindingCode.USER_LIST_INCOMPLETE.naming("Contoso");
        prepare();
        migration.blocked(blocked, NOW);
        assertThat(migration.problem()).contains(blocked);

        migration.advance(MigrationStep.LOCK_PUBLISHER, MigrationStep.OPEN_PARTNER_CENTER_ACCOUNT, NOW);
        assertThat(migration.problem()).isEmpty();
    }

    @Test
    void theProblemThatEndedTheMoveIsShownWhileItIsUndone() {
        prepare();
        migration.conflictFound(NOW);
        migration.beginRevert(NOW);
        assertThat(migration.step()).isEqualTo(MigrationStep.CLOSE_PARTNER_CENTER_ACCOUNT);

        migration.advance(MigrationStep.CLOSE_PARTNER_CENTER_ACCOUNT, MigrationStep.UNLOCK_PUBLISHER, NOW);
        assertThat(migration.problem()).contains(FindingCode.ACCOUNT_CONFLICT.naming("Contoso"));
    }

    @Test
    void aCaseWhosePublisherHasMovedAlreadyIsPastReturnAndGoesOn() {
        prepare();
        migration.giveUp(Actor.PROCESS, NOW);
        assertThat(migration.isMoving()).isFalse();
        var account = new PartnerCenterAccount(
                "pc-1", "Contoso", "43", "tenant-1", PartnerCenterAccount.State.ACTIVE, "somebody");

        migration.movedAlready(account, usable(), "7", LATER);

        assertThat(migration.isMoving()).isTrue();
        assertThat(migration.accountId()).hasValue("pc-1");
        assertThat(migration.enrolment().partnerId()).hasValue("43");
        assertThat(migration.enrolment().isUsable()).isTrue();
        assertThat(migration.transferredAt()).isEqualTo(LATER);
        assertThat(migration.move().transferredVersion()).isEqualTo("7");
        assertThat(migration.move().isPastReturn()).isTrue();
        assertThatThrownBy(() -> migration.goOnWithMove(LATER)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aMembershipThatIsNoneDoesNotReplaceThePartnerIdOfACaseThatHasMoved() {
        var account = new PartnerCenterAccount(
                "pc-1", "Contoso", "43", "tenant-1", PartnerCenterAccount.State.ACTIVE, "somebody");
        migration.membershipChecked(usable(), NOW);

        migration.movedAlready(
                account, new MembershipVerdict.Unusable(FindingCode.PARTNER_ID_NOT_FOUND.naming("43")), "7", LATER);

        assertThat(migration.enrolment().partnerId()).hasValue("42");
        assertThat(migration.enrolment().isUsable()).isTrue();
    }

    @Test
    void whatWasGivenUpGoesOnWithTheMoveFromItsBeginning() {
        migration.giveUp(Actor.PROCESS, NOW);

        migration.goOnWithMove(LATER);

        assertThat(migration.move().isGivenUp()).isFalse();
        assertThat(migration.step()).isEqualTo(MigrationStep.LOCK_PUBLISHER);
        assertThat(migration.isMoving()).isTrue();
    }

    @Test
    void aCaseMovesOnlyInTheStepsOfTheMove() {
        assertThat(migration.isMoving()).isFalse();
        prepare();
        assertThat(migration.isMoving()).isTrue();
    }

    @Test
    void aCaseIsExpectedToGoOnByTheNormalTimeOfItsStep() {
        assertThat(migration.expectedBy()).contains(NOW.plus(Duration.ofMinutes(30)));
        migration.awaitOwner(MigrationStep.PROVIDE_WORK_EMAIL, LATER);
        assertThat(migration.since()).isEqualTo(LATER);
        assertThat(migration.expectedBy()).contains(LATER.plus(Duration.ofDays(7)));

        migration.reachedNextLevel(MigrationEvent.Type.REMINDED, LATER.plus(Duration.ofDays(3)));
        assertThat(migration.expectedBy()).as("a reminder is no progress").contains(LATER.plus(Duration.ofDays(7)));
        migration.takenOverBy(OWNER, LATER.plus(Duration.ofDays(4)));
        assertThat(migration.expectedBy())
                .as("somebody has acted")
                .contains(LATER.plus(Duration.ofDays(4)).plus(Duration.ofDays(7)));

        migration.end(MigrationState.CANCELLED, LATER);
        assertThat(migration.expectedBy()).isEmpty();
    }

    @Test
    void aCaseThatWaitsAtTheSameStepAgainWaitsSinceTheFirstTime() {
        migration.awaitOwner(MigrationStep.PROVIDE_WORK_EMAIL, NOW);
        migration.awaitOwner(MigrationStep.PROVIDE_WORK_EMAIL, LATER);

        assertThat(migration.since()).isEqualTo(NOW);
    }

    @Test
    void aCaseWaitsForNobodyWhileItIsCheckedOrOver() {
        migration.awaitOwner(MigrationStep.PROVIDE_WORK_EMAIL, NOW);
        assertThat(migration.waiting().since()).contains(NOW);
        migration.workEmailEntered(new EmailAddress(OWNER), LATER);
        assertThat(migration.waiting().since()).isEmpty();

        migration.awaitOwner(MigrationStep.CONFIRM_WORK_EMAIL, NOW);
        migration.end(MigrationState.EXPIRED, LATER);
        assertThat(migration.waiting().since()).isEmpty();
        assertThat(migration.since()).isEqualTo(LATER);
    }

    @Test
    void aCaseSpeaksTheLanguageInWhichItWasStarted() {
        assertThat(migration.language()).isEqualTo(Locale.ENGLISH);
        assertThat(migration.addressOf(OWNER)).isEqualTo(OWNER);
    }

    @Test
    void onlyTheActingOwnersOwnEntryIsHis() {
        var ofTwo = claim(owner("u-1", OWNER), owner("u-2", CO_OWNER));

        assertThat(ofTwo.isActingOwner(owner("u-1", "renamed@contoso.com"))).isTrue();
        assertThat(ofTwo.isActingOwner(owner("u-2", OWNER))).isFalse();
        assertThat(ofTwo.isActingOwner(contributor("u-1", OWNER))).isFalse();
    }

    @Test
    void anotherVersionIsVerifiedAndItsUsersCheckedAnew() {
        var move = migration.move();
        move.transferred("1", NOW);
        move.verified(NOW);
        assertThat(move.isVerified()).isTrue();
        migration.leaveBehind(new UserLeftBehind("u-3", FindingCode.USER_IS_GROUP.naming("team@contoso.com")), NOW);
        move.transferred("1", NOW);
        assertThat(migration.usersLeftBehind()).hasSize(1);

        move.transferred("2", LATER);
        assertThat(move.isVerified()).isFalse();
        assertThat(migration.usersLeftBehind()).isEmpty();
        assertThat(migration.transferredAt()).isEqualTo(LATER);
    }

    @Test
    void settingsStayVerifiedForTenMinutesAndForTheirVersion() {
        var move = migration.move();
        move.transferred("1", NOW);
        assertThat(move.areSettingsVerified("1", NOW)).isFalse();
        move.settingsVerified("1", NOW);

        assertThat(move.areSettingsVerified(
                        "1", NOW.plus(Duration.ofMinutes(10)).minusMillis(1)))
                .isTrue();
        assertThat(move.areSettingsVerified("1", NOW.plus(Duration.ofMinutes(10))))
                .isFalse();
        assertThat(move.areSettingsVerified("2", NOW)).isFalse();
        move.transferred("1", NOW);
        assertThat(move.areSettingsVerified("1", NOW)).isFalse();
    }

    @Test
    void theUsersThatWereTransferredAreThoseThatALaterListMustHave() {
        var ofOne = claim(owner("u-1", OWNER));
        assertThat(ofOne.move().knownUsers()).extracting(KnownUser::userId).containsExactly("u-1");

        ofOne.move().transferred(List.of(owner("u-1", OWNER), contributor("u-2", "reader@contoso.com")));

        assertThat(ofOne.move().knownUsers()).extracting(KnownUser::userId).containsExactly("u-1", "u-2");
    }

    private static void advanceTo(Migration moving, MigrationStep step) {
        moving.advance(MigrationStep.LOCK_PUBLISHER, step, NOW);
    }

    private static void prepare(Migration migration, String address) {
        migration.membershipChecked(usable(), NOW);
        migration.workEmailEntered(new EmailAddress(address), NOW);
        migration.codeSent("12345678", LATER, NOW);
        migration.confirm("12345678", NOW);
        migration.addressAccepted(CONTOSO, NOW);
        assertThat(migration.step()).isEqualTo(MigrationStep.LOCK_PUBLISHER);
    }

    private static PublisherUser owner(String userId, String address) {
        return new PublisherUser(userId, address, address, UserType.USER, PublisherRole.OWNER, true);
    }

    private static PublisherUser contributor(String userId, String address) {
        return new PublisherUser(userId, address, address, UserType.USER, PublisherRole.CONTRIBUTOR, true);
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
        return claim(List.of(), List.of(new NamedUser("id", OWNER, OWNER)));
    }

    private static Migration claim(PublisherUser... users) {
        return claim(
                List.of(users),
                Stream.of(users)
                        .filter(PublisherUser::isActingOwner)
                        .map(user -> new NamedUser(user.userId(), user.address(), user.address()))
                        .toList());
    }

    private static Migration claim(List<PublisherUser> users, List<NamedUser> owners) {
        var publisher = new Publisher(
                "Contoso",
                "Contoso",
                PublisherStatus.ACTIVE,
                Optional.of("42"),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                "1");
        return Migration.claim(publisher, users, owners, OWNER, "instance", Locale.ENGLISH, Actor.person(OWNER), NOW);
    }
}
