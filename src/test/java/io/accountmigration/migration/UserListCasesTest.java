package io.accountmigration.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.BDDMockito.willReturn;

import io.accountmigration.eligibility.FindingCode;
import io.accountmigration.migration.move.MoveBlocked;
import io.accountmigration.migration.move.MoveOutcome;
import io.accountmigration.migration.move.VerifiedItem;
import io.accountmigration.migration.move.ViewVerification;
import io.accountmigration.migration.preparation.CheckConfirmationCode;
import io.accountmigration.migration.preparation.SendConfirmationCode;
import io.accountmigration.migration.revert.CancelMigration;
import io.accountmigration.partner.AddUserResult;
import io.accountmigration.partner.PartnerRole;
import io.accountmigration.ports.InMemoryPartnerCenter;
import io.accountmigration.publisher.PublisherRole;
import io.accountmigration.publisher.PublisherRoster;
import io.accountmigration.publisher.PublisherUser;
import io.accountmigration.publisher.UserType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Nobody is dropped because a list is short or old: the move stops, or names who is missing and why. */
class UserListCasesTest extends CaseTest {

    private static final String READER = "reader@contoso.com";
    private static final Duration LAG = Duration.ofHours(1);

    @Autowired
    private CancelMigration cancelMigration;

    @Autowired
    private ViewMigrations viewMigrations;

    @Autowired
    private ViewVerification viewVerification;

    @Autowired
    private SendConfirmationCode sendConfirmationCode;

    @Autowired
    private CheckConfirmationCode checkConfirmationCode;

    @Test
    void whoHasLeftThePortalMeanwhileIsListedAsRemoved() {
        addUser(READER, PublisherRole.CONTRIBUTOR);
        var instance = opened();
        transferSettings.transfer(instance);
        handNothingOver();
        portal.add(publisherId, Optional.of(PARTNER_ID), OWNER);

        assertThat(transferUsers.transfer(instance)).isEqualTo(MoveOutcome.DONE);

        assertThat(theCase().usersLeftBehind())
                .containsExactly(new UserLeftBehind("u-" + READER, FindingCode.USER_REMOVED.naming(READER)));
        assertThat(verifyMove.verify(instance)).isEqualTo(MoveOutcome.DONE);
        assertThat(viewVerification.of(publisherId, OPERATOR).items())
                .filteredOn(item -> ("u-" + READER).equals(item.subject()))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.result()).isEqualTo(VerifiedItem.Result.NOT_MOVED);
                    assertThat(item.name()).isEqualTo(READER);
                });
    }

    @Test
    void whoCannotBeLookedUpIsListedForWhatWasKnownBefore() {
        addUser("reader at contoso", PublisherRole.CONTRIBUTOR);
        var entries = new ArrayList<>(users());
        entries.add(new PublisherUser("left", READER, "Left", UserType.USER, PublisherRole.CONTRIBUTOR, false));
        portal.put(portal.publisher(publisherId), entries);
        var instance = opened();
        transferSettings.transfer(instance);
        handNothingOver();
        listed(users().subList(0, 1), "1");

        assertThat(transferUsers.transfer(instance)).isEqualTo(MoveOutcome.DONE);

        assertThat(theCase().usersLeftBehind())
                .containsExactlyInAnyOrder(
                        new UserLeftBehind(
                                "u-reader at contoso", FindingCode.USER_ADDRESS_MALFORMED.naming("reader at contoso")),
                        new UserLeftBehind("left", FindingCode.USER_DISABLED.naming(READER)));
    }

    @Test
    void aListThatLeavesOutAUserWhoIsThereStopsTheMove() {
        addUser(READER, PublisherRole.CONTRIBUTOR);
        var instance = opened();
        transferSettings.transfer(instance);
        handNothingOver();
        listed(users().subList(0, 1), "1");

        assertBlocked("does not list user u-" + READER, () -> transferUsers.transfer(instance));

        assertThat(problem()).isEqualTo("USER_LIST_INCOMPLETE");
        assertThat(theCase().usersLeftBehind()).isEmpty();
    }

    @Test
    void aListOfAnEarlierVersionStopsTheTransferAndTheVerification() {
        var instance = opened();
        transferSettings.transfer(instance);
        handNothingOver();
        listed(users(), "0");
        assertBlocked("an earlier version", () -> transferUsers.transfer(instance));

        listed(users(), "1");
        transferUsers.transfer(instance);
        listed(users(), "0");
        assertBlocked("an earlier version", () -> verifyMove.verify(instance));
        assertThat(theCase().move().isPastReturn()).isFalse();
    }

    @Test
    void aListThatIsShorterThanTheOneThatWasTransferredIsNotVerified() {
        addUser(READER, PublisherRole.CONTRIBUTOR);
        var instance = transferred();
        listed(users().subList(0, 1), "1");

        assertBlocked("in the version that it did before", () -> verifyMove.verify(instance));
        assertThat(problem()).isEqualTo("USER_LIST_INCOMPLETE");
    }

    @Test
    void anAddressThatHasBecomeAnotherUsersStopsTheMove() {
        var instance = start();
        provide(instance, "colleague@contoso.com");
        confirm(instance);
        lockPublisher.lock(instance);
        openPartnerCenterAccount.openFor(instance);
        transferSettings.transfer(instance);
        handNothingOver();
        addUser("colleague@contoso.com", PublisherRole.CONTRIBUTOR);

        assertBlocked("another user of the publisher", () -> transferUsers.transfer(instance));
        assertThat(problem()).isEqualTo("ADDRESS_OF_ANOTHER_USER");
        assertThat(partnerCenter.principalsOf(publisherId)).isEmpty();
    }

    @Test
    void anAddressThatBecomesAnotherUsersBeforeTheMoveIsAskedForAgain() {
        var instance = start();
        provide(instance, "colleague@contoso.com");
        confirm(instance);
        assertThat(lockPublisher.checkAnswers(instance)).isTrue();
        addUser("colleague@contoso.com", PublisherRole.CONTRIBUTOR);

        assertThat(lockPublisher.lock(instance)).isEqualTo(MoveOutcome.OWNER_GONE);

        assertThat(theCase().workEmail()).isEqualTo(OWNER);
        assertThat(ask(instance, MigrationStep.PROVIDE_WORK_EMAIL).problemCode())
                .hasValue("ADDRESS_OF_ANOTHER_USER");
    }

    @Test
    void whatPartnerCenterDoesNotShowYetIsLookedAtAgainAndIsNoProblemOfAnybody() {
        addUser(READER, PublisherRole.CONTRIBUTOR);
        var instance = transferred();
        willReturn(List.of()).given(partnerCenter).usersOf(any(), any());
        var looks = 0;
        var passed = Duration.ZERO;
        while (passed.compareTo(LAG) < 0) {
            var wait = waitFor(instance);
            assertThat(problem()).isEqualTo("USERS_NOT_SHOWN_YET");
            assertThat(theCase().problem().orElseThrow().arguments())
                    .containsExactly(
                            publisherId, UtcMinuteFormat.from(clock.instant().plus(wait)));
            assertThat(theCase().expectedBy().orElseThrow())
                    .isAfter(clock.instant().plus(wait));
            pass(wait);
            passed = passed.plus(wait);
            looks++;
        }

        assertThat(passed).isEqualTo(LAG);
        assertThat(looks).isBetween(10, 30);
        assertThat(eventsOf("USERS_NOT_SHOWN_YET")).isEqualTo(1);
        assertBlocked("none of the owners has arrived", () -> verifyMove.verify(instance));
        assertThat(problem()).isEqualTo("NO_OWNER_ARRIVED");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 59})
    void aMoveIsVerifiedAsSoonAsPartnerCenterShowsWhatWasWritten(int minutes) {
        addUser(READER, PublisherRole.CONTRIBUTOR);
        var instance = transferred();
        willReturn(List.of()).given(partnerCenter).usersOf(any(), eq(PartnerRole.DEVELOPER));
        waitFor(instance);
        pass(Duration.ofMinutes(minutes));
        willAnswer(call -> call.callRealMethod()).given(partnerCenter).usersOf(any(), any());

        assertThat(verifyMove.verify(instance)).isEqualTo(MoveOutcome.DONE);
        assertThat(theCase().move().isVerified()).isTrue();
        assertThat(problem()).isEqualTo("none");
    }

    @Test
    void aMoveThatIsGivenUpWhileListsAreBehindWaitsForNothing() {
        var instance = transferred();
        willReturn(List.of()).given(partnerCenter).usersOf(any(), any());
        waitFor(instance);
        cancelMigration.cancel(publisherId, OPERATOR);

        assertThat(verifyMove.verify(instance)).isEqualTo(MoveOutcome.GIVEN_UP);
    }

    @Test
    void settingsThatDifferStopTheMoveAtOnceAlthoughListsAreBehind() {
        var instance = transferred();
        willReturn(List.of()).given(partnerCenter).usersOf(any(), any());
        willReturn(Optional.empty()).given(partnerCenter).settingsOf(any(), any());

        assertBlocked("the settings of area", () -> verifyMove.verify(instance));
    }

    @Test
    void whoIsRemovedBeforeListsShowedThatHeWasAddedIsTakenBackOnceTheyShowIt() {
        addUser(READER, PublisherRole.CONTRIBUTOR);
        var instance = transferred();
        willReturn(List.of()).given(partnerCenter).usersOf(any(), any());
        waitFor(instance);
        portal.removeUser(publisherId, "u-" + READER, "1", null);
        portal.editSettings(publisherId);
        waitFor(instance);
        willAnswer(call -> call.callRealMethod()).given(partnerCenter).usersOf(any(), any());

        assertThat(verifyMove.verify(instance)).isEqualTo(MoveOutcome.DONE);
        assertThat(theCase().move().isVerified()).isFalse();
        transfer(instance);
        assertThat(verifyMove.verify(instance)).isEqualTo(MoveOutcome.DONE);

        assertThat(theCase().move().isVerified()).isTrue();
        assertThat(partnerCenter.principalsOf(publisherId)).containsExactly("MANAGER " + OWNER);
    }

    @Test
    void aRoleThatListsDoNotShowYetIsNoSignOfAnIncompleteList() {
        addUser(READER, PublisherRole.CONTRIBUTOR);
        var instance = transferred();
        var before =
                List.copyOf(partnerCenter.usersOf(InMemoryPartnerCenter.idFor(publisherId), PartnerRole.DEVELOPER));
        portal.putUser(
                publisherId,
                new PublisherUser("u-" + READER, READER, READER, UserType.USER, PublisherRole.OWNER, true),
                "1",
                null);
        portal.editSettings(publisherId);
        verifyMove.verify(instance);
        transfer(instance);
        willReturn(before).given(partnerCenter).usersOf(any(), eq(PartnerRole.DEVELOPER));
        willReturn(List.of()).given(partnerCenter).usersOf(any(), eq(PartnerRole.MANAGER));
        waitFor(instance);
        willAnswer(call -> call.callRealMethod()).given(partnerCenter).usersOf(any(), any());

        assertThat(verifyMove.verify(instance)).isEqualTo(MoveOutcome.DONE);
        assertThat(theCase().move().isVerified()).isTrue();
    }

    @Test
    void anOwnerWhoIsGoneFromPartnerCenterIsNotVerified() {
        var instance = transferred();
        willReturn(List.of()).given(partnerCenter).usersOf(any(), any());
        pass(LAG);

        assertBlocked("none of the owners has arrived", () -> verifyMove.verify(instance));
        assertThat(problem()).isEqualTo("NO_OWNER_ARRIVED");
    }

    @Test
    void aUserWhoHasNotArrivedStopsTheMoveByName() {
        addUser(READER, PublisherRole.CONTRIBUTOR);
        willReturn(new AddUserResult.Added()).given(partnerCenter).addUser(any(), any(), eq(READER), any(), any());
        var instance = transferred();
        pass(LAG);

        assertBlocked("user u-" + READER + " has not arrived", () -> verifyMove.verify(instance));
    }

    @Test
    void whomARunHasListedIsListedOnceWhenTheNextRunContinues() {
        addUser("guest@other.com", PublisherRole.CONTRIBUTOR);
        addUser(READER, PublisherRole.CONTRIBUTOR);
        var instance = opened();
        transferSettings.transfer(instance);
        handNothingOver();
        willAnswer(call -> {
                    pass(Duration.ofSeconds(6));
                    return call.callRealMethod();
                })
                .given(partnerCenter)
                .usersOf(any(), any());

        var first = catchThrowableOfType(StepToBeContinued.class, () -> transferUsers.transfer(instance));
        assertThat(first).hasMessage("2 users are left to transfer");
        first.keepProgress();
        var second = catchThrowableOfType(StepToBeContinued.class, () -> transferUsers.transfer(instance));
        assertThat(second).hasMessage("1 users are left to transfer");
        second.keepProgress();
        assertThat(transferUsers.transfer(instance)).isEqualTo(MoveOutcome.DONE);

        assertThat(theCase().usersLeftBehind())
                .extracting(left -> left.finding().code())
                .containsExactly(FindingCode.USER_OUTSIDE_TENANT);
        assertThat(partnerCenter.principalsOf(publisherId)).containsExactly("MANAGER " + OWNER, "DEVELOPER " + READER);
    }

    @Test
    void aSlowComparisonOfTheSettingsLeavesTheUsersToTheNextJob() {
        var instance = transferred();
        willAnswer(call -> {
                    pass(Duration.ofSeconds(2));
                    return call.callRealMethod();
                })
                .given(partnerCenter)
                .settingsOf(any(), any());

        var slow = catchThrowableOfType(StepToBeContinued.class, () -> verifyMove.verify(instance));
        assertThat(slow).hasMessage("the users are left to verify");
        slow.keepProgress();

        assertThat(verifyMove.verify(instance)).isEqualTo(MoveOutcome.DONE);
        assertThat(theCase().move().isVerified()).isTrue();
    }

    private void confirm(String instance) {
        assertThat(checkWorkEmail.check(instance).codeNeeded()).isTrue();
        sendConfirmationCode.send(instance);
        assertThat(checkConfirmationCode.check(instance, mails.lastCode(), null))
                .isEqualTo(ConfirmationOutcome.CONFIRMED);
    }

    /** The step leaves the rest to its next job; answers how long that one waits. */
    private Duration waitFor(String instance) {
        var later = catchThrowableOfType(StepToBeContinued.class, () -> verifyMove.verify(instance));
        later.keepProgress();
        return later.pause();
    }

    private long eventsOf(String subject) {
        return viewMigrations.trail(publisherId).stream()
                .filter(event -> event.subject().equals(subject))
                .count();
    }

    private List<PublisherUser> users() {
        return portal.usersOf(publisherId);
    }

    private void listed(List<PublisherUser> users, String version) {
        willReturn(Optional.of(new PublisherRoster(List.copyOf(users), version)))
                .given(portal)
                .rosterOf(any());
    }

    /** The case keeps the finding, as the job of a step does. */
    private static void assertBlocked(String reason, ThrowingCallable step) {
        assertThatThrownBy(step).isInstanceOfSatisfying(MoveBlocked.class, blocked -> {
            assertThat(blocked).hasMessageContaining(reason);
            blocked.keepFinding();
        });
    }
}
