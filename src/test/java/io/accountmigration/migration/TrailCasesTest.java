package io.accountmigration.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.accountmigration.migration.owners.TakeOverMigration;
import io.accountmigration.migration.preparation.CheckConfirmationCode;
import io.accountmigration.migration.preparation.SendConfirmationCode;
import io.accountmigration.migration.revert.CancelMigration;
import io.accountmigration.publisher.PublisherRole;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.ScrollPosition;

/** The trail says everything that happened, by whom, and nothing twice; the views say where the case is. */
class TrailCasesTest extends CaseTest {

    @Autowired
    private SendConfirmationCode sendConfirmationCode;

    @Autowired
    private CheckConfirmationCode checkConfirmationCode;

    @Autowired
    private TakeOverMigration takeOverMigration;

    @Autowired
    private CancelMigration cancelMigration;

    @Autowired
    private RecordRetry recordRetry;

    @Autowired
    private ViewMigrations viewMigrations;

    @Test
    void theTrailOfAMoveHasEachStepOnce() {
        addUser("guest@other.com", PublisherRole.CONTRIBUTOR);
        var instance = start();
        provide(instance, "colleague@contoso.com");
        sendConfirmationCode.send(instance);
        ask(instance, MigrationStep.CONFIRM_WORK_EMAIL);
        checkConfirmationCode.check(instance, "wrong", null);
        ask(instance, MigrationStep.CONFIRM_WORK_EMAIL);
        checkConfirmationCode.check(instance, mails.lastCode(), null);
        lockPublisher.lock(instance);
        openPartnerCenterAccount.openFor(instance);
        transfer(instance);
        verifyMove.verify(instance);
        makePublisherReadOnly.switchOver(instance);
        activatePartnerCenterAccount.activateFor(instance);
        endMigration.end(instance, MigrationState.MIGRATED);

        assertThat(trail())
                .containsExactly(
                        "owner: REQUESTED " + publisherId,
                        "process: STEP_DONE CHECK_PARTNER_MEMBERSHIP",
                        "owner: STEP_DONE PROVIDE_WORK_EMAIL",
                        "process: STEP_DONE CHECK_WORK_EMAIL",
                        "process: CODE_SENT CONFIRM_WORK_EMAIL",
                        "process: SENT_BACK CODE_WRONG",
                        "owner: STEP_DONE CONFIRM_WORK_EMAIL",
                        "process: STEP_DONE LOCK_PUBLISHER",
                        "process: STEP_DONE OPEN_PARTNER_CENTER_ACCOUNT",
                        "process: STEP_DONE TRANSFER_SETTINGS",
                        "process: USER_LEFT_BEHIND USER_OUTSIDE_TENANT",
                        "process: STEP_DONE TRANSFER_USERS",
                        "process: STEP_DONE VERIFY_MOVE",
                        "process: STEP_DONE MAKE_PUBLISHER_READ_ONLY",
                        "process: STEP_DONE ACTIVATE_PARTNER_CENTER_ACCOUNT",
                        "process: STEP_DONE START_USER_SYNC",
                        "process: ENDED MIGRATED");
        assertThat(mails.sent())
                .as("a replaced sign-in is told under both addresses")
                .contains("replaced to " + OWNER, "replaced to colleague@contoso.com");
        var view = viewMigrations.latest(publisherId, owner(OWNER));
        assertThat(view.actors()).isEmpty();
        assertThat(view.cancellable()).isFalse();
        assertThat(view.stepsDone())
                .extracting(CaseView.StepDone::step)
                .startsWith(MigrationStep.CHECK_PARTNER_MEMBERSHIP)
                .endsWith(MigrationStep.START_USER_SYNC);
        assertThat(view.usersLeftBehind())
                .extracting(left -> left.finding().code().name())
                .containsExactly("USER_OUTSIDE_TENANT", "SIGN_IN_REPLACED");
    }

    @Test
    void theTrailOfACaseThatIsGivenUpNamesWhoDidWhat() {
        addUser(CO_OWNER, PublisherRole.OWNER);
        var instance = start();
        ask(instance, MigrationStep.PROVIDE_WORK_EMAIL);
        takeOverMigration.takeOver(publisherId, owner(CO_OWNER));
        recordRetry.note(instance, OPERATOR);
        cancelMigration.cancel(publisherId, owner(CO_OWNER));
        cancelMigration.cancel(publisherId, owner(CO_OWNER));
        endMigration.end(instance, MigrationState.CANCELLED);

        assertThat(trail())
                .containsExactly(
                        "owner: REQUESTED " + publisherId,
                        "process: STEP_DONE CHECK_PARTNER_MEMBERSHIP",
                        "co-owner: TAKEN_OVER PROVIDE_WORK_EMAIL",
                        "operator: RETRIED PROVIDE_WORK_EMAIL",
                        "co-owner: GIVEN_UP PROVIDE_WORK_EMAIL",
                        "process: ENDED CANCELLED");
    }

    @Test
    void aCaseIsShownToItsOwnersToOperatorsAndToNobodyElse() {
        assertRefused(Refusal.MIGRATION_NOT_FOUND, () -> viewMigrations.latest(publisherId, OPERATOR));
        assertRefused(Refusal.MIGRATION_NOT_FOUND, () -> viewMigrations.history(publisherId, OPERATOR));
        assertRefused(Refusal.MIGRATION_NOT_FOUND, () -> viewMigrations.trail(publisherId));
        start();

        var stranger = owner("stranger@contoso.com");
        assertRefused(Refusal.NOT_OWNER, () -> viewMigrations.latest(publisherId, stranger));
        assertRefused(Refusal.NOT_OWNER, () -> viewMigrations.history(publisherId, stranger));
        assertThat(viewMigrations.history(publisherId, owner(OWNER))).hasSize(1);
        assertThat(viewMigrations.latest(publisherId, OPERATOR).publisherId()).isEqualTo(publisherId);
    }

    @Test
    void whoHasToActIsShownByAddress() {
        addUser(CO_OWNER, PublisherRole.OWNER);
        var instance = start();
        assertThat(viewMigrations.latest(publisherId, OPERATOR).actors()).containsExactly(CaseView.PROGRAM);

        ask(instance, MigrationStep.PROVIDE_WORK_EMAIL);
        var waiting = viewMigrations.latest(publisherId, OPERATOR);
        assertThat(waiting.actors()).containsExactly(OWNER, CO_OWNER);
        assertThat(waiting.task().flatMap(OpenTask::assignee)).hasValue(OWNER);
        assertThat(waiting.cancellable()).isTrue();

        workflow.suspend(instance);
        var suspended = viewMigrations.latest(publisherId, OPERATOR);
        assertThat(suspended.isSuspended()).isTrue();
        assertThat(suspended.actors()).containsExactly(CaseView.OPERATORS);
        assertThat(suspended.task()).isEmpty();
        assertThat(suspended.cancellable()).isFalse();
    }

    @Test
    void aCaseWhoseInstanceIsGoneIsForOperators() {
        workflow.delete(start());

        assertThat(viewMigrations.latest(publisherId, OPERATOR).actors()).containsExactly(CaseView.OPERATORS);
    }

    @Test
    void casesAreListedNewestFirstAPageAtATime() {
        var ids = List.of(publisherId, publisherId + "-b", publisherId + "-c");
        for (var id : ids) {
            pass(java.time.Duration.ofSeconds(1));
            portal.add(id, Optional.of(PARTNER_ID), OWNER);
            startMigration.start(id, Optional.empty(), owner(OWNER), Optional.empty());
        }

        var first = viewMigrations.page(Optional.of(MigrationState.VALIDATING), ScrollPosition.keyset(), 2);
        assertThat(first.getContent())
                .extracting(CaseView::publisherId)
                .containsExactly(publisherId + "-c", publisherId + "-b");
        assertThat(first.hasNext()).isTrue();
        assertThat(viewMigrations
                        .page(Optional.of(MigrationState.VALIDATING), first.positionAt(1), 1)
                        .getContent())
                .extracting(CaseView::publisherId)
                .containsExactly(publisherId);
        assertThat(viewMigrations
                        .page(Optional.empty(), ScrollPosition.keyset(), 1)
                        .getContent())
                .extracting(CaseView::publisherId)
                .containsExactly(publisherId + "-c");
    }

    private List<String> trail() {
        return viewMigrations.trail(publisherId).stream()
                .map(event -> nameOf(event.actor()) + ": " + event.type() + " " + event.subject())
                .toList();
    }

    private static String nameOf(String actor) {
        if (actor.equals(Actor.PROCESS.id())) {
            return "process";
        }
        if (actor.equals(OPERATOR.actor().id())) {
            return "operator";
        }
        return actor.equals(owner(OWNER).actor().id()) ? "owner" : "co-owner";
    }
}
