package io.accountmigration.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.BDDMockito.willDoNothing;
import static org.mockito.BDDMockito.willReturn;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import io.accountmigration.eligibility.FindingCode;
import io.accountmigration.migration.move.MoveBlocked;
import io.accountmigration.migration.move.MoveOutcome;
import io.accountmigration.migration.move.VerifiedItem;
import io.accountmigration.migration.move.VerifyAccount;
import io.accountmigration.migration.move.ViewVerification;
import io.accountmigration.partner.AccountKind;
import io.accountmigration.partner.AddUserResult;
import io.accountmigration.partner.PartnerCenterAccount.State;
import io.accountmigration.partner.PartnerCenterUnavailable;
import io.accountmigration.partner.PartnerRole;
import io.accountmigration.publisher.PublisherRole;
import io.accountmigration.publisher.PublisherStatus;
import io.accountmigration.publisher.SwitchResult;
import io.accountmigration.publisher.UserType;
import java.time.Duration;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class MoveCasesTest extends CaseTest {

    @Autowired
    private VerifyAccount verifyAccount;

    @Autowired
    private ViewVerification viewVerification;

    @Test
    void aPreparedCaseMovesStepByStep() {
        addUser(CO_OWNER, PublisherRole.OWNER);
        var instance = transferred();
        assertThat(verifyMove.verify(instance)).isEqualTo(MoveOutcome.DONE);
        assertThat(makePublisherReadOnly.switchOver(instance)).isTrue();
        activatePartnerCenterAccount.activateFor(instance);
        endMigration.end(instance, MigrationState.MIGRATED);

        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
        assertThat(portal.publisher(publisherId).status()).isEqualTo(PublisherStatus.READ_ONLY);
        assertThat(partnerCenter.accountOf(publisherId).orElseThrow().state()).isEqualTo(State.ACTIVE);
        assertThat(partnerCenter.principalsOf(publisherId))
                .containsExactlyInAnyOrder("MANAGER " + OWNER, "MANAGER " + CO_OWNER);
        assertThat(viewVerification.of(publisherId, owner(OWNER)).items())
                .isNotEmpty()
                .noneMatch(item -> item.result() == VerifiedItem.Result.DIFFERS);
    }

    @Test
    void everyTryToLockAsksForTheSameEnd() {
        var instance = prepared();
        var end = theCase().since().plus(Duration.ofHours(20));
        lockPublisher.lock(instance);

        pass(Duration.between(clock.instant(), end).minusSeconds(1));
        assertThat(portal.isLockedBy(publisherId, theCase().id())).isTrue();
        pass(Duration.ofSeconds(1));
        assertThat(portal.isLockedBy(publisherId, theCase().id())).isFalse();
    }

    @Test
    void aLockOfAnotherCaseBlocksTheMove() {
        var instance = prepared();
        portal.lockFor(publisherId, "another case");

        assertBlocked("the publisher cannot be locked", () -> lockPublisher.lock(instance));
        assertThat(theCase().step()).isEqualTo(MigrationStep.LOCK_PUBLISHER);
    }

    @Test
    void anOwnerWhoHasLeftMakesHisAnswersVoid() {
        var instance = prepared();
        portal.add(publisherId, Optional.of(PARTNER_ID), CO_OWNER);

        assertThat(lockPublisher.lock(instance)).isEqualTo(MoveOutcome.OWNER_GONE);
        assertThat(portal.publisher(publisherId).status()).isEqualTo(PublisherStatus.ACTIVE);
    }

    @Test
    void anAccountOfSomebodyElseIsAConflict() {
        var instance = prepared();
        lockPublisher.lock(instance);
        partnerCenter.add(publisherId, State.ACTIVE, "somebody else");

        assertThat(openPartnerCenterAccount.openFor(instance)).isEqualTo(MoveOutcome.GIVEN_UP);
        assertThat(problem()).isEqualTo("ACCOUNT_CONFLICT");
    }

    @Test
    void usersWhoCannotBeCarriedAreListedWithTheReason() {
        portal.addUser(publisherId, "group@contoso.com", UserType.GROUP, PublisherRole.CONTRIBUTOR);
        addUser("private@outlook.com", PublisherRole.CONTRIBUTOR);
        addUser("guest@other.com", PublisherRole.CONTRIBUTOR);
        addUser("refused@contoso.com", PublisherRole.CONTRIBUTOR);
        willReturn(new AddUserResult.Refused("no"))
                .given(partnerCenter)
                .addUser(any(), any(), eq("refused@contoso.com"), any(), any());

        transferred();

        assertThat(theCase().usersLeftBehind())
                .extracting(left -> left.finding().code().name())
                .containsExactlyInAnyOrder(
                        "USER_IS_GROUP", "USER_HAS_CONSUMER_ACCOUNT", "USER_OUTSIDE_TENANT", "USER_REFUSED");
        assertThat(partnerCenter.principalsOf(publisherId)).containsExactly("MANAGER " + OWNER);
    }

    @Test
    void aMoveWithoutAnyOwnerThereIsBlocked() {
        var instance = opened();
        transferSettings.transfer(instance);
        willReturn(new AddUserResult.Refused("no")).given(partnerCenter).addUser(any(), any(), any(), any(), any());

        assertBlocked("none of the owners has arrived", () -> transferUsers.transfer(instance));
        assertThat(partnerCenter.principalsOf(publisherId)).isEmpty();
    }

    @Test
    void aTransferThatLastsTooLongIsContinuedByTheNextRun() {
        addUser(CO_OWNER, PublisherRole.OWNER);
        addUser("third@contoso.com", PublisherRole.OWNER);
        var instance = opened();
        transferSettings.transfer(instance);
        willAnswer(call -> {
                    pass(Duration.ofSeconds(6));
                    return call.callRealMethod();
                })
                .given(partnerCenter)
                .addUser(any(), any(), any(), any(), any());

        assertThatThrownBy(() -> transferUsers.transfer(instance)).isInstanceOf(StepToBeContinued.class);
        assertThat(transferUsers.transfer(instance)).isEqualTo(MoveOutcome.DONE);
        assertThat(partnerCenter.principalsOf(publisherId)).hasSize(3);
    }

    @Test
    void settingsThatArriveDifferentlyStopTheMoveBeforeThePointOfNoReturn() {
        willDoNothing().given(partnerCenter).putSettings(any(), any(), any(), any());
        var instance = transferred();

        assertThatThrownBy(() -> verifyMove.verify(instance)).isInstanceOf(MoveBlocked.class);
        assertThat(theCase().move().isPastReturn()).isFalse();
    }

    @Test
    void whatSomebodyEditsMeanwhileIsTransferredAgain() {
        var instance = transferred();
        portal.editSettings(publisherId);
        assertThat(verifyMove.verify(instance)).isEqualTo(MoveOutcome.DONE);
        assertThat(makePublisherReadOnly.switchOver(instance)).isFalse();
        assertThat(theCase().step()).isEqualTo(MigrationStep.TRANSFER_SETTINGS);

        transfer(instance);
        verifyMove.verify(instance);
        portal.editSettings(publisherId);
        assertThat(makePublisherReadOnly.switchOver(instance)).isFalse();

        transfer(instance);
        verifyMove.verify(instance);
        assertThat(makePublisherReadOnly.switchOver(instance)).isTrue();
    }

    @Test
    void aPortalThatRefusesTheVersionItShowsBlocksTheMove() {
        var instance = transferred();
        verifyMove.verify(instance);
        willReturn(new SwitchResult.Stale()).given(portal).switchOver(any(), any(), any(), any());

        assertBlocked("refuses the version", () -> makePublisherReadOnly.switchOver(instance));
    }

    @Test
    void aPublisherThatDisappearsBlocksTheMove() {
        var instance = opened();
        handNothingOver();
        portal.forget(publisherId);

        assertBlocked("does not know the publisher", () -> transferSettings.transfer(instance));
    }

    @Test
    void aNewAccountIsNotReadBeforeUsersAreAdded() {
        var instance = opened();
        transferSettings.transfer(instance);
        clearInvocations(partnerCenter, portal);

        transferUsers.transfer(instance);

        verify(partnerCenter, never()).accountOf(any());
        verify(portal, never()).rosterOf(any());
        assertThat(partnerCenter.principalsOf(publisherId)).containsExactly("MANAGER " + OWNER);
    }

    @Test
    void aTransferThatRunsAgainReadsBothAccountsItself() {
        addUser("leaver@contoso.com", PublisherRole.CONTRIBUTOR);
        var instance = opened();
        transferSettings.transfer(instance);
        willAnswer(call -> {
                    call.callRealMethod();
                    throw new PartnerCenterUnavailable("the answer is lost", null, null);
                })
                .willCallRealMethod()
                .given(partnerCenter)
                .addUser(any(), any(), eq("leaver@contoso.com"), any(), any());
        assertThatThrownBy(() -> transferUsers.transfer(instance)).isInstanceOf(PartnerCenterUnavailable.class);
        portal.removeUser(publisherId, "u-leaver@contoso.com", "1", null);

        transferUsers.transfer(instance);

        assertThat(partnerCenter.principalsOf(publisherId)).containsExactly("MANAGER " + OWNER);
    }

    @Test
    void anAccountThatWasThereBeforeTheAnswerIsRead() {
        var instance = prepared();
        lockPublisher.lock(instance);
        partnerCenter.add(publisherId, State.PROVISIONING, theCase().id().toString());
        partnerCenter.addMember(publisherId, PartnerRole.MANAGER, OWNER);
        openPartnerCenterAccount.openFor(instance);
        transferSettings.transfer(instance);

        transferUsers.transfer(instance);

        verify(partnerCenter, never()).addUser(any(), any(), any(), any(), any());
        assertThat(partnerCenter.principalsOf(publisherId)).containsExactly("MANAGER " + OWNER);
    }

    @Test
    void aUserWhoIsRefusedIsListedForTheReasonThatTheDirectoryGivesNow() {
        addUser("colleague@contoso.com", PublisherRole.CONTRIBUTOR);
        var instance = opened();
        transferSettings.transfer(instance);
        directory.add("contoso.com", new AccountKind.Work(OTHER));
        willReturn(new AddUserResult.Refused("in no tenant of this account"))
                .given(partnerCenter)
                .addUser(any(), any(), eq("colleague@contoso.com"), any(), any());

        transferUsers.transfer(instance);

        assertThat(theCase().usersLeftBehind())
                .extracting(left -> left.finding().code())
                .containsExactly(FindingCode.USER_OUTSIDE_TENANT);
    }

    @Test
    void anAccountIsVerifiedAgainAfterTheMove() {
        aPreparedCaseMovesStepByStep();
        var first = viewVerification.of(publisherId, OPERATOR).verifiedAt();
        pass(Duration.ofDays(1));

        viewVerification.again(publisherId, OPERATOR);
        assertThat(workflow.said()).containsExactly("verify: " + publisherId);
        verifyAccount.verify(publisherId);

        assertThat(viewVerification.of(publisherId, OPERATOR).verifiedAt()).isAfter(first);
        assertRefused(Refusal.MIGRATION_NOT_FOUND, () -> viewVerification.find("unknown", OPERATOR));
    }

    private static void assertBlocked(String reason, ThrowingCallable step) {
        assertThatThrownBy(step).isInstanceOf(MoveBlocked.class).hasMessageContaining(reason);
    }
}
