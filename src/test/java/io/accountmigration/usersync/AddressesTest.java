package io.accountmigration.usersync;

import static org.assertj.core.api.Assertions.assertThat;

import io.accountmigration.publisher.PublisherRole;
import io.accountmigration.publisher.PublisherUser;
import io.accountmigration.usersync.OldPortal.Uniqueness;
import io.accountmigration.usersync.comparison.DriftAction;
import io.accountmigration.usersync.operations.UserSyncView;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses wander from user to user; the portal may want each of them only once, among the active users or among all. */
class AddressesTest extends SyncTest {

    @BeforeEach
    void beInStep() {
        haveAnOwner();
        for (var name : List.of("ann", "bob", "cid")) {
            add(name, name.equals("bob") ? "Manager" : "Developer");
        }
        for (var number = 0; number < 12; number++) {
            add("user" + number, "Developer");
        }
        begin();
        pollAndWork();
        assertThat(inPortal()).hasSize(16);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ann@example.com\u00a0", "\ufeffAnn@Example.com", "ann@example.com\u200b"})
    void whatIsInvisibleAtTheEdgesOfAnAddressMakesNoDifference(String address) {
        var entry = entryOf("ann@example.com");
        portal.edit(publisherId, entry, address, PublisherRole.CONTRIBUTOR);
        requestReconciliation.ofAll(publisherId);
        work();

        assertThat(viewUserSync.driftOf(publisherId).orElseThrow().drifts()).isEmpty();
        assertThat(view().parity().equal()).isTrue();
        assertThat(view().state()).isEqualTo(UserSyncView.State.IN_STEP);
    }

    /** An address that shows nothing of its edges is of the same tenant as all others. */
    @Test
    void whatIsInvisibleAtTheEdgesOfAnAddressMakesNoDomainOfItsOwn() {
        for (var name : List.of("one", "two")) {
            rename(name, name + "@partner.example", "Developer");
        }
        pollAndWork();
        for (var name : List.of("one", "two")) {
            portal.edit(
                    publisherId,
                    entryOf(name + "@partner.example"),
                    name + "@partner.example" + (name.equals("one") ? "\u00a0" : "\u200b"),
                    PublisherRole.CONTRIBUTOR);
            remove(name);
        }
        pollAndWork();

        assertThat(view().stagedRemovals()).hasSize(2);
    }

    private String entryOf(String address) {
        return portal.users(publisherId).values().stream()
                .filter(user -> user.address().equals(address))
                .map(PublisherUser::userId)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(Uniqueness.class)
    void aPersonWhoIsMadeAnewTakesTheAddressOver(Uniqueness uniqueness) {
        portal.enforce(uniqueness);
        remove("ann");
        rename("ann-2", "ANN@example.com", "Manager");
        pollAndWork();

        requireOnce("ann@example.com", PublisherRole.OWNER);
    }

    @ParameterizedTest
    @EnumSource(Uniqueness.class)
    void aPersonWhoIsMadeAnewBeforeTheOldIdIsRemovedTakesTheAddressOver(Uniqueness uniqueness) {
        portal.enforce(uniqueness);
        rename("ann-2", "ann@example.com", "Manager");
        remove("ann");
        pollAndWork();

        requireOnce("ann@example.com", PublisherRole.OWNER);
    }

    @ParameterizedTest
    @EnumSource(Uniqueness.class)
    void aPersonWhoIsMadeAnewLongAfterTakesTheAddressOver(Uniqueness uniqueness) {
        portal.enforce(uniqueness);
        remove("ann");
        pollAndWork();
        clock.advance(Duration.ofHours(30));
        rename("ann-2", "ann@example.com", "Developer");
        pollAndWork();

        requireOnce("ann@example.com", PublisherRole.CONTRIBUTOR);
    }

    @ParameterizedTest
    @EnumSource(Uniqueness.class)
    void theLastOwnerWhoIsMadeAnewStaysTheOwner(Uniqueness uniqueness) {
        add("bob", "Developer");
        pollAndWork();
        portal.enforce(uniqueness);
        remove("boss");
        rename("boss-2", "boss@example.com", "Manager");
        pollAndWork();

        assertThat(view().held()).isEmpty();
        requireOnce("boss@example.com", PublisherRole.OWNER);
    }

    @Test
    void whoFailsForAnotherReasonIsNotTriedTwiceSinceTheLastOwnerStays() {
        add("bob", "Developer");
        pollAndWork();
        portal.poison("dana@example.com");
        var before = portal.asked();
        add("dana", "Developer");
        remove("boss");
        pollAndWork();

        assertThat(view().held()).hasSize(1);
        assertThat(portal.asked() - before).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Uniqueness.class)
    void whoIsMadeAnewIsNotCreatedWhileTheOldOneIsActive(Uniqueness uniqueness) {
        portal.enforce(uniqueness);
        portal.watch(publisherId);
        remove("ann");
        rename("ann-2", "ann@example.com", "Developer");
        pollAndWork();

        assertThat(portal.violations()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Uniqueness.class)
    void twoUsersSwapTheirAddresses(Uniqueness uniqueness) {
        portal.enforce(uniqueness);
        rename("ann", "bob@example.com", "Developer");
        rename("bob", "ann@example.com", "Manager");
        pollAndWork();

        requireEqual();
        assertThat(entry("ann").address()).isEqualTo("bob@example.com");
        assertThat(entry("bob").address()).isEqualTo("ann@example.com");
    }

    @ParameterizedTest
    @EnumSource(Uniqueness.class)
    void aSwapIsFoundByAComparisonToo(Uniqueness uniqueness) {
        portal.enforce(uniqueness);
        partnerCenter.put(publisherId, "ann", "bob@example.com", Set.of("Developer"), Duration.ofDays(9));
        partnerCenter.put(publisherId, "bob", "ann@example.com", Set.of("Manager"), Duration.ofDays(9));
        requestReconciliation.ofAll(publisherId);
        work();

        requireEqual();
        assertThat(entry("ann").address()).isEqualTo("bob@example.com");
    }

    @ParameterizedTest
    @EnumSource(Uniqueness.class)
    void threeUsersPassTheirAddressesOn(Uniqueness uniqueness) {
        portal.enforce(uniqueness);
        rename("ann", "bob@example.com", "Developer");
        rename("bob", "cid@example.com", "Manager");
        rename("cid", "ann@example.com", "Developer");
        pollAndWork();

        requireEqual();
        assertThat(entry("cid").address()).isEqualTo("ann@example.com");
    }

    @ParameterizedTest
    @EnumSource(Uniqueness.class)
    void addressesMoveUpInARow(Uniqueness uniqueness) {
        portal.enforce(uniqueness);
        rename("cid", "bob@example.com", "Developer");
        rename("bob", "ann@example.com", "Manager");
        remove("ann");
        pollAndWork();

        requireEqual();
    }

    @ParameterizedTest
    @EnumSource(Uniqueness.class)
    void anAddressThatBecomesFreeLaterIsTakenAtOnce(Uniqueness uniqueness) {
        portal.enforce(uniqueness);
        rename("ann", "bob@example.com", "Developer");
        pollAndWork();
        for (var minutes = 0; minutes < 30; minutes++) {
            later(Duration.ofMinutes(1));
        }
        rename("bob", "ann@example.com", "Manager");
        pollAndWork();

        requireEqual();
    }

    @Test
    void whoHasTheIdOfSomebodyElsesEntryGetsOneOfHisOwn() {
        portal.edit(publisherId, "eve", "zoe@example.com", PublisherRole.CONTRIBUTOR);
        rename("zoe", "zoe@example.com", "Developer");
        pollAndWork();
        rename("eve", "eve@example.com", "Manager");
        pollAndWork();
        later(Duration.ofHours(25));

        requireOnce("zoe@example.com", PublisherRole.CONTRIBUTOR);
        requireOnce("eve@example.com", PublisherRole.OWNER);
        requireEqual();
    }

    @Test
    void aSwapGoesOnAfterACrashInTheMiddle() {
        portal.enforce(Uniqueness.ALL);
        rename("ann", "bob@example.com", "Developer");
        rename("bob", "ann@example.com", "Manager");
        poll();
        for (var crash = 0; crash < 4; crash++) {
            portal.failNextWrite(OldPortal.Trouble.CRASH_AFTER_EFFECT);
            try {
                go();
            } catch (OldPortal.Crash killed) {
                assertThat(inPortal()).hasSize(16);
            }
        }
        portal.failNextWrite(null);
        work();

        requireEqual();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann@EXAMPLE.com",
                "Ann@example.com",
                "ann@INTRANET",
                "ann_fabrikam.com#EXT#@Example.OnMicrosoft.com",
                "J\u00d6RG@example.com",
                " ann@example.com",
            })
    void anAddressInOtherCaseIsTheSameAddress(String address) {
        rename("ann", address, "Developer");
        pollAndWork();
        portal.edit(publisherId, "ann", address.strip().toUpperCase(java.util.Locale.ROOT), PublisherRole.CONTRIBUTOR);
        for (var comparison = 0; comparison < 2; comparison++) {
            requestReconciliation.ofAll(publisherId);
            work();

            assertThat(viewUserSync.driftOf(publisherId).orElseThrow().drifts()).isEmpty();
            assertThat(view().parity().equal()).isTrue();
        }
    }

    @Test
    void addressesThatOnlyLookAlikeAreTwo() {
        rename("kim", "kim@example.com", "Developer");
        rename("kelvin", "\u212aim@example.com", "Manager");
        pollAndWork();

        assertThat(entry("kim").role()).isEqualTo(PublisherRole.CONTRIBUTOR);
        assertThat(entry("kelvin").role()).isEqualTo(PublisherRole.OWNER);
    }

    @Test
    void aRoleThatNobodyKnowsIsListedAtOnceBesideAKnownOne() {
        partnerCenter.put(publisherId, "ann", "ann@example.com", Set.of("Developer", "Oracle"), Duration.ZERO);
        pollAndWork();

        assertThat(view().unmapped()).singleElement().satisfies(drift -> {
            assertThat(drift.userId()).isEqualTo("ann");
            assertThat(drift.detail()).isEqualTo("Oracle");
            assertThat(drift.action()).isEqualTo(DriftAction.MAP_ROLE);
        });
        requestReconciliation.ofAll(publisherId);
        work();
        assertThat(view().unmapped()).hasSize(1);
        add("ann", "Developer");
        pollAndWork();
        assertThat(view().unmapped()).isEmpty();
    }

    private void rename(String userId, String address, String role) {
        partnerCenter.put(publisherId, userId, address, Set.of(role), Duration.ZERO);
    }

    private void requireOnce(String address, PublisherRole role) {
        assertThat(portal.users(publisherId).values())
                .filteredOn(entry -> entry.active() && entry.address().equalsIgnoreCase(address))
                .singleElement()
                .satisfies(entry -> assertThat(entry.role()).isEqualTo(role));
        assertThat(view().failed()).isEmpty();
        assertThat(view().state()).isEqualTo(UserSyncView.State.IN_STEP);
        requireEqual();
        requestReconciliation.ofAll(publisherId);
        work();
        requireEqual();
    }
}
