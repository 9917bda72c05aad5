package io.accountmigration.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.willCallRealMethod;
import static org.mockito.BDDMockito.willDoNothing;
import static org.mockito.BDDMockito.willReturn;

import io.accountmigration.migration.move.MoveBlocked;
import io.accountmigration.migration.move.MoveOutcome;
import io.accountmigration.migration.operations.CancelMigrations;
import io.accountmigration.migration.revert.CancelMigration;
import io.accountmigration.migration.revert.ClosePartnerCenterAccount;
import io.accountmigration.migration.revert.GiveUpMove;
import io.accountmigration.migration.revert.UnlockPublisher;
import io.accountmigration.migration.revert.VerifyRevert;
import io.accountmigration.partner.CloseAccountResult;
import io.accountmigration.partner.PartnerCenterAccount.State;
import io.accountmigration.publisher.PublisherStatus;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RevertCasesTest extends CaseTest {

    @Autowired
    private CancelMigration cancelMigration;

    @Autowired
    private CancelMigrations cancelMigrations;

    @Autowired
    private GiveUpMove giveUpMove;

    @Autowired
    private ClosePartnerCenterAccount closePartnerCenterAccount;

    @Autowired
    private UnlockPublisher unlockPublisher;

    @Autowired
    private VerifyRevert verifyRevert;

    @Autowired
    private RecordRetry recordRetry;

    @Autowired
    private ViewMigrations viewMigrations;

    @Test
    void whatIsGivenUpIsUndone() {
        var instance = transferred();
        cancelMigration.cancel(publisherId, owner(OWNER));
        assertThat(workflow.said()).containsExactly("given up: " + instance);
        assertThat(verifyMove.verify(instance)).isEqualTo(MoveOutcome.GIVEN_UP);

        undo(instance);
        verifyRevert.verify(instance);
        endMigration.end(instance, MigrationState.REVERTED);

        assertThat(theCase().state()).isEqualTo(MigrationState.REVERTED);
        assertThat(portal.publisher(publisherId).status()).isEqualTo(PublisherStatus.ACTIVE);
        assertThat(partnerCenter.accountOf(publisherId)).isEmpty();
        assertRefused(Refusal.NOT_RUNNING, () -> cancelMigration.cancel(publisherId, owner(OWNER)));
    }

    @Test
    void noStepOfAMoveThatWasGivenUpHasAnEffect() {
        var instance = prepared();
        cancelMigration.cancel(publisherId, OPERATOR);

        assertThat(lockPublisher.lock(instance)).isEqualTo(MoveOutcome.GIVEN_UP);
        assertThat(openPartnerCenterAccount.openFor(instance)).isEqualTo(MoveOutcome.GIVEN_UP);
        assertThat(transferSettings.transfer(instance)).isEqualTo(MoveOutcome.GIVEN_UP);
        assertThat(transferUsers.transfer(instance)).isEqualTo(MoveOutcome.GIVEN_UP);
        assertThat(portal.publisher(publisherId).status()).isEqualTo(PublisherStatus.ACTIVE);
        assertThat(partnerCenter.accountOf(publisherId)).isEmpty();
    }

    @Test
    void aMoveThatTookTooLongIsGivenUpByTheProcess() {
        var instance = opened();

        giveUpMove.giveUp(instance);

        assertThat(workflow.said()).containsExactly("retry: " + instance);
        assertThat(transferSettings.transfer(instance)).isEqualTo(MoveOutcome.GIVEN_UP);
    }

    @Test
    void nothingIsGivenUpPastThePointOfNoReturn() {
        var instance = transferred();
        verifyMove.verify(instance);
        makePublisherReadOnly.switchOver(instance);

        giveUpMove.giveUp(instance);

        assertThat(workflow.said()).isEmpty();
        assertRefused(Refusal.TOO_LATE, () -> cancelMigration.cancel(publisherId, OPERATOR));
        activatePartnerCenterAccount.activateFor(instance);
    }

    @Test
    void aCaseWhoseInstanceWasDeletedIsRevertedInAnother() {
        var instance = opened();
        workflow.delete(instance);

        cancelMigration.cancel(publisherId, OPERATOR);

        assertThat(workflow.said()).containsExactly("revert: " + publisherId);
        assertThat(theCase().processInstanceId()).isNotEqualTo(instance);
        undo(theCase().processInstanceId());
        assertThat(partnerCenter.accountOf(publisherId)).isEmpty();
    }

    @Test
    void aRevertThatTheOutsideDoesNotShowIsNotOver() {
        var instance = transferred();
        cancelMigration.cancel(publisherId, OPERATOR);
        willDoNothing().willDoNothing().willCallRealMethod().given(portal).unlock(any(), any());
        willReturn(new CloseAccountResult.Closed())
                .willReturn(new CloseAccountResult.Closed())
                .willCallRealMethod()
                .given(partnerCenter)
                .close(any(), any());
        undo(instance);

        assertThatThrownBy(() -> verifyRevert.verify(instance))
                .isInstanceOf(MoveBlocked.class)
                .hasMessageContaining("still shows the account");
        assertThatThrownBy(() -> verifyRevert.verify(instance))
                .isInstanceOf(MoveBlocked.class)
                .hasMessageContaining("still shows the lock");
        verifyRevert.verify(instance);
        assertThat(portal.publisher(publisherId).lockedBy()).isEmpty();
    }

    /** Lists may be late, or empty: the account is there all the same. */
    @Test
    void anAccountThatNoListShowsIsClosedToo() {
        var instance = opened();
        cancelMigration.cancel(publisherId, OPERATOR);
        willReturn(Optional.empty()).given(partnerCenter).accountOf(any());

        undo(instance);
        verifyRevert.verify(instance);

        willCallRealMethod().given(partnerCenter).accountOf(any());
        assertThat(partnerCenter.accountOf(publisherId)).isEmpty();
    }

    @Test
    void anActiveAccountThatNoListShowsStopsTheRevert() {
        var instance = opened();
        cancelMigration.cancel(publisherId, OPERATOR);
        partnerCenter.add(publisherId, State.ACTIVE, theCase().id().toString());
        willReturn(Optional.empty()).given(partnerCenter).accountOf(any());

        assertThatThrownBy(() -> closePartnerCenterAccount.closeFor(instance)).isInstanceOf(MoveBlocked.class);
    }

    @Test
    void aSuspendedCaseIsNotGivenUp() {
        workflow.suspend(opened());

        assertRefused(Refusal.SUSPENDED, () -> cancelMigration.cancel(publisherId, OPERATOR));
        assertThat(theCase().move().isGivenUp()).isFalse();
    }

    @Test
    void nobodyElseGivesACaseUp() {
        start();

        assertRefused(Refusal.NOT_OWNER, () -> cancelMigration.cancel(publisherId, owner("stranger@contoso.com")));
        assertRefused(Refusal.MIGRATION_NOT_FOUND, () -> cancelMigration.cancel("unknown", OPERATOR));
        assertThat(viewMigrations.latest(publisherId, OPERATOR).cancellable()).isTrue();
    }

    @Test
    void operatorsGiveUpExactlyTheCasesThatTheySaw() {
        start();
        var seen = theCase().id();
        assertThat(cancelMigrations.preview(List.of(seen))).hasSize(1);

        var done = cancelMigrations.cancel(List.of(seen), "asked for", OPERATOR);

        assertThat(done).singleElement().satisfies(action -> {
            assertThat(action.publisherId()).isEqualTo(publisherId);
            assertThat(action.reason()).isEqualTo("asked for");
        });
        assertThat(theCase().move().isGivenUp()).isTrue();
    }

    @Test
    void aRetryOfAnOperatorIsInTheTrail() {
        var instance = opened();

        recordRetry.note(instance, OPERATOR);

        assertThat(viewMigrations.trail(publisherId))
                .anyMatch(event -> event.actor().equals(OPERATOR.actor().id()));
    }

    private void undo(String instance) {
        closePartnerCenterAccount.closeFor(instance);
        unlockPublisher.unlock(instance);
    }
}
