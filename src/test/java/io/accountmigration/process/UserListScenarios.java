package io.accountmigration.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.BDDMockito.willReturn;

import io.accountmigration.migration.CaseView;
import io.accountmigration.migration.MigrationState;
import io.accountmigration.migration.StepToBeContinued;
import io.accountmigration.migration.ViewMigrations;
import io.accountmigration.migration.operations.EngineOperations;
import io.accountmigration.partner.AddUserResult;
import io.accountmigration.partner.PartnerCenterAccount.State;
import io.accountmigration.partner.PartnerRole;
import io.accountmigration.ports.InMemoryPortal;
import io.accountmigration.publisher.PublisherRole;
import io.accountmigration.publisher.PublisherRoster;
import io.accountmigration.publisher.PublisherStatus;
import io.accountmigration.publisher.PublisherUser;
import io.accountmigration.publisher.UserType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Lists of users are claims: what is missing from one proves nothing before it has been looked for. */
abstract class UserListScenarios extends Scenario {

    private static final String COLLEAGUE = "colleague@contoso.com";

    @Autowired
    ViewMigrations viewMigrations;

    @Autowired
    EngineOperations engineOperations;

    /** A list of the old portal that leaves somebody out, and how many reads since the lock are right before that. */
    record ShortList(String what, Predicate<PublisherUser> kept, int rightBefore) {

        @Override
        public String toString() {
            return what + " after " + rightBefore + " whole ones";
        }
    }

    static Stream<ShortList> shortLists() {
        return Stream.of(0, 1)
                .flatMap(rightBefore -> Stream.of(
                        new ShortList("nobody", user -> false, rightBefore),
                        new ShortList("no owner", user -> user.role() != PublisherRole.OWNER, rightBefore),
                        new ShortList("no contributor", user -> user.role() == PublisherRole.OWNER, rightBefore)));
    }

    @ParameterizedTest
    @MethodSource("shortLists")
    void aPortalListThatLeavesSomebodyOutStopsTheMoveBeforeThePointOfNoReturn(ShortList list) {
        portal.addUser(publisherId, COLLEAGUE, UserType.USER, PublisherRole.CONTRIBUTOR);
        start();
        handNothingOver();
        var reads = portalListsSinceTheLockHold(list);

        provide(OWNER);
        // The step that found the list short, and then the one that transfers again.
        waitOutTheRetries();
        waitOutTheRetries();

        assertStoppedWith("USER_LIST_INCOMPLETE");
        assertThat(reads).hasPositiveValue();

        everyListIsWholeAgain();
        retryAsAnOperator();

        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
        assertThat(problem()).isEqualTo("none");
        assertThat(theCase().usersLeftBehind()).isEmpty();
        assertThat(partnerCenter.principalsOf(publisherId))
                .containsExactlyInAnyOrder("MANAGER " + OWNER, "DEVELOPER " + COLLEAGUE);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aPortalListOfAnEarlierVersionStopsTheMoveBeforeThePointOfNoReturn(int currentBefore) {
        start();
        var earlier = portal.rosterOf(publisherId).orElseThrow();
        portal.addUser(publisherId, COLLEAGUE, UserType.USER, PublisherRole.CONTRIBUTOR);
        portal.editSettings(publisherId);
        var reads = new AtomicInteger();
        willAnswer(call -> reads.getAndIncrement() < currentBefore ? call.callRealMethod() : Optional.of(earlier))
                .given(portal)
                .rosterOf(publisherId);

        provide(OWNER);
        waitOutTheRetries();

        assertStoppedWith("USER_LIST_INCOMPLETE");

        everyListIsWholeAgain();
        retryAsAnOperator();

        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
        assertThat(problem()).isEqualTo("none");
        assertThat(partnerCenter.principalsOf(publisherId))
                .containsExactlyInAnyOrder("MANAGER " + OWNER, "DEVELOPER " + COLLEAGUE);
    }

    /** An edit of the users that a list does not show yet, although it bears the new version. */
    enum Edit {
        ADDED {
            @Override
            void before(InMemoryPortal portal, String publisherId) {
                portal.removeUser(publisherId, "u-" + COLLEAGUE, "1", null);
            }
        },
        PROMOTED {
            @Override
            void before(InMemoryPortal portal, String publisherId) {
                put(portal, publisherId, COLLEAGUE, PublisherRole.CONTRIBUTOR, true);
            }
        },
        ENABLED {
            @Override
            void before(InMemoryPortal portal, String publisherId) {
                put(portal, publisherId, COLLEAGUE, PublisherRole.OWNER, false);
            }
        },
        RENAMED {
            @Override
            void before(InMemoryPortal portal, String publisherId) {
                put(portal, publisherId, "alias@other.com", PublisherRole.OWNER, true);
            }
        };

        abstract void before(InMemoryPortal portal, String publisherId);

        static void put(InMemoryPortal portal, String publisherId, String address, PublisherRole role, boolean active) {
            portal.putUser(
                    publisherId,
                    new PublisherUser("u-" + COLLEAGUE, address, COLLEAGUE, UserType.USER, role, active),
                    "1",
                    null);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ADDED, 1",
        "PROMOTED, 1",
        "ENABLED, 1",
        "RENAMED, 1",
        "ADDED, 1010",
        "PROMOTED, 1010",
        "ENABLED, 1010",
        "RENAMED, 1010"
    })
    void whatAnOldListUnderTheNewVersionDidNotShowIsTransferredOnceAListShowsIt(Edit edit, String oldLists) {
        edit.before(portal, publisherId);
        start();
        var old = portal.rosterOf(publisherId).orElseThrow();
        Edit.put(portal, publisherId, COLLEAGUE, PublisherRole.OWNER, true);
        portal.editSettings(publisherId);
        var current = portal.rosterOf(publisherId).orElseThrow();
        var reads = new AtomicInteger();
        willAnswer(call -> portal.publisher(publisherId).status() == PublisherStatus.LOCKED
                                && isOld(oldLists, reads.getAndIncrement())
                        ? Optional.of(new PublisherRoster(old.users(), current.version()))
                        : call.callRealMethod())
                .given(portal)
                .rosterOf(publisherId);

        provide(OWNER);
        waitOutTheRetries();

        assertThat(reads).hasValueGreaterThan(oldLists.length());
        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
        assertThat(partnerCenter.principalsOf(publisherId)).contains("MANAGER " + OWNER, "MANAGER " + COLLEAGUE);
        assertThat(theCase().usersLeftBehind()).isEmpty();
        assertThat(problem()).isEqualTo("none");
    }

    private static boolean isOld(String oldLists, int read) {
        return read < oldLists.length() && oldLists.charAt(read) == '1';
    }

    @Test
    void whomAnOldListUnderTheNewVersionStillShowedDoesNotStopTheMoveForEver() {
        portal.addUser(publisherId, COLLEAGUE, UserType.USER, PublisherRole.CONTRIBUTOR);
        start();
        var old = portal.rosterOf(publisherId).orElseThrow();
        portal.removeUser(publisherId, "u-" + COLLEAGUE, "1", null);
        portal.editSettings(publisherId);
        var current = portal.rosterOf(publisherId).orElseThrow();
        var reads = new AtomicInteger();
        willAnswer(call ->
                        portal.publisher(publisherId).status() == PublisherStatus.LOCKED && reads.getAndIncrement() == 0
                                ? Optional.of(new PublisherRoster(old.users(), current.version()))
                                : call.callRealMethod())
                .given(portal)
                .rosterOf(publisherId);

        provide(OWNER);
        waitOutTheRetries();

        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
        assertThat(theCase().usersLeftBehind())
                .extracting(user -> user.finding().code().name())
                .containsExactly("USER_REMOVED");
    }

    @Test
    void whoHasLeftStaysListedWhenTheUsersAreTransferredAgain() {
        portal.addUser(publisherId, COLLEAGUE, UserType.USER, PublisherRole.CONTRIBUTOR);
        start();
        portal.removeUser(publisherId, "u-" + COLLEAGUE, "1", null);
        editWhile("settings are read back", () -> portal.editSettings(publisherId));

        provide(OWNER);

        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
        assertThat(runsOf("serviceTask_transferUsers")).isEqualTo(2);
        assertThat(theCase().usersLeftBehind())
                .extracting(user -> user.finding().code().name())
                .containsExactly("USER_REMOVED");
    }

    @Test
    void whoIsListedAgainAfterHeHadLeftIsCarried() {
        portal.addUser(publisherId, COLLEAGUE, UserType.USER, PublisherRole.CONTRIBUTOR);
        start();
        portal.removeUser(publisherId, "u-" + COLLEAGUE, "1", null);
        editWhile("settings are read back", () -> {
            portal.addUser(publisherId, COLLEAGUE, UserType.USER, PublisherRole.CONTRIBUTOR);
            portal.editSettings(publisherId);
        });

        provide(OWNER);

        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
        assertThat(partnerCenter.principalsOf(publisherId)).contains("DEVELOPER " + COLLEAGUE);
        assertThat(theCase().usersLeftBehind()).isEmpty();
    }

    @Test
    void whoHasReallyLeftThePortalSinceTheStartIsListedAndStopsNothing() {
        portal.addUser(publisherId, COLLEAGUE, UserType.USER, PublisherRole.CONTRIBUTOR);
        start();
        portal.removeUser(publisherId, "u-" + COLLEAGUE, "1", null);

        provide(OWNER);

        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
        assertThat(theCase().usersLeftBehind())
                .extracting(user -> user.finding().code().name())
                .containsExactly("USER_REMOVED");
        assertThat(partnerCenter.principalsOf(publisherId)).containsExactly("MANAGER " + OWNER);
    }

    @Test
    void membersThatPartnerCenterDoesNotShowStopTheMove() {
        start();
        willReturn(List.of()).given(partnerCenter).usersOf(any(), any());

        provide(OWNER);
        waitForLists();
        pass(Duration.ofMinutes(5));
        waitOutTheRetries();

        assertStoppedWith("NO_OWNER_ARRIVED");

        willAnswer(call -> call.callRealMethod()).given(partnerCenter).usersOf(any(), any());
        retryAsAnOperator();
        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
    }

    @Test
    void listsThatAreBehindStopNoMove() {
        start();
        willReturn(List.of()).given(partnerCenter).usersOf(any(), any());

        provide(OWNER);
        waitForLists();

        assertThat(incident()).isNull();
        assertThat(problem()).isEqualTo("USERS_NOT_SHOWN_YET");
        assertThat(viewMigrations.latest(publisherId, OPERATOR).actors()).containsExactly(CaseView.PROGRAM);

        willAnswer(call -> call.callRealMethod()).given(partnerCenter).usersOf(any(), any());
        pass(Duration.ofMinutes(5));
        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
        assertThat(problem()).isEqualTo("none");
    }

    @Test
    void aMoveThatWaitsForListsIsGivenUpAtOnce() {
        start();
        willReturn(List.of()).given(partnerCenter).usersOf(any(), any());
        provide(OWNER);
        waitForLists();

        cancel();
        letLateEffectsSettle();

        assertThat(theCase().state()).isEqualTo(MigrationState.REVERTED);
        assertThat(partnerCenter.accountOf(publisherId)).isEmpty();
    }

    /** Most of the time that lists may be behind; the next look is minutes away at its end. */
    private void waitForLists() {
        for (var minute = 0; minute < 58; minute++) {
            pass(Duration.ofMinutes(1));
        }
        expectFailures(StepToBeContinued.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"LOCK", "OPEN", "USERS"})
    void aStepThatHasStoppedSaysSoEvenIfNobodyKnowsTheReason(MoveFault fault) {
        fault.strike(this, Scenario::untilAnOperatorRetries);
        startAndProvide(OWNER);
        waitOutTheRetries();

        var stopped = viewMigrations.latest(publisherId, OPERATOR);
        assertThat(stopped.actors()).containsExactly(CaseView.OPERATORS);
        assertThat(stopped.problem().map(finding -> finding.code().name())).contains("STEP_STOPPED");
        assertThat(stopped.situation()).isEqualTo(CaseView.Situation.STOPPED);
        assertThat(stopped.portalAccess().isPresent()).isEqualTo(fault != MoveFault.LOCK);
        assertThat(engineOperations.stoppedIn(instanceId())).singleElement().satisfies(step -> {
            assertThat(step.publisherId()).contains(publisherId);
            assertThat(step.reason()).isNotBlank();
        });

        retryAsAnOperator();
        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
        assertThat(viewMigrations.latest(publisherId, OPERATOR).stopped()).isFalse();
        assertThat(viewMigrations.latest(publisherId, OPERATOR).problem()).isEmpty();
    }

    @Test
    void anAccountNoneOfWhoseOwnersIsTakenDoesNotMove() {
        portal.addUser(publisherId, COLLEAGUE, UserType.USER, PublisherRole.CONTRIBUTOR);
        start();
        willReturn(new AddUserResult.Refused("banned"))
                .given(partnerCenter)
                .addUser(any(), eq(PartnerRole.MANAGER), any(), any(), any());

        provide(OWNER);
        waitOutTheRetries();

        assertStoppedWith("NO_OWNER_ARRIVED");

        cancel();
        letLateEffectsSettle();

        assertThat(theCase().state()).isEqualTo(MigrationState.REVERTED);
        assertThat(portal.publisher(publisherId).status()).isEqualTo(PublisherStatus.ACTIVE);
        assertThat(partnerCenter.accountOf(publisherId)).isEmpty();
    }

    @Test
    void oneOwnerWhoArrivesIsEnough() {
        portal.addUser(publisherId, CO_OWNER, UserType.USER, PublisherRole.OWNER);
        start();
        willReturn(new AddUserResult.Refused("banned"))
                .given(partnerCenter)
                .addUser(any(), any(), eq(OWNER), any(), any());

        provide(OWNER);

        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
        assertThat(partnerCenter.principalsOf(publisherId)).containsExactly("MANAGER " + CO_OWNER);
    }

    @Test
    void anEditBetweenTransferAndVerificationIsTransferredBeforeThePointOfNoReturn() {
        start();
        editWhile("settings are read back", () -> {
            portal.addUser(publisherId, COLLEAGUE, UserType.USER, PublisherRole.CONTRIBUTOR);
            portal.editSettings(publisherId);
        });

        provide(OWNER);

        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
        assertThat(runsOf("serviceTask_transferSettings")).isEqualTo(2);
        assertThat(partnerCenter.principalsOf(publisherId))
                .containsExactlyInAnyOrder("MANAGER " + OWNER, "DEVELOPER " + COLLEAGUE);
    }

    @Test
    void whoIsDisabledAndEnabledAgainWhileTheAccountMovesIsCarried() {
        var enabled = new PublisherUser("u-x", COLLEAGUE, "C", UserType.USER, PublisherRole.CONTRIBUTOR, true);
        var disabled = new PublisherUser("u-x", COLLEAGUE, "C", UserType.USER, PublisherRole.CONTRIBUTOR, false);
        portal.putUser(publisherId, disabled, "1", null);
        start();
        editWhile("settings are read back", () -> {
            portal.putUser(publisherId, enabled, "1", null);
            portal.editSettings(publisherId);
        });

        provide(OWNER);

        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
        assertThat(partnerCenter.principalsOf(publisherId)).contains("DEVELOPER " + COLLEAGUE);
        assertThat(theCase().usersLeftBehind()).isEmpty();
    }

    private void editWhile(String what, Runnable edit) {
        var done = new AtomicInteger();
        willAnswer(call -> {
                    if (done.getAndIncrement() == 0) {
                        edit.run();
                    }
                    return call.callRealMethod();
                })
                .given(partnerCenter)
                .settingsOf(any(), any());
    }

    private void assertStoppedWith(String code) {
        assertThat(incident()).isNotNull();
        assertThat(theCase().state()).isEqualTo(MigrationState.MOVING);
        assertThat(theCase().move().isPastReturn()).isFalse();
        assertThat(problem()).isEqualTo(code);
        assertThat(viewMigrations.latest(publisherId, OPERATOR).actors()).containsExactly(CaseView.OPERATORS);
        assertThat(portal.publisher(publisherId).status()).isEqualTo(PublisherStatus.LOCKED);
        assertThat(partnerCenter.accountOf(publisherId).orElseThrow().state()).isEqualTo(State.PROVISIONING);
    }

    private AtomicInteger portalListsSinceTheLockHold(ShortList list) {
        var reads = new AtomicInteger();
        willAnswer(call -> {
                    @SuppressWarnings("unchecked")
                    var users = (List<PublisherUser>) call.callRealMethod();
                    return since(reads, list, users);
                })
                .given(portal)
                .usersOf(publisherId);
        willAnswer(call -> {
                    @SuppressWarnings("unchecked")
                    var roster = (Optional<PublisherRoster>) call.callRealMethod();
                    return roster.map(whole -> new PublisherRoster(since(reads, list, whole.users()), whole.version()));
                })
                .given(portal)
                .rosterOf(publisherId);
        return reads;
    }

    private List<PublisherUser> since(AtomicInteger reads, ShortList list, List<PublisherUser> whole) {
        var locked = portal.publisher(publisherId).status() == PublisherStatus.LOCKED;
        return locked && reads.getAndIncrement() >= list.rightBefore()
                ? whole.stream().filter(list.kept()).toList()
                : whole;
    }

    private void everyListIsWholeAgain() {
        willAnswer(call -> call.callRealMethod()).given(portal).usersOf(publisherId);
        willAnswer(call -> call.callRealMethod()).given(portal).rosterOf(publisherId);
    }
}
