package io.accountmigration.usersync;

import static org.assertj.core.api.Assertions.assertThat;

import io.accountmigration.publisher.PublisherRole;
import io.accountmigration.publisher.PublisherUser;
import io.accountmigration.publisher.UserType;
import io.accountmigration.usersync.UserLink.NoCounterpart;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whom the move has left behind stays what he was listed as until somebody decides, whatever changes are told. */
class ListedUsersTest extends SyncTest {

    private static final String ADDRESS = "left@example.com";

    /** How a change names the person: by the id of the portal's entry, by an id of its own, or by the address only. */
    private enum Naming {
        ENTRY_ID("left", ADDRESS),
        ENTRY_ID_ALONE("left", null),
        ENTRY_ID_WITH_ANOTHER_ADDRESS("left", "other@example.com"),
        ADDRESS_UNDER_ANOTHER_ID("stranger", ADDRESS),
        ADDRESS_IN_OTHER_CASE("stranger", "Left@Example.com");

        private final String userId;
        private final String address;

        Naming(String userId, String address) {
            this.userId = userId;
            this.address = address;
        }
    }

    @BeforeEach
    void haveAnOwnerOnBothSides() {
        haveAnOwner();
    }

    static Stream<Arguments> changesThatTakeAccessAway() {
        return kinds().flatMap(kind -> Arrays.stream(Naming.values())
                .flatMap(naming -> Stream.of(
                        Arguments.of(kind, naming, ChangeOperation.REMOVE, Set.of()),
                        Arguments.of(kind, naming, ChangeOperation.CHANGE_ROLE, Set.of()),
                        Arguments.of(kind, naming, ChangeOperation.CHANGE_ROLE, Set.of("Marketer")),
                        Arguments.of(kind, naming, ChangeOperation.ADD, Set.of("Marketer")))));
    }

    @ParameterizedTest
    @MethodSource("changesThatTakeAccessAway")
    void whoIsListedStaysWhateverIsRemoved(
            NoCounterpart kind, Naming naming, ChangeOperation operation, Set<String> roles) {
        beginWithListed(kind);
        push(naming, operation, roles);
        work();
        requireListed(kind);

        requestReconciliation.ofAll(publisherId);
        work();
        requireListed(kind);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whoIsListedStaysWhenTheChangeIsToldBeforeTheFirstComparison(NoCounterpart kind) {
        start(kind);
        push(Naming.ENTRY_ID, ChangeOperation.REMOVE, Set.of());
        push(Naming.ADDRESS_UNDER_ANOTHER_ID, ChangeOperation.REMOVE, Set.of());
        work();

        requireListed(kind);
    }

    @Test
    void whoIsAddedAfterARemovalOfNobodyHasHisOwnEntryAgain() {
        beginWithListed(NoCounterpart.NOT_TAKEN);
        push(Naming.ENTRY_ID, ChangeOperation.REMOVE, Set.of());
        work();
        clock.advance(Duration.ofSeconds(1));
        partnerCenter.put(publisherId, "left", ADDRESS, Set.of("Manager"), Duration.ZERO);
        poll();
        work();

        assertThat(entry("left").role()).isEqualTo(PublisherRole.OWNER);
        assertThat(portal.users(publisherId)).hasSize(2);
        requireEqual();
    }

    @Test
    void whoWasAddedToPartnerCenterIsNotListedAnyMoreAndGoesWhenHeIsRemovedThere() {
        beginWithListed(NoCounterpart.NOT_TAKEN);
        partnerCenter.put(publisherId, "stranger", ADDRESS, Set.of("Developer"), Duration.ZERO);
        poll();
        work();
        requestReconciliation.ofAll(publisherId);
        work();
        assertThat(view().unmapped()).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        partnerCenter.remove(publisherId, "stranger", Duration.ZERO);
        poll();
        work();

        assertThat(entry("left").active()).isFalse();
    }

    @Test
    void whomPartnerCentersListsShowWithoutAnyAccessLosesIt() {
        beginWithListed(NoCounterpart.NOT_TAKEN);
        partnerCenter.put(publisherId, "stranger", ADDRESS, Set.of("Marketer"), Duration.ZERO);
        requestReconciliation.ofAll(publisherId);
        work();

        assertThat(entry("left").active()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whoIsListedIsNoOwnerWhoCouldRemain(NoCounterpart kind) {
        start(kind);
        portal.edit(publisherId, new PublisherUser("left", ADDRESS, "Left", typeOf(kind), PublisherRole.OWNER, true));
        work();
        clock.advance(Duration.ofSeconds(1));
        add("dev", "Developer");
        remove("boss");
        poll();
        work();

        assertThat(entry("u-boss").isActiveOwner()).isTrue();
        assertThat(view().held()).hasSize(1);
    }

    /** All but twins, who are listed only as long as the entry that stands in for them is there. */
    static Stream<NoCounterpart> kinds() {
        return Arrays.stream(NoCounterpart.values()).filter(kind -> kind != NoCounterpart.TWIN);
    }

    private void beginWithListed(NoCounterpart kind) {
        start(kind);
        work();
        clock.advance(Duration.ofSeconds(1));
        requireListed(kind);
    }

    private void start(NoCounterpart kind) {
        portal.edit(
                publisherId, new PublisherUser("left", ADDRESS, "Left", typeOf(kind), PublisherRole.CONTRIBUTOR, true));
        startUserSync.startFor(
                publisherId,
                publisherId,
                clock.instant(),
                List.of(new ListedUser("left", ADDRESS, kind)),
                Optional.empty());
    }

    private static UserType typeOf(NoCounterpart kind) {
        return switch (kind) {
            case GROUP -> UserType.GROUP;
            case SERVICE_PRINCIPAL -> UserType.SERVICE_PRINCIPAL;
            case MICROSOFT_ACCOUNT, GUEST, MALFORMED_ADDRESS, NOT_TAKEN, REPLACED, TWIN -> UserType.USER;
        };
    }

    private void push(Naming naming, ChangeOperation operation, Set<String> roles) {
        acceptUserChange.accept(
                publisherId,
                new IncomingChange(
                        naming + "/" + operation,
                        clock.instant(),
                        naming.userId,
                        naming.address,
                        null,
                        operation,
                        operation.name(),
                        roles));
    }

    private void requireListed(NoCounterpart kind) {
        assertThat(entry("left").active()).isTrue();
        assertThat(view().unmapped()).singleElement().satisfies(drift -> assertThat(drift.detail())
                .isIn(kind.name(), NoCounterpart.NOT_TAKEN.name()));
        assertThat(view().stagedRemovals()).isEmpty();
        requireEqualButForListed();
    }

    private void requireEqualButForListed() {
        assertThat(view().parity().equal()).isTrue();
    }
}
