package io.accountmigration.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import io.accountmigration.eligibility.FindingCode;
import io.accountmigration.migration.move.MoveBlocked;
import io.accountmigration.migration.move.MoveOutcome;
import io.accountmigration.migration.move.ResumeMovedCases;
import io.accountmigration.migration.move.VerifiedItem;
import io.accountmigration.migration.move.VerifyAccount;
import io.accountmigration.migration.move.ViewVerification;
import io.accountmigration.partner.PartnerCenterAccount.State;
import io.accountmigration.partner.PartnerRole;
import io.accountmigration.ports.InMemoryPartnerCenter;
import io.accountmigration.publisher.MovedPublisher;
import io.accountmigration.publisher.PublisherRole;
import io.accountmigration.publisher.PublisherUser;
import io.accountmigration.publisher.UserType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The account is elsewhere than the case remembers, as after a restore of the database. */
class MovedAlreadyCasesTest extends CaseTest {

    @Autowired
    private ResumeMovedCases resumeMovedCases;

    @Autowired
    private VerifyAccount verifyAccount;

    @Autowired
    private ViewVerification viewVerification;

    @Autowired
    private ViewMigrations viewMigrations;

    @Test
    void aCaseThatHasForgottenItsMoveAdoptsTheAccountAndFinishes() {
        addUser("guest@other.com", PublisherRole.CONTRIBUTOR);
        addUser("refused@contoso.com", PublisherRole.CONTRIBUTOR);
        var instance = prepared();
        var accountId = hasMoved();

        assertThat(lockPublisher.lock(instance)).isEqualTo(MoveOutcome.DONE);
        assertThat(openPartnerCenterAccount.openFor(instance)).isEqualTo(MoveOutcome.DONE);
        transfer(instance);
        assertThat(verifyMove.verify(instance)).isEqualTo(MoveOutcome.DONE);
        assertThat(makePublisherReadOnly.switchOver(instance)).isTrue();
        activatePartnerCenterAccount.activateFor(instance);
        endMigration.end(instance, MigrationState.MIGRATED);

        assertThat(theCase().accountId()).hasValue(accountId);
        assertThat(theCase().usersLeftBehind())
                .extracting(left -> left.finding().code())
                .containsExactlyInAnyOrder(FindingCode.USER_OUTSIDE_TENANT, FindingCode.USER_NOT_ARRIVED);
        verify(partnerCenter, never()).putSettings(any(), any(), any(), any());
        verify(partnerCenter, never()).addUser(any(), any(), any(), any(), any());
        assertThat(viewMigrations.trail(publisherId))
                .extracting(event -> event.type().name())
                .contains("ADOPTED");
        assertThat(mails.sent()).as("this was told when it moved").isEmpty();
    }

    /** What of a user is as it was before the restore, and how an adopted case lists it. */
    @ParameterizedTest
    @CsvSource({
        "true,  CONTRIBUTOR, true,  none,                       MOVED",
        "true,  OWNER,       true,  none,                       MOVED",
        "true,  CONTRIBUTOR, false, USER_NOT_ARRIVED, NOT_MOVED",
        "true,  OWNER,       false, USER_NOT_ARRIVED, NOT_MOVED",
        "false, CONTRIBUTOR, false, none,                       none",
        "false, OWNER,       false, none,                       none"
    })
    void everybodyWhoIsActiveAndHasNotArrivedIsListedByAnAdoptedCase(
            boolean active, PublisherRole role, boolean arrived, String code, String result) {
        portal.putUser(
                publisherId,
                new PublisherUser("u-dana", "dana@contoso.com", "Dana", UserType.USER, role, active),
                "1",
                null);
        var instance = prepared();
        hasMoved();
        if (arrived) {
            partnerCenter.addMember(publisherId, PartnerRole.counterpartOf(role), "dana@contoso.com");
        }

        adopt(instance);

        assertThat(theCase().usersLeftBehind())
                .extracting(left -> left.userId() + " " + left.finding().code())
                .isEqualTo(code.equals("none") ? List.of() : List.of("u-dana " + code));
        assertThat(items())
                .filteredOn(item -> item.subject().equals("u-dana"))
                .extracting(item -> item.result().name())
                .isEqualTo(result.equals("none") ? List.of() : List.of(result));
    }

    /** The owner answered with another address, which the restored case does not know. */
    @Test
    void theSignInOfAnOwnerThatWasReplacedBeforeTheRestoreIsListed() {
        var instance = prepared();
        partnerCenter.add(publisherId, State.ACTIVE, "somebody else");
        partnerCenter.addMember(publisherId, PartnerRole.MANAGER, "office@contoso.com");
        portal.moved(publisherId, InMemoryPartnerCenter.idFor(publisherId));

        adopt(instance);

        assertThat(theCase().listedInPortal())
                .extracting(left -> left.userId() + " " + left.finding().code())
                .containsExactly("u-" + OWNER + " USER_NOT_ARRIVED");
        assertThat(items())
                .filteredOn(item -> item.kind() == VerifiedItem.Kind.USER)
                .extracting(VerifiedItem::result)
                .containsExactly(VerifiedItem.Result.NOT_MOVED);
    }

    @Test
    void whoWasListedAndHasComeToPartnerCenterSinceIsMoved() {
        addUser("dana@contoso.com", PublisherRole.CONTRIBUTOR);
        var instance = prepared();
        hasMoved();
        adopt(instance);
        assertThat(makePublisherReadOnly.switchOver(instance)).isTrue();
        activatePartnerCenterAccount.activateFor(instance);
        endMigration.end(instance, MigrationState.MIGRATED);
        partnerCenter.addMember(publisherId, PartnerRole.DEVELOPER, "dana@contoso.com");

        verifyAccount.verify(publisherId);

        assertThat(items())
                .filteredOn(item -> item.subject().equals("u-dana@contoso.com"))
                .extracting(VerifiedItem::result)
                .containsExactly(VerifiedItem.Result.MOVED);
    }

    private void adopt(String instance) {
        assertThat(lockPublisher.lock(instance)).isEqualTo(MoveOutcome.DONE);
        assertThat(openPartnerCenterAccount.openFor(instance)).isEqualTo(MoveOutcome.DONE);
        transfer(instance);
        assertThat(verifyMove.verify(instance)).isEqualTo(MoveOutcome.DONE);
    }

    @Test
    void anAccountThatThePortalsNameDifferentlyIsNotAdopted() {
        var instance = prepared();
        hasMoved();
        portal.moved(publisherId, "another account");

        assertThatThrownBy(() -> lockPublisher.lock(instance))
                .isInstanceOf(MoveBlocked.class)
                .hasMessageContaining("another account");
        assertThat(theCase().move().isAdopted()).isFalse();
    }

    @Test
    void aProvisionalAccountOfSomebodyElseIsNotAdopted() {
        var instance = prepared();
        hasMoved();
        partnerCenter.add(publisherId, State.PROVISIONING, "somebody else");

        assertThatThrownBy(() -> lockPublisher.lock(instance)).isInstanceOf(MoveBlocked.class);
        assertThat(theCase().move().isAdopted()).isFalse();
    }

    @Test
    void aCaseThatAsksPeopleGoesOnWithTheMove() {
        var instance = start();
        ask(instance, MigrationStep.PROVIDE_WORK_EMAIL);
        hasMoved();
        var moved = List.of(new MovedPublisher(publisherId, InMemoryPartnerCenter.idFor(publisherId)));
        assertThat(resumeMovedCases.find(List.of())).isEmpty();
        assertThat(resumeMovedCases.find(moved)).containsExactly(publisherId);

        resumeMovedCases.resume(publisherId);

        assertThat(workflow.said()).containsExactly("go on with move: " + publisherId);
        assertThat(theCase().step()).isEqualTo(MigrationStep.LOCK_PUBLISHER);
    }

    @Test
    void aCaseThatMovesIsOnlyTriedAgain() {
        var instance = opened();

        resumeMovedCases.resume(publisherId);

        assertThat(workflow.said()).containsExactly("retry: " + instance);
        assertThat(theCase().step()).isEqualTo(MigrationStep.TRANSFER_SETTINGS);
    }

    @Test
    void aCaseThatIsSuspendedOrPastReturnIsLeftAlone() {
        var instance = transferred();
        workflow.suspend(instance);
        resumeMovedCases.resume(publisherId);
        assertThat(workflow.said()).isEmpty();

        verifyMove.verify(instance);
        resumeMovedCases.resume(publisherId);
        assertThat(workflow.said()).isEmpty();
    }

    @Test
    void anActivationThatPartnerCenterHasLostIsRepeated() {
        migrated();
        partnerCenter.add(publisherId, State.PROVISIONING, theCase().id().toString());

        verifyAccount.verify(publisherId);

        assertThat(partnerCenter.accountOf(publisherId).orElseThrow().state()).isEqualTo(State.ACTIVE);
        assertThat(account().result()).isEqualTo(VerifiedItem.Result.MOVED);
    }

    @Test
    void anAccountOfSomebodyElseIsNotActivatedButListed() {
        migrated();
        partnerCenter.add(publisherId, State.PROVISIONING, "somebody else");

        verifyAccount.verify(publisherId);

        assertThat(partnerCenter.accountOf(publisherId).orElseThrow().state()).isEqualTo(State.PROVISIONING);
        assertThat(account().result()).isEqualTo(VerifiedItem.Result.DIFFERS);
        assertThat(account().differences()).containsExactly("PROVISIONING");
        assertThat(account().finding()).isEqualTo(FindingCode.ACCOUNT_NOT_ACTIVE.naming(publisherId));
    }

    @Test
    void anAccountThatThePublisherWasNotSwitchedToIsNotActivated() {
        migrated();
        partnerCenter.add(publisherId, State.PROVISIONING, theCase().id().toString());
        portal.moved(publisherId, "another account");

        verifyAccount.verify(publisherId);

        assertThat(partnerCenter.accountOf(publisherId).orElseThrow().state()).isEqualTo(State.PROVISIONING);
    }

    @Test
    void theReportNamesWhatIsNotMovedAtAll() {
        migrated();

        verifyAccount.verify(publisherId);

        assertThat(items())
                .filteredOn(item -> item.result() == VerifiedItem.Result.NOT_MOVED)
                .extracting(VerifiedItem::kind)
                .containsExactly(VerifiedItem.Kind.OFFERS, VerifiedItem.Kind.PAYMENTS);
        assertThat(items())
                .filteredOn(item -> item.kind() == VerifiedItem.Kind.SETTINGS)
                .hasSize(3)
                .allMatch(item -> item.result() == VerifiedItem.Result.MOVED);
    }

    private void migrated() {
        var instance = transferred();
        verifyMove.verify(instance);
        assertThat(makePublisherReadOnly.switchOver(instance)).isTrue();
        activatePartnerCenterAccount.activateFor(instance);
        endMigration.end(instance, MigrationState.MIGRATED);
        assertThat(mails.sent()).containsExactly("MIGRATED to " + OWNER);
    }

    /** The publisher has moved, by a case that this database does not remember. */
    private String hasMoved() {
        partnerCenter.add(publisherId, State.ACTIVE, "somebody else");
        partnerCenter.addMember(publisherId, PartnerRole.MANAGER, OWNER);
        var accountId = InMemoryPartnerCenter.idFor(publisherId);
        portal.moved(publisherId, accountId);
        return accountId;
    }

    private VerifiedItem account() {
        return items().stream()
                .filter(item -> item.kind() == VerifiedItem.Kind.ACCOUNT)
                .findFirst()
                .orElseThrow();
    }

    private List<VerifiedItem> items() {
        return viewVerification.of(publisherId, OPERATOR).items();
    }
}
