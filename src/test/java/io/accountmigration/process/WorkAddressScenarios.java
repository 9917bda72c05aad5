package io.accountmigration.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import io.accountmigration.migration.Caller;
import io.accountmigration.migration.MigrationState;
import io.accountmigration.migration.PublisherBanner;
import io.accountmigration.migration.ViewMigrations;
import io.accountmigration.migration.move.VerifiedItem;
import io.accountmigration.migration.move.ViewVerification;
import io.accountmigration.migration.owners.TakeOverMigration;
import io.accountmigration.publisher.PublisherRole;
import io.accountmigration.publisher.PublisherUser;
import io.accountmigration.publisher.UserType;
import io.accountmigration.usersync.operations.ViewUserSync;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;

/** The work address is one person's: of the acting owner, and of nobody else who uses the account. */
abstract class WorkAddressScenarios extends Scenario {

    private static final String OTHER_USER = "Other.User@contoso.com";
    private static final String NEW_ADDRESS = "olga@contoso.com";

    @Autowired
    TakeOverMigration takeOver;

    @Autowired
    ViewMigrations viewMigrations;

    @Autowired
    ViewVerification viewVerification;

    @Autowired
    ViewUserSync viewUserSync;

    @Autowired
    PublisherBanner publisherBanner;

    static Stream<PublisherUser> otherUsers() {
        return Stream.of(UserType.values())
                .flatMap(type -> Stream.of(PublisherRole.values()).flatMap(role -> Stream.of(true, false)
                        .map(active -> new PublisherUser("u-other", OTHER_USER, "Other", type, role, active))));
    }

    @ParameterizedTest
    @MethodSource("otherUsers")
    void theAddressOfAnotherUserIsRefused(PublisherUser other) {
        portal.putUser(publisherId, other, "1", null);
        start();
        Mockito.clearInvocations(directory);
        for (var spelling : Stream.of(OTHER_USER, OTHER_USER.toLowerCase(Locale.ROOT), " OTHER.USER@CONTOSO.COM ")
                .toList()) {
            provide(spelling);

            assertThat(problem()).as(spelling).isEqualTo("ADDRESS_OF_ANOTHER_USER");
            assertThat(task().getTaskDefinitionKey()).isEqualTo("userTask_provideWorkEmail");
            assertThat(variable("workEmail")).isEqualTo(OWNER);
        }
        verify(directory, never()).kindOf(any());
        assertThat(letterbox.letters()).noneMatch(letter -> letter.to().equalsIgnoreCase(OTHER_USER));

        provide(OWNER);
        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
    }

    @Test
    void anotherEntryWithTheOwnersOwnAddressDoesNotMakeItAnotherPersons() {
        var twice = new PublisherUser(
                "u-twice", OWNER.toUpperCase(Locale.ROOT), "O", UserType.USER, PublisherRole.CONTRIBUTOR, true);
        portal.putUser(publisherId, twice, "1", null);
        start();

        provide(OWNER);

        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
    }

    @Test
    void whoseAddressBecomesAnotherUsersBeforeTheMoveIsAskedAgain() {
        start();
        provide(NEW_ADDRESS);
        portal.addUser(publisherId, NEW_ADDRESS, UserType.USER, PublisherRole.CONTRIBUTOR);
        confirmWith(mailedCode());

        assertThat(problem()).isEqualTo("ADDRESS_OF_ANOTHER_USER");
        assertThat(task().getTaskDefinitionKey()).isEqualTo("userTask_provideWorkEmail");
        assertThat(variable("workEmail")).isEqualTo(OWNER);
        verify(portal, never()).lock(any(), any(), any());

        provide(OWNER);
        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
        assertThat(partnerCenter.principalsOf(publisherId))
                .containsExactlyInAnyOrder("MANAGER " + OWNER, "DEVELOPER " + NEW_ADDRESS);
    }

    @Test
    void whoseAddressBecomesAnotherUsersDuringTheMoveIsNotMovedAsThatUser() {
        start();
        provide(NEW_ADDRESS);
        willAnswer(call -> {
                    portal.addUser(publisherId, NEW_ADDRESS, UserType.USER, PublisherRole.CONTRIBUTOR);
                    portal.editSettings(publisherId);
                    advance(Duration.ofMinutes(1));
                    return call.callRealMethod();
                })
                .willCallRealMethod()
                .given(partnerCenter)
                .open(any(), any(), any(), any());
        confirmWith(mailedCode());
        waitOutTheRetries();

        assertThat(incident().getActivityId()).isEqualTo("serviceTask_transferUsers");
        assertThat(problem()).isEqualTo("ADDRESS_OF_ANOTHER_USER");
        assertThat(partnerCenter.principalsOf(publisherId)).isEmpty();

        cancel();
        letLateEffectsSettle();
        assertThat(theCase().state()).isEqualTo(MigrationState.REVERTED);
    }

    @Test
    void whoTakesOverIsOfferedTheirOwnAddress() {
        ownedByBoth();
        start();

        takeOver.takeOver(publisherId, owner(CO_OWNER));

        assertThat(variable("workEmail")).isEqualTo(CO_OWNER);
        provide((String) variable("workEmail"));
        assertBothArrived();
    }

    @Test
    void whoClaimsTheTaskIsOfferedTheirOwnAddress() {
        ownedByBoth();
        start();
        taskService.setAssignee(task().getId(), null);

        as(CO_OWNER, () -> taskService.claim(task().getId(), CO_OWNER));

        assertThat(variable("workEmail")).isEqualTo(CO_OWNER);
        provide((String) variable("workEmail"));
        assertBothArrived();
    }

    @Test
    void whoTakesOverWithTheAddressOfTheOwnerBeforeIsRefused() {
        ownedByBoth();
        start();
        takeOver.takeOver(publisherId, owner(CO_OWNER));

        provide(OWNER);

        assertThat(problem()).isEqualTo("ADDRESS_OF_ANOTHER_USER");
        assertThat(variable("workEmail")).isEqualTo(CO_OWNER);
        provide(CO_OWNER);
        assertBothArrived();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoTakesOverAtALaterTaskIsAskedForTheirOwnAddress(boolean byTakingOver) {
        ownedByBoth();
        portal.add(publisherId, Optional.empty(), OWNER, CO_OWNER);
        start();
        provide(OWNER);
        assertThat(task().getTaskDefinitionKey()).isEqualTo("userTask_enrolInPartnerNetwork");
        if (byTakingOver) {
            takeOver.takeOver(publisherId, owner(CO_OWNER));
        } else {
            taskService.setAssignee(task().getId(), CO_OWNER);
        }

        enrolWith(PARTNER_ID);

        assertThat(task().getTaskDefinitionKey()).isEqualTo("userTask_provideWorkEmail");
        assertThat(problem()).isEqualTo("ADDRESS_OF_ANOTHER_USER");
        assertThat(variable("workEmail")).isEqualTo(CO_OWNER);
        provide(CO_OWNER);
        assertBothArrived();
    }

    @Test
    void aReplacedSignInIsListedAndSeesTheOutcome() {
        portal.addUser(publisherId, CO_OWNER, UserType.USER, PublisherRole.OWNER);
        startAndProvide(NEW_ADDRESS);
        confirmWith(mailedCode());

        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
        assertThat(partnerCenter.principalsOf(publisherId))
                .containsExactlyInAnyOrder("MANAGER " + NEW_ADDRESS, "MANAGER " + CO_OWNER);
        assertThat(viewMigrations.latest(publisherId, owner()).usersLeftBehind())
                .singleElement()
                .satisfies(user -> {
                    assertThat(user.userId()).isEqualTo("u-" + OWNER);
                    assertThat(user.finding().code().name()).isEqualTo("SIGN_IN_REPLACED");
                    assertThat(user.finding().arguments()).containsExactly(OWNER, NEW_ADDRESS);
                });
        assertThat(publisherBanner.bannerFor(publisherId, owner()).state()).isEqualTo(PublisherBanner.State.MIGRATED);
        assertThat(viewVerification.of(publisherId, owner()).items())
                .filteredOn(item -> item.kind() == VerifiedItem.Kind.USER && item.finding() != null)
                .extracting(VerifiedItem::name, VerifiedItem::result, item -> item.finding()
                        .code()
                        .name())
                .containsExactly(tuple(OWNER, VerifiedItem.Result.MOVED, "SIGN_IN_REPLACED"));

        var sync = viewUserSync.of(publisherId).orElseThrow();
        assertThat(sync.parity().equal()).isTrue();
        assertThat(portal.usersOf(publisherId))
                .filteredOn(PublisherUser::active)
                .extracting(PublisherUser::address)
                .containsExactlyInAnyOrder(OWNER, NEW_ADDRESS, CO_OWNER);
    }

    private void ownedByBoth() {
        portal.add(publisherId, Optional.of(PARTNER_ID), OWNER, CO_OWNER);
    }

    private void assertBothArrived() {
        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
        assertThat(partnerCenter.principalsOf(publisherId))
                .containsExactlyInAnyOrder("MANAGER " + OWNER, "MANAGER " + CO_OWNER);
        assertThat(portal.usersOf(publisherId)).allMatch(PublisherUser::active);
    }

    private static Caller owner(String name) {
        return new Caller(name, Set.of(Caller.Role.PUBLISHER_USER));
    }
}
