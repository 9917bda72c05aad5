package io.accountmigration.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import io.accountmigration.migration.owners.OwnerSearchWorkflow.Why;
import io.accountmigration.migration.owners.RefreshOwners;
import io.accountmigration.migration.owners.RefreshOwnersOfWaitingCases;
import io.accountmigration.migration.owners.RequireActiveOwner;
import io.accountmigration.migration.owners.TakeOverMigration;
import io.accountmigration.migration.revert.CancelMigration;
import io.accountmigration.publisher.CloudPartnerPortalUnavailable;
import io.accountmigration.publisher.PublisherRole;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who owns a publisher is asked again when it matters, and not more often. */
class WaitingOwnersCasesTest extends CaseTest {

    @Autowired
    private RefreshOwners refreshOwners;

    @Autowired
    private RefreshOwnersOfWaitingCases refreshOwnersOfWaitingCases;

    @Autowired
    private RequireActiveOwner requireActiveOwner;

    @Autowired
    private TakeOverMigration takeOverMigration;

    @Autowired
    private CancelMigration cancelMigration;

    @Autowired
    private JdbcTemplate database;

    /** Other tests leave cases behind, which a run would ask about first; it goes on where the one before it ended. */
    @BeforeEach
    void noOtherCaseWaits() {
        database.update("update migration set state = 'CANCELLED', live_key = null where live_key is not null");
        refreshOwnersOfWaitingCases.refresh();
    }

    /** Other tests look at their own cases only. */
    @AfterEach
    void endTheCase() {
        migrations
                .living(publisherId)
                .ifPresent(migration -> endMigration.end(migration.processInstanceId(), MigrationState.CANCELLED));
    }

    @Test
    void aRunGivesTheTaskOfAnOwnerWhoHasLeftToAnother() {
        waiting();
        onlyCoOwnerIsLeft();
        pass(Duration.ofMinutes(2));

        refreshOwnersOfWaitingCases.refresh();

        assertThat(theCase().actingOwner()).isEqualTo(CO_OWNER);
        assertThat(mails.sent()).containsExactly("invitation to " + CO_OWNER);
    }

    @Test
    void aRunEndsTheSearchForAnOwnerOfAPublisherWithoutACaseOnceThereIsOne() {
        portal.add(publisherId, Optional.of(PARTNER_ID));
        ownerSearch.open(publisherId, Why.NO_OWNER);
        refreshOwnersOfWaitingCases.refresh();
        assertThat(ownerSearch.whyFor(publisherId)).hasValue(Why.NO_OWNER);

        addUser(OWNER, PublisherRole.OWNER);
        refreshOwnersOfWaitingCases.refresh();

        assertThat(ownerSearch.whyFor(publisherId)).isEmpty();
    }

    @Test
    void aSearchBecauseNobodyActsGoesOn() {
        ownerSearch.open(publisherId, Why.NOBODY_ACTS);

        refreshOwnersOfWaitingCases.refresh();

        assertThat(ownerSearch.whyFor(publisherId)).hasValue(Why.NOBODY_ACTS);
    }

    @Test
    void aPortalThatIsDownIsNotAskedAgainAtOnce() {
        var instance = waiting();
        pass(Duration.ofMinutes(2));
        portalIsDown();

        refreshOwners.onRead(List.of(instance));
        refreshOwners.onRead(List.of(instance));
        refreshOwnersOfWaitingCases.refresh();
        verify(portal, times(1)).usersOf(publisherId);

        pass(Duration.ofSeconds(10));
        refreshOwners.onRead(List.of(instance));
        verify(portal, times(2)).usersOf(publisherId);
        pass(Duration.ofSeconds(10));
    }

    @Test
    void whoReadsTasksSeesThoseOfTheOwnersOfNow() {
        var instance = waiting();
        onlyCoOwnerIsLeft();

        refreshOwners.onRead(List.of(instance));
        assertThat(theCase().actingOwner()).as("the list is fresh").isEqualTo(OWNER);
        pass(Duration.ofMinutes(2));
        refreshOwners.onRead(List.of());
        assertThat(theCase().actingOwner()).isEqualTo(OWNER);
        refreshOwners.onRead(List.of(instance));

        assertThat(theCase().actingOwner()).isEqualTo(CO_OWNER);
    }

    @Test
    void afterARefusalAsAFormerOwnerTheTaskGoesToAnother() {
        waiting();
        onlyCoOwnerIsLeft();
        pass(Duration.ofMinutes(2));

        refreshOwners.after(MigrationRefused.because(Refusal.NOT_OWNER, theCase()));
        assertThat(theCase().actingOwner()).isEqualTo(OWNER);
        refreshOwners.after(MigrationRefused.because(Refusal.TASK_OF_SOMEBODY_ELSE, theCase()));

        assertThat(theCase().actingOwner()).isEqualTo(CO_OWNER);
    }

    @Test
    void aServiceThatLooksHasNothingAskedOfThePortal() {
        waiting();
        pass(Duration.ofMinutes(2));
        clearInvocations(portal);

        refreshOwners.onLook(publisherId, Caller.PROGRAM);

        verify(portal, never()).usersOf(any());
    }

    @Test
    void whereThereIsNoCaseOnlyAnOwnerIsToldSo() {
        assertRefused(Refusal.NOT_OWNER, () -> refreshOwners.onLook(publisherId, owner("stranger@contoso.com")));
        assertRefused(Refusal.NOT_OWNER, () -> takeOverMigration.takeOver(publisherId, owner("stranger@contoso.com")));
        assertRefused(Refusal.NOT_OWNER, () -> cancelMigration.cancel(publisherId, owner("stranger@contoso.com")));
        assertRefused(Refusal.NOT_OWNER, () -> cancelMigration.cancel("unknown", owner(OWNER)));
        assertRefused(Refusal.MIGRATION_NOT_FOUND, () -> takeOverMigration.takeOver(publisherId, owner(OWNER)));
    }

    @Test
    void whileACaseIsSuspendedItsTaskIsOnlyTakenFromThoseWhoAreGone() {
        var instance = waiting();
        workflow.suspend(instance);
        onlyCoOwnerIsLeft();
        pass(Duration.ofMinutes(2));
        var offers = workflow.offers().size();

        refreshOwners.onLook(publisherId, OPERATOR);

        assertThat(workflow.said()).containsExactly("closed: task of " + instance + " to all but [" + CO_OWNER + "]");
        assertThat(workflow.offers()).hasSize(offers);
        assertThat(theCase().actingOwner()).isEqualTo(OWNER);
    }

    @Test
    void aFormerOwnerIsToldThatHeIsNoneAnyMore() {
        var instance = waiting();
        onlyCoOwnerIsLeft();
        pass(Duration.ofMinutes(2));
        refreshOwners.onLook(publisherId, OPERATOR);

        assertThat(requireActiveOwner.toFormerOwner(instance, OWNER).map(MigrationRefused::refusal))
                .hasValue(Refusal.OWNER_NO_MORE);
        assertThat(requireActiveOwner.toFormerOwner(instance, CO_OWNER)).isEmpty();
        assertThat(requireActiveOwner.toFormerOwner(instance, "stranger@contoso.com"))
                .isEmpty();
        assertThat(requireActiveOwner.toFormerOwner("unknown", OWNER)).isEmpty();
        assertThat(requireActiveOwner
                        .toCandidate(instance, Refusal.TASK_OF_SOMEBODY_ELSE)
                        .map(MigrationRefused::refusal))
                .hasValue(Refusal.TASK_OF_SOMEBODY_ELSE);
    }

    @Test
    void whoTakesATaskIsOfferedTheirOwnAddress() {
        var instance = waiting();

        assertThat(requireActiveOwner.toTake(instance, CO_OWNER)).isEqualTo(CO_OWNER);
        assertThat(requireActiveOwner.toTake(instance, OWNER)).isEqualTo(OWNER);
        assertRefused(Refusal.NOT_OWNER, () -> requireActiveOwner.toTake(instance, "stranger@contoso.com"));
        workflow.suspend(instance);
        assertRefused(Refusal.SUSPENDED, () -> requireActiveOwner.toTake(instance, OWNER));
    }

    @Test
    void aTaskIsTakenOverOnceAndOnlyWhileThereIsOne() {
        var instance = start();
        addUser(CO_OWNER, PublisherRole.OWNER);
        pass(Duration.ofMinutes(2));
        assertRefused(Refusal.NO_OPEN_TASK, () -> takeOverMigration.takeOver(publisherId, owner(CO_OWNER)));
        ask(instance, MigrationStep.PROVIDE_WORK_EMAIL);

        assertThat(takeOverMigration.takeOver(publisherId, owner(CO_OWNER))).isEqualTo("/tasks/task of " + instance);
        var offers = workflow.offers().size();
        takeOverMigration.takeOver(publisherId, owner(CO_OWNER));
        assertThat(workflow.offers()).hasSize(offers);

        workflow.suspend(instance);
        assertRefused(Refusal.SUSPENDED, () -> takeOverMigration.takeOver(publisherId, owner(OWNER)));
    }

    private String waiting() {
        addUser(CO_OWNER, PublisherRole.OWNER);
        var instance = start();
        ask(instance, MigrationStep.PROVIDE_WORK_EMAIL);
        mails.clear();
        return instance;
    }

    private void onlyCoOwnerIsLeft() {
        portal.add(publisherId, Optional.of(PARTNER_ID), CO_OWNER);
    }

    private void portalIsDown() {
        clearInvocations(portal);
        willThrow(new CloudPartnerPortalUnavailable("down", null, null))
                .given(portal)
                .usersOf(any());
    }
}
