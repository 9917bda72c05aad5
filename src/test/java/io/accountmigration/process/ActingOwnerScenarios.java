package io.accountmigration.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.atMost;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import io.accountmigration.migration.Caller;
import io.accountmigration.migration.MigrationRefused;
import io.accountmigration.migration.MigrationState;
import io.accountmigration.migration.MigrationStep;
import io.accountmigration.migration.Refusal;
import io.accountmigration.migration.ViewMigrations;
import io.accountmigration.migration.owners.OwnerSearchWorkflow;
import io.accountmigration.migration.owners.RefreshOwners;
import io.accountmigration.migration.owners.RefreshOwnersOfWaitingCases;
import io.accountmigration.migration.owners.TakeOverMigration;
import io.accountmigration.migration.preparation.ChangePartnerId;
import io.accountmigration.migration.start.StartMigration;
import io.accountmigration.partner.Vetting;
import io.accountmigration.ports.Letterbox;
import io.accountmigration.process.engine.ExceptionCauses;
import io.accountmigration.process.engine.Groups;
import io.accountmigration.process.ownersearch.OwnerSearchModel;
import io.accountmigration.publisher.CloudPartnerPortalUnavailable;
import io.accountmigration.publisher.OutsideUnavailable;
import io.accountmigration.publisher.PublisherRole;
import io.accountmigration.publisher.PublisherUser;
import io.accountmigration.publisher.UserType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Each action checks the person who acts: a former owner changes nothing, and another owner continues. */
abstract class ActingOwnerScenarios extends Scenario {

    private static final String COLLEAGUE = "colleague@contoso.com";
    private static final String RENAMED = "renamed@contoso.com";
    private static final Duration LONGER_THAN_A_LIST_IS_FRESH = Duration.ofMinutes(2);
    private static final CloudPartnerPortalUnavailable DOWN = new CloudPartnerPortalUnavailable("down", null, null);

    @Autowired
    TakeOverMigration takeOver;

    @Autowired
    ChangePartnerId changePartnerId;

    @Autowired
    StartMigration startMigration;

    @Autowired
    ViewMigrations viewMigrations;

    @Autowired
    RefreshOwners refreshOwners;

    @Autowired
    RefreshOwnersOfWaitingCases refreshOwnersOfWaitingCases;

    @Autowired
    OwnerSearchWorkflow ownerSearchWorkflow;

    @Autowired
    AuthorizationService authorizationService;

    /** What somebody does to an owner in the portal, and who owns the account then. */
    enum Change {
        DEMOTED(CO_OWNER),
        DISABLED(CO_OWNER),
        DELETED(CO_OWNER),
        RENAMED(ActingOwnerScenarios.RENAMED),
        ADDRESS_GIVEN_TO_A_CONTRIBUTOR(ActingOwnerScenarios.RENAMED);

        private final String successor;

        Change(String successor) {
            this.successor = successor;
        }
    }

    @ParameterizedTest
    @EnumSource(Change.class)
    void whoIsNoOwnerAnyMoreDoesNothingAtATaskAndAnotherOneHasIt(Change change) {
        ownedByBoth();
        start();
        for (var act : List.<Runnable>of(this::complete, this::submit, this::claim)) {
            become(change);

            requireRefused(change, act);

            assertThat(task().getAssignee()).as(change.name()).isEqualTo(change.successor);
            assertThat(theCase().actingOwner()).isEqualTo(change.successor);
            assertThat(grantedTo()).doesNotContain(OWNER);
            backToTheFirstOwner();
        }
        assertThat(theCase().state()).isEqualTo(MigrationState.ACTION_REQUIRED);
    }

    @ParameterizedTest
    @EnumSource(Change.class)
    void whoIsNoOwnerAnyMoreNeitherCancelsNorTakesOver(Change change) {
        ownedByBoth();
        start();
        for (var act : List.<Runnable>of(
                () -> cancelMigration.cancel(publisherId, owner()), () -> takeOver.takeOver(publisherId, owner()))) {
            become(change);

            requireRefused(change, act);

            assertThat(task().getAssignee()).as(change.name()).isEqualTo(change.successor);
            backToTheFirstOwner();
        }
        assertThat(theCase().state()).isEqualTo(MigrationState.ACTION_REQUIRED);
    }

    @ParameterizedTest
    @EnumSource(Change.class)
    void whoIsNoOwnerAnyMoreDoesNotChangeThePartnerId(Change change) {
        partnerNetwork.add("3000", Vetting.PENDING, CONTOSO);
        portal.add(publisherId, Optional.of("3000"), OWNER, CO_OWNER);
        startAndProvide(OWNER);
        become(change);

        requireRefused(change, () -> changePartnerId.askAgain(publisherId, owner()));

        assertThat(task()).isNull();
        assertThat(theCase().step().name()).isEqualTo("AWAIT_ENROLMENT");
        changePartnerId.askAgain(publisherId, publisherUser(change.successor));
        assertThat(task().getAssignee()).isEqualTo(change.successor);
    }

    @Test
    void whereNoOwnerIsLeftOperatorsAreAskedAtOnce() {
        start();
        become(Change.DEMOTED);

        requireRefused(Change.DEMOTED, this::complete);

        assertThat(task().getAssignee()).isNull();
        assertThat(grantedTo()).isEmpty();
        assertThat(searches()).containsExactly(OwnerSearchWorkflow.Why.NO_OWNER);
        assertThat(viewMigrations.latest(publisherId, OPERATOR).actors()).containsExactly("operators");

        nameOwner(CO_OWNER);
        assertThat(task().getAssignee()).isEqualTo(CO_OWNER);
        assertThat(searches()).isEmpty();
        provide(CO_OWNER);
        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
    }

    @ParameterizedTest
    @EnumSource(names = {"DEMOTED", "DISABLED", "DELETED"})
    void anAccountIsNotLockedOnTheAnswersOfSomebodyWhoIsNoOwnerAnyMore(Change change) {
        ownedByBoth();
        start();
        complete();
        change(change);

        runJobs();

        verify(portal, never()).lock(any(), any(), any());
        assertThat(theCase().state()).isEqualTo(MigrationState.ACTION_REQUIRED);
        assertThat(task().getAssignee()).isEqualTo(CO_OWNER);
        assertThat(taskService.getVariable(task().getId(), "workEmail")).isEqualTo(CO_OWNER);
        provide(CO_OWNER);
        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
    }

    @Test
    void anAccountWhoseOnlyOwnerIsGoneGoesToOperatorsBeforeItIsLocked() {
        start();
        complete();
        change(Change.DEMOTED);

        runJobs();

        verify(portal, never()).lock(any(), any(), any());
        assertThat(searches()).containsExactly(OwnerSearchWorkflow.Why.NO_OWNER);
        assertThat(task().getAssignee()).isNull();
        nameOwner(CO_OWNER);
        provide(CO_OWNER);
        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
    }

    @Test
    void whileThePortalCannotBeAskedTheLastListCountsForADay() {
        ownedByBoth();
        start();
        willThrow(DOWN).given(portal).usersOf(any());
        advance(Duration.ofHours(23));

        as(OWNER, () -> taskService.complete(task().getId(), Map.of("workEmail", "nobody")));
        assertThat(problem()).isEqualTo("EMAIL_INVALID");

        advance(Duration.ofHours(2));
        assertThat(catchThrowable(this::complete)).hasRootCauseInstanceOf(OutsideUnavailable.class);
        assertThat(catchThrowable(() -> cancelMigration.cancel(publisherId, owner())))
                .isInstanceOf(OutsideUnavailable.class);
        assertThat(task().getAssignee()).isEqualTo(OWNER);
        assertThat(theCase().state()).isEqualTo(MigrationState.ACTION_REQUIRED);
    }

    /** A list without anybody proves nothing, however often it is given. */
    @Test
    void anEmptyListTakesTheAccountFromNobody() {
        ownedByBoth();
        start();
        portal.removeAllUsers(publisherId);
        advance(LONGER_THAN_A_LIST_IS_FRESH);

        refreshOwners.onLook(publisherId, OPERATOR);
        malformed(OWNER);
        assertThat(problem()).isEqualTo("EMAIL_INVALID");
        pass(Duration.ofHours(20));
        takeOver.takeOver(publisherId, publisherUser(CO_OWNER));
        assertThat(theCase().owners()).containsExactly(OWNER, CO_OWNER);
        assertThat(searches()).isEmpty();

        pass(Duration.ofHours(5));
        assertThat(catchThrowable(() -> malformed(CO_OWNER))).hasRootCauseInstanceOf(OutsideUnavailable.class);
        assertThat(catchThrowable(() -> cancelMigration.cancel(publisherId, owner())))
                .isInstanceOf(OutsideUnavailable.class);
        assertThat(theCase().state()).isEqualTo(MigrationState.ACTION_REQUIRED);
        assertThat(searches()).isEmpty();
    }

    @Test
    void anAccountIsNeitherLockedNorSentBackWhileTheListIsEmpty() {
        start();
        complete();
        portal.removeAllUsers(publisherId);

        runJobs();

        verify(portal, never()).lock(any(), any(), any());
        assertThat(theCase().step()).isEqualTo(MigrationStep.LOCK_PUBLISHER);
        put("u-" + OWNER, OWNER, PublisherRole.OWNER, true);
        waitOutTheRetries();
        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
    }

    @Test
    void nobodyIsAskedForAnOwnerWhereAStartMeetsAnEmptyList() {
        portal.removeAllUsers(publisherId);

        var refused = catchThrowable(
                () -> startMigration.start(publisherId, Optional.of(OWNER), Caller.PROGRAM, Optional.empty()));

        assertThat(refused).isInstanceOf(OutsideUnavailable.class);
        assertThat(searches()).isEmpty();
    }

    @Test
    void theSearchEndsByItselfAndTheTaskIsBackWhereItWasWhenTheOwnerIsBack() {
        start();
        become(Change.DEMOTED);
        refreshOwners.onLook(publisherId, OPERATOR);
        assertThat(searches()).hasSize(1);
        runJobs();
        letterbox.clear();

        put("u-" + OWNER, OWNER, PublisherRole.OWNER, true);
        advance(LONGER_THAN_A_LIST_IS_FRESH);
        refreshOwners.onLook(publisherId, OPERATOR);
        runJobs();

        assertThat(searches()).isEmpty();
        assertThat(task().getAssignee()).isEqualTo(OWNER);
        assertThat(letterbox.letters()).extracting(Letterbox.Letter::to).containsExactly(OWNER);
        assertThat(theCase().waiting().reachedLevels()).isZero();
    }

    @Test
    void anOwnerWhoLostATaskToACoOwnerMayTakeItBackAndReadsWhoseItIs() {
        ownedByBoth();
        start();
        takeOver.takeOver(publisherId, publisherUser(CO_OWNER));

        assertThat(grantedTo()).containsExactlyInAnyOrder(OWNER, CO_OWNER);
        var refused = ExceptionCauses.find(catchThrowable(this::complete), MigrationRefused.class);
        assertThat(refused).map(MigrationRefused::refusal).contains(Refusal.TASK_OF_SOMEBODY_ELSE);
        takeOver.takeOver(publisherId, owner());
        complete();
        assertThat(theCase().step()).isNotEqualTo(MigrationStep.PROVIDE_WORK_EMAIL);
    }

    /** A move that was given up is not taken back by a later look: the portal is asked itself. */
    @Test
    void whoIsNoOwnerAnyMoreDoesNotCancelWithinTheMinuteEither() {
        ownedByBoth();
        start();
        clearInvocations(portal);
        change(Change.DEMOTED);
        advance(Duration.ofSeconds(10));

        requireRefused(Change.DEMOTED, () -> cancelMigration.cancel(publisherId, owner()));
        requireRefused(Change.DEMOTED, () -> cancelMigration.cancel(publisherId, owner()));

        verify(portal, times(1)).usersOf(any());
        assertThat(task().getAssignee()).isEqualTo(CO_OWNER);
    }

    @Test
    void aTaskThatIsBackForAnotherOwnerSaysWhy() {
        ownedByBoth();
        start();
        complete();
        change(Change.DEMOTED);

        runJobs();

        assertThat(problem()).isEqualTo("OWNER_CHANGED");
        assertThat(taskService.getVariable(task().getId(), "problemCode")).isEqualTo("OWNER_CHANGED");
        provide("nobody");
        assertThat(problem()).isEqualTo("EMAIL_INVALID");
        provide(CO_OWNER);
        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
    }

    /** How another owner comes to have a task. */
    enum Succession {
        FORMER_OWNER,
        TAKE_OVER
    }

    @ParameterizedTest
    @EnumSource
    void theAddressOfAnotherPersonDoesNotCountForWhoKnowsItsCode(Succession succession) {
        ownedByBoth();
        startAndProvide(COLLEAGUE);
        var code = mailedCode();

        handToTheCoOwner(succession);
        confirmWith(code);

        requireAskedForOnesOwnAddress();
    }

    @ParameterizedTest
    @EnumSource
    void theAddressOfAnotherPersonDoesNotCountForWhoEnrols(Succession succession) {
        portal.add(publisherId, Optional.empty(), OWNER, CO_OWNER);
        startAndProvide(COLLEAGUE);

        handToTheCoOwner(succession);
        enrolWith(PARTNER_ID);

        requireAskedForOnesOwnAddress();
    }

    @Test
    void theAnswersOfWhoLeavesWhileTheEnrolmentIsPendingDoNotCount() {
        partnerNetwork.add("3000", Vetting.PENDING, CONTOSO);
        portal.add(publisherId, Optional.of("3000"), OWNER, CO_OWNER);
        startAndProvide(COLLEAGUE);
        assertThat(theCase().step()).isEqualTo(MigrationStep.AWAIT_ENROLMENT);
        letterbox.clear();
        become(Change.DEMOTED);

        partnerNetwork.add("3000", Vetting.AUTHORIZED, CONTOSO);
        pass(Duration.ofDays(1));

        assertThat(letterbox.letters()).extracting(Letterbox.Letter::to).doesNotContain(COLLEAGUE);
        assertThat(task().getAssignee()).isEqualTo(CO_OWNER);
        requireAskedForOnesOwnAddress();
    }

    @Test
    void thePartnerIdOfAFormerOwnerIsAskedForAgain() {
        partnerNetwork.add("4000", Vetting.AUTHORIZED, OTHER);
        portal.add(publisherId, Optional.empty(), OWNER, CO_OWNER);
        startAndProvide(OWNER);
        enrolWith("4000");
        assertThat(problem()).isEqualTo("TENANT_MISMATCH");

        handToTheCoOwner(Succession.FORMER_OWNER);
        provide(CO_OWNER);

        assertThat(task().getTaskDefinitionKey()).isEqualTo("userTask_enrolInPartnerNetwork");
        assertThat(problem()).isEqualTo("PARTNER_ID_MISSING");
        enrolWith(PARTNER_ID);
        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
    }

    @Test
    void thePartnerIdOfWhoIsAnOwnerStillCountsForWhoTakesOver() {
        portal.add(publisherId, Optional.empty(), OWNER, CO_OWNER);
        startAndProvide(COLLEAGUE);
        enrolWith(PARTNER_ID);

        handToTheCoOwner(Succession.TAKE_OVER);
        confirmWith("nothing");

        requireAskedForOnesOwnAddress();
    }

    private void handToTheCoOwner(Succession succession) {
        if (succession == Succession.FORMER_OWNER) {
            become(Change.DEMOTED);
            refreshOwners.onLook(publisherId, publisherUser(CO_OWNER));
        } else {
            takeOver.takeOver(publisherId, publisherUser(CO_OWNER));
        }
        assertThat(task().getAssignee()).isEqualTo(CO_OWNER);
    }

    private void requireAskedForOnesOwnAddress() {
        assertThat(task().getTaskDefinitionKey()).isEqualTo("userTask_provideWorkEmail");
        assertThat(problem()).isIn("OWNER_CHANGED", "ADDRESS_OF_ANOTHER_USER");
        assertThat(taskService.getVariable(task().getId(), "workEmail")).isEqualTo(CO_OWNER);
        provide(CO_OWNER);
        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
        assertThat(theCase().workEmail()).isEqualTo(CO_OWNER);
    }

    @ParameterizedTest
    @EnumSource(names = {"DEMOTED", "DISABLED", "DELETED"})
    void anEndedCaseIsReadByTheOwnersOfToday(Change change) {
        start();
        cancel();
        change(change);
        put("u-new", CO_OWNER, PublisherRole.OWNER, true);
        advance(LONGER_THAN_A_LIST_IS_FRESH);

        refreshOwners.onLook(publisherId, owner());
        var refused = ExceptionCauses.find(
                catchThrowable(() -> viewMigrations.latest(publisherId, owner())), MigrationRefused.class);
        assertThat(refused).map(MigrationRefused::refusal).contains(Refusal.OWNER_NO_MORE);
        refreshOwners.onLook(publisherId, publisherUser(CO_OWNER));
        assertThat(viewMigrations.history(publisherId, publisherUser(CO_OWNER))).hasSize(1);
        assertThat(viewMigrations.latest(publisherId, publisherUser(CO_OWNER)).state())
                .isEqualTo(MigrationState.CANCELLED);
    }

    @Test
    void whileThePortalCannotBeAskedTheLastListOfAnEndedCaseCountsForADay() {
        start();
        cancel();
        willThrow(DOWN).given(portal).usersOf(any());
        advance(Duration.ofHours(23));

        refreshOwners.onLook(publisherId, owner());
        assertThat(viewMigrations.latest(publisherId, owner()).state()).isEqualTo(MigrationState.CANCELLED);

        advance(Duration.ofHours(2));
        assertThat(catchThrowable(() -> refreshOwners.onLook(publisherId, owner())))
                .isInstanceOf(OutsideUnavailable.class);
        refreshOwners.onLook(publisherId, OPERATOR);
    }

    @Test
    void aListIsReadOnceAMinute() {
        ownedByBoth();
        start();
        clearInvocations(portal);

        malformed(OWNER);
        verify(portal, never()).usersOf(any());
        advance(LONGER_THAN_A_LIST_IS_FRESH);
        malformed(OWNER);
        malformed(OWNER);
        verify(portal, times(1)).usersOf(any());
    }

    @Test
    void anOwnerWhoIsNewIsNotRefusedForTheAgeOfAList() {
        start();
        put("u-new", CO_OWNER, PublisherRole.OWNER, true);
        advance(Duration.ofSeconds(10));

        refreshOwners.onLook(publisherId, publisherUser(CO_OWNER));
        assertThat(viewMigrations.latest(publisherId, publisherUser(CO_OWNER)).state())
                .isEqualTo(MigrationState.ACTION_REQUIRED);
        takeOver.takeOver(publisherId, publisherUser(CO_OWNER));

        assertThat(task().getAssignee()).isEqualTo(CO_OWNER);
    }

    @Test
    void aCoOwnerWhoIsRefusedATaskOfAFormerOwnerHasItAfterwards() {
        ownedByBoth();
        start();
        become(Change.DEMOTED);

        var refusal = catchThrowable(
                () -> as(CO_OWNER, () -> taskService.complete(task().getId(), Map.of("workEmail", CO_OWNER))));

        var refused =
                ExceptionCauses.find(refusal, MigrationRefused.class).orElseThrow(() -> new AssertionError(refusal));
        assertThat(refused.refusal()).isEqualTo(Refusal.TASK_OF_SOMEBODY_ELSE);
        refreshOwners.after(refused);
        assertThat(task().getAssignee()).isEqualTo(CO_OWNER);
        assertThat(grantedTo()).doesNotContain(OWNER);
    }

    @Test
    void readingASuspendedCaseOfAFormerOwnerIsNoFailureAndTheTaskMovesWhenItIsActivated() {
        ownedByBoth();
        start();
        runtimeService.suspendProcessInstanceById(instanceId());
        become(Change.DEMOTED);

        refreshOwners.onLook(publisherId, publisherUser(CO_OWNER));

        assertThat(task().getAssignee()).isEqualTo(OWNER);
        assertThat(grantedTo()).containsExactly(CO_OWNER);
        runtimeService.activateProcessInstanceById(instanceId());
        advance(Duration.ofSeconds(10));
        refreshOwners.onLook(publisherId, publisherUser(CO_OWNER));
        assertThat(task().getAssignee()).isEqualTo(CO_OWNER);
    }

    @ParameterizedTest
    @EnumSource(Change.class)
    void aFormerOwnersTaskMovesWithoutAnybodysDoing(Change change) {
        ownedByBoth();
        start();
        become(change);

        lookAtAllThatWait();

        assertThat(task().getAssignee()).isEqualTo(change.successor);
        assertThat(grantedTo()).doesNotContain(OWNER);
    }

    @Test
    void whereNoOwnerIsLeftOperatorsAreAskedWithoutAnybodysDoingAndNotAnyMoreWhenOneIsBack() {
        start();
        become(Change.DEMOTED);

        lookAtAllThatWait();
        assertThat(searches()).containsExactly(OwnerSearchWorkflow.Why.NO_OWNER);
        assertThat(task().getAssignee()).isNull();

        put("u-new", CO_OWNER, PublisherRole.OWNER, true);
        advance(LONGER_THAN_A_LIST_IS_FRESH);
        lookAtAllThatWait();
        assertThat(searches()).isEmpty();
        assertThat(task().getAssignee()).isEqualTo(CO_OWNER);
    }

    @Test
    void theSearchForAPublisherWithoutACaseEndsWhenItHasAnOwner() {
        put("u-" + OWNER, OWNER, PublisherRole.CONTRIBUTOR, true);
        assertThat(catchThrowable(
                        () -> startMigration.start(publisherId, Optional.of(OWNER), OPERATOR, Optional.empty())))
                .isInstanceOf(MigrationRefused.class);
        lookAtAllThatWait();
        assertThat(searches()).containsExactly(OwnerSearchWorkflow.Why.NO_OWNER);

        put("u-" + OWNER, OWNER, PublisherRole.OWNER, true);
        lookAtAllThatWait();

        assertThat(searches()).isEmpty();
    }

    @Test
    void aRunAsksForAFewAndOneWhoseListIsEmptyKeepsNobodyElseWaitingForEver() {
        var others = IntStream.range(0, 15)
                .mapToObj(number -> publisherId + ".waiting-" + number)
                .toList();
        others.forEach(other -> {
            portal.add(other, Optional.of(PARTNER_ID), OWNER, CO_OWNER);
            workflow.start(other, Optional.of(OWNER), Caller.PROGRAM);
        });
        runJobs();
        portal.removeAllUsers(others.get(0));
        others.stream().skip(1).forEach(other -> portal.removeUser(other, "u-" + OWNER, "1", null));
        advance(LONGER_THAN_A_LIST_IS_FRESH);
        clearInvocations(portal);

        refreshOwnersOfWaitingCases.refresh();
        verify(portal, atMost(12)).usersOf(any());
        lookAtAllThatWait();

        assertThat(others.stream().skip(1)).allSatisfy(other -> assertThat(
                        migrations.living(other).orElseThrow().actingOwner())
                .isEqualTo(CO_OWNER));
        clearInvocations(portal);
        refreshOwners.onRead(List.of(instanceOf(others.get(1))));
        verify(portal, never()).usersOf(any());
    }

    private String instanceOf(String publisher) {
        return migrations.living(publisher).orElseThrow().processInstanceId();
    }

    /** Cases of other scenarios wait as well. */
    private void lookAtAllThatWait() {
        for (var run = 0; run < 40; run++) {
            advance(Duration.ofSeconds(11));
            refreshOwnersOfWaitingCases.refresh();
        }
    }

    @Test
    void theFollowUpNoticesByItself() {
        ownedByBoth();
        start();
        change(Change.DELETED);
        letterbox.clear();

        pass(Duration.ofDays(1));

        assertThat(task().getAssignee()).isEqualTo(CO_OWNER);
        assertThat(grantedTo()).doesNotContain(OWNER);
        assertThat(letterbox.letters()).extracting(Letterbox.Letter::to).containsExactly(CO_OWNER);
    }

    private void ownedByBoth() {
        portal.add(publisherId, Optional.of(PARTNER_ID), OWNER, CO_OWNER);
    }

    private void become(Change change) {
        change(change);
        advance(LONGER_THAN_A_LIST_IS_FRESH);
    }

    private void change(Change change) {
        switch (change) {
            case DEMOTED -> put("u-" + OWNER, OWNER, PublisherRole.CONTRIBUTOR, true);
            case DISABLED -> put("u-" + OWNER, OWNER, PublisherRole.OWNER, false);
            case DELETED -> portal.removeUser(publisherId, "u-" + OWNER, "1", null);
            case RENAMED -> put("u-" + OWNER, RENAMED, PublisherRole.OWNER, true);
            case ADDRESS_GIVEN_TO_A_CONTRIBUTOR -> {
                put("u-" + OWNER, RENAMED, PublisherRole.OWNER, true);
                put("u-another", OWNER, PublisherRole.CONTRIBUTOR, true);
            }
        }
    }

    private void backToTheFirstOwner() {
        portal.removeUser(publisherId, "u-another", "1", null);
        put("u-" + OWNER, OWNER, PublisherRole.OWNER, true);
        advance(LONGER_THAN_A_LIST_IS_FRESH);
        takeOver.takeOver(publisherId, owner());
        assertThat(task().getAssignee()).isEqualTo(OWNER);
    }

    private void put(String userId, String address, PublisherRole role, boolean active) {
        portal.putUser(
                publisherId, new PublisherUser(userId, address, address, UserType.USER, role, active), "1", null);
    }

    private void complete() {
        as(OWNER, () -> taskService.complete(task().getId(), Map.of("workEmail", OWNER)));
    }

    private void malformed(String owner) {
        as(owner, () -> taskService.complete(task().getId(), Map.of("workEmail", "nobody")));
    }

    private void submit() {
        as(OWNER, () -> engine.getFormService().submitTaskForm(task().getId(), Map.of("workEmail", OWNER)));
    }

    private void claim() {
        as(OWNER, () -> taskService.claim(task().getId(), OWNER));
    }

    private void requireRefused(Change change, Runnable act) {
        var before = theCase();
        var refusal = catchThrowable(act::run);
        assertThat(refusal).as(change.name()).isNotNull();
        var refused =
                ExceptionCauses.find(refusal, MigrationRefused.class).orElseThrow(() -> new AssertionError(refusal));
        assertThat(refused.refusal()).as(change.name()).isEqualTo(Refusal.OWNER_NO_MORE);
        // What the endpoints do when they respond.
        refreshOwners.after(refused);
        assertThat(theCase().state()).isEqualTo(before.state());
        assertThat(theCase().step()).isEqualTo(before.step());
        assertThat(theCase().workEmail()).isIn(before.workEmail(), theCase().actingOwner());
    }

    private List<String> grantedTo() {
        return authorizationService
                .createAuthorizationQuery()
                .resourceType(Resources.TASK)
                .resourceId(task().getId())
                .list()
                .stream()
                .map(Authorization::getUserId)
                .toList();
    }

    private List<OwnerSearchWorkflow.Why> searches() {
        return ownerSearchWorkflow.underWay(100).stream()
                .filter(search -> search.publisherId().equals(publisherId))
                .map(OwnerSearchWorkflow.Search::why)
                .toList();
    }

    private void nameOwner(String owner) {
        var search = taskService
                .createTaskQuery()
                .processInstanceBusinessKey(publisherId)
                .processDefinitionKey(OwnerSearchModel.PROCESS_ID)
                .singleResult();
        identityService.setAuthentication("operator", List.of(Groups.OPERATORS));
        try {
            taskService.complete(search.getId(), Map.of("owner", owner, "reason", "named by the company"));
        } finally {
            identityService.clearAuthentication();
        }
        runJobs();
    }

    private static Caller publisherUser(String name) {
        return new Caller(name, Set.of(Caller.Role.PUBLISHER_USER));
    }
}
