package io.accountmigration.usersync;

import static org.assertj.core.api.Assertions.assertThat;

import io.accountmigration.partner.AccountReading;
import io.accountmigration.partner.AccountUser;
import io.accountmigration.publisher.PublisherRole;
import io.accountmigration.publisher.PublisherRoster;
import io.accountmigration.publisher.PublisherUser;
import io.accountmigration.publisher.UserType;
import io.accountmigration.usersync.UserLink.NoCounterpart;
import io.accountmigration.usersync.comparison.Drift;
import io.accountmigration.usersync.comparison.DriftAction;
import io.accountmigration.usersync.comparison.DriftClass;
import io.accountmigration.usersync.comparison.DriftReports;
import io.accountmigration.usersync.operations.UserSyncView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What the verification of a move has read is enough for the first comparison only where nothing is left to be done. */
class FirstComparisonTest extends SyncTest {

    private static final PublisherUser BOSS = entry("u-boss", "boss@example.com", UserType.USER, PublisherRole.OWNER);
    private static final PublisherUser READER =
            entry("u-reader", "reader@example.com", UserType.USER, PublisherRole.CONTRIBUTOR);
    private static final AccountUser MEMBER_BOSS = member("boss", "MANAGER");
    private static final AccountUser MEMBER_READER = member("reader", "DEVELOPER");

    @Autowired
    private DriftReports reports;

    @BeforeEach
    void bothSidesHaveBoth() {
        haveAnOwner();
        portal.edit(publisherId, READER);
        add("reader", "Developer");
    }

    @Test
    void twoSidesThatAreEqualAreComparedAtOnce() {
        start(List.of(), List.of(MEMBER_BOSS, MEMBER_READER), List.of(BOSS, READER));

        assertThat(instances.isRunning(publisherId)).isFalse();
        assertThat(reports.findById(publisherId).orElseThrow().drifts()).isEmpty();
        requireEqual();
    }

    @Test
    void usersWhoWereReadAreFollowedFromThenOn() {
        start(List.of(), List.of(MEMBER_BOSS, MEMBER_READER), List.of(BOSS, READER));
        clock.advance(Duration.ofSeconds(1));
        partnerCenter.put(publisherId, "reader", "new.name@example.com", Set.of("Manager"), Duration.ZERO);
        clock.advance(Duration.ofSeconds(1));

        pollAndWork();

        assertThat(entry("u-reader").address()).isEqualTo("new.name@example.com");
        assertThat(entry("u-reader").role()).isEqualTo(PublisherRole.OWNER);
        assertThat(portal.users(publisherId)).hasSize(2);
        requireEqual();
    }

    /** A twin has an entry with the same address beside it: see {@link TwinsTest}. */
    @ParameterizedTest
    @EnumSource(value = NoCounterpart.class, mode = EnumSource.Mode.EXCLUDE, names = "TWIN")
    void whomTheMoveHasListedStaysListed(NoCounterpart kind) {
        var type =
                switch (kind) {
                    case GROUP -> UserType.GROUP;
                    case SERVICE_PRINCIPAL -> UserType.SERVICE_PRINCIPAL;
                    default -> UserType.USER;
                };
        var address = kind == NoCounterpart.MALFORMED_ADDRESS ? "nowhere" : "left@example.com";
        var left = entry("left", address, type, PublisherRole.CONTRIBUTOR);

        start(List.of(new ListedUser("left", address, kind)), List.of(MEMBER_BOSS), List.of(BOSS, left));

        assertThat(instances.isRunning(publisherId)).isFalse();
        assertThat(reports.findById(publisherId).orElseThrow().drifts())
                .singleElement()
                .returns(DriftClass.UNMAPPED, Drift::driftClass)
                .returns(kind.name(), Drift::detail);
        assertThat(view().state()).isEqualTo(UserSyncView.State.IN_STEP);
    }

    record Different(String what, List<AccountUser> members, List<PublisherUser> entries) {

        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Different> whatIsNotEnough() {
        var demoted = entry("u-boss", "boss@example.com", UserType.USER, PublisherRole.CONTRIBUTOR);
        var disabled = new PublisherUser(
                "u-reader", "reader@example.com", "reader", UserType.USER, PublisherRole.CONTRIBUTOR, false);
        return Stream.of(
                new Different("a member without an entry", List.of(MEMBER_BOSS, MEMBER_READER), List.of(BOSS)),
                new Different("an entry without a member", List.of(MEMBER_BOSS), List.of(BOSS, READER)),
                new Different("another role", List.of(MEMBER_BOSS), List.of(demoted)),
                new Different("a disabled entry", List.of(MEMBER_BOSS, MEMBER_READER), List.of(BOSS, disabled)),
                new Different("a role that nobody knows", List.of(member("boss", "STARGAZER")), List.of(BOSS)));
    }

    @ParameterizedTest
    @MethodSource("whatIsNotEnough")
    void whatDiffersIsComparedInFull(Different reading) {
        start(List.of(), reading.members(), reading.entries());

        assertThat(instances.isRunning(publisherId)).isTrue();
        assertThat(reports.findById(publisherId)).isEmpty();
        work();
        requireEqual();
    }

    @Test
    void whatWasReadTooLongAgoIsComparedInFull() {
        var read = reading(List.of(MEMBER_BOSS, MEMBER_READER), List.of(BOSS, READER));
        clock.advance(Duration.ofMinutes(10).plusMillis(1));
        startUserSync.startFor(publisherId, publisherId, clock.instant(), List.of(), Optional.of(read));

        assertThat(instances.isRunning(publisherId)).isTrue();
        work();
        requireEqual();
    }

    @Test
    void whoIsInARoleThatWasNotReadComesWithTheNextComparison() {
        add("other", "Owner");
        start(List.of(), List.of(MEMBER_BOSS, MEMBER_READER), List.of(BOSS, READER));
        assertThat(portal.users(publisherId)).hasSize(2);

        later(Duration.ofDays(2));

        assertThat(portal.users(publisherId)).hasSize(3);
        requireEqual();
        assertThat(new ArrayList<>(reports.findById(publisherId).orElseThrow().drifts()))
                .extracting(Drift::action)
                .doesNotContain(DriftAction.WAITS_FOR_OPERATOR);
    }

    private void start(List<ListedUser> listed, List<AccountUser> members, List<PublisherUser> entries) {
        startUserSync.startFor(
                publisherId, publisherId, clock.instant(), listed, Optional.of(reading(members, entries)));
    }

    private AccountReading reading(List<AccountUser> members, List<PublisherUser> entries) {
        return new AccountReading(members, new PublisherRoster(entries, "1"), clock.instant());
    }

    private static PublisherUser entry(String userId, String address, UserType type, PublisherRole role) {
        return new PublisherUser(userId, address, userId, type, role, true);
    }

    private static AccountUser member(String name, String role) {
        return new AccountUser(name, name + "@example.com", name, Set.of(role));
    }
}
