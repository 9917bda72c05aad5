package io.accountmigration.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.willCallRealMethod;
import static org.mockito.BDDMockito.willReturn;

import io.accountmigration.migration.Caller;
import io.accountmigration.migration.MigrationState;
import io.accountmigration.migration.PublisherBanner;
import io.accountmigration.partner.AccountKind;
import io.accountmigration.partner.AddUserResult;
import io.accountmigration.partner.PartnerRole;
import io.accountmigration.publisher.PublisherRole;
import io.accountmigration.publisher.PublisherUser;
import io.accountmigration.publisher.UserType;
import io.accountmigration.usersync.comparison.DriftClass;
import io.accountmigration.usersync.operations.RequestReconciliation;
import io.accountmigration.usersync.operations.UserSyncView.State;
import io.accountmigration.usersync.operations.ViewUserSync;
import java.time.Duration;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Users who could not be carried over stay in the old portal what they were listed as, until somebody decides. */
abstract class LeftBehindScenarios extends Scenario {

    private static final String BANNED = "banned@contoso.com";

    @Autowired
    PublisherBanner publisherBanner;

    @Autowired
    ViewUserSync viewUserSync;

    @Autowired
    RequestReconciliation requestReconciliation;

    static Stream<PublisherUser> usersWhoAreNotCarried() {
        return Stream.of(PublisherRole.values())
                .flatMap(role -> Stream.of(
                        user("u-group", "team@contoso.com", UserType.GROUP, role),
                        user("u-robot", "robot@contoso.com", UserType.SERVICE_PRINCIPAL, role),
                        user("u-person", "person@outlook.com", UserType.USER, role),
                        user("u-guest", "guest@other.com", UserType.USER, role),
                        user("u-nowhere", "guest@nowhere.example", UserType.USER, role),
                        user("u-odd", "not an address", UserType.USER, role),
                        user("u-banned", BANNED, UserType.USER, role)));
    }

    @Test
    void anOwnerWhoWasLeftBehindIsNotGreetedAsReady() {
        portal.addUser(publisherId, "boss@outlook.com", UserType.USER, PublisherRole.OWNER);

        startAndProvide(OWNER);

        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
        assertThat(bannerOf("boss@outlook.com")).isEqualTo("MIGRATED true true");
        assertThat(bannerOf(OWNER)).isEqualTo("MIGRATED false true");
        compareAgain();
        assertThat(bannerOf("boss@outlook.com")).isEqualTo("MIGRATED true true");
        assertThat(bannerOf(OWNER)).isEqualTo("MIGRATED false true");
    }

    @Test
    void anOwnerWhoMovedUnderAnotherAddressIsGreetedAsReady() {
        portal.addUser(publisherId, CO_OWNER, UserType.USER, PublisherRole.OWNER);
        start();
        provide("elsewhere@contoso.com");
        confirmWith(mailedCode());

        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
        assertThat(bannerOf(OWNER)).isEqualTo("MIGRATED false true");
        compareAgain();
        assertThat(bannerOf(OWNER)).isEqualTo("MIGRATED false true");
    }

    private String bannerOf(String user) {
        var banner = publisherBanner.bannerFor(publisherId, new Caller(user, Set.of(Caller.Role.PUBLISHER_USER)));
        return banner.state() + " " + banner.withoutAccess() + " " + banner.reported();
    }

    @ParameterizedTest
    @MethodSource("usersWhoAreNotCarried")
    void theyStayAndAreListed(PublisherUser user) {
        portal.putUser(publisherId, user, "1", null);
        refuseBanned();

        startAndProvide(OWNER);
        compareAgain();

        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
        assertThat(theCase().usersLeftBehind()).extracting("userId").containsExactly(user.userId());
        assertThat(portal.usersOf(publisherId)).contains(user);
        var sync = viewUserSync.of(publisherId).orElseThrow();
        assertThat(sync.state()).isEqualTo(State.IN_STEP);
        assertThat(sync.parity().equal()).isTrue();
        assertThat(sync.unmapped())
                .extracting(drift -> drift.driftClass(), drift -> drift.portalUserId())
                .containsExactly(tuple(DriftClass.UNMAPPED, user.userId()));
    }

    @Test
    void whatIsListedStaysSoWhateverTheDirectorySaysLater() {
        var guest = user("u-guest", "guest@other.com", UserType.USER, PublisherRole.CONTRIBUTOR);
        portal.putUser(publisherId, guest, "1", null);
        startAndProvide(OWNER);
        directory.add("other.com", new AccountKind.Work(CONTOSO));

        compareAgain();

        assertThat(portal.usersOf(publisherId)).contains(guest);
    }

    @Test
    void manyOfThemAreNoRemovalsToDecide() {
        var banned = IntStream.range(0, 12)
                .mapToObj(number -> user("u" + number, number + BANNED, UserType.USER, PublisherRole.CONTRIBUTOR))
                .toList();
        banned.forEach(user -> portal.putUser(publisherId, user, "1", null));
        willReturn(new AddUserResult.Refused("banned"))
                .given(partnerCenter)
                .addUser(any(), eq(PartnerRole.DEVELOPER), any(), any(), any());

        startAndProvide(OWNER);
        compareAgain();

        assertThat(portal.usersOf(publisherId)).containsAll(banned);
        assertThat(viewUserSync.of(publisherId).orElseThrow().stagedRemovals()).isEmpty();
    }

    @Test
    void whomSomebodyAddsToPartnerCenterIsKeptInStepFromThenOn() {
        portal.putUser(publisherId, user("u-banned", BANNED, UserType.USER, PublisherRole.CONTRIBUTOR), "1", null);
        refuseBanned();
        startAndProvide(OWNER);

        willCallRealMethod().given(partnerCenter).addUser(any(), any(), any(), any(), any());
        partnerCenter.addUser(theCase().accountId().orElseThrow(), PartnerRole.DEVELOPER, BANNED, "B", null);
        compareAgain();

        var sync = viewUserSync.of(publisherId).orElseThrow();
        assertThat(sync.unmapped()).isEmpty();
        assertThat(sync.parity().equal()).isTrue();
        assertThat(portal.usersOf(publisherId)).hasSize(2).allMatch(PublisherUser::active);
    }

    private void refuseBanned() {
        willReturn(new AddUserResult.Refused("banned"))
                .given(partnerCenter)
                .addUser(any(), any(), eq(BANNED), any(), any());
    }

    private void compareAgain() {
        for (var time = 0; time < 2; time++) {
            advance(Duration.ofHours(3));
            requestReconciliation.ofAll(publisherId);
            runJobs();
            pass(Duration.ofMinutes(1));
        }
    }

    private static PublisherUser user(String userId, String address, UserType type, PublisherRole role) {
        return new PublisherUser(userId, address, address, type, role, true);
    }
}
