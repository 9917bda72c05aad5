package io.accountmigration.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accountmigration.migration.move.MoveBlocked;
import io.accountmigration.publisher.NamedUser;
import io.accountmigration.publisher.PublisherRole;
import io.accountmigration.publisher.PublisherUser;
import io.accountmigration.publisher.UserType;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who owns a publisher, and who did: people are told apart by their entry, not by how their address is spelled. */
class CaseOwnersTest {

    private static final Instant READ = Instant.parse("2026-03-02T09:00:00Z");
    private static final NamedUser ANN = new NamedUser("u-ann", "ann@contoso.com", "ann-name");
    private static final NamedUser BOB = new NamedUser("u-bob", "bob@contoso.com", "bob@contoso.com");

    private final CaseOwners owners = new CaseOwners(List.of(ANN, BOB), READ);

    @Test
    void theOwnersAreThoseWhomThePortalListed() {
        assertThat(owners.names()).containsExactly("ann-name", "bob@contoso.com");
        assertThat(owners.asRead()).containsExactly(ANN, BOB);
        assertThat(owners.areFrom(READ)).isTrue();
        assertThat(owners.areFrom(READ.plusMillis(1))).isFalse();
    }

    @Test
    void whoIsListedNoMoreIsKnownAsAFormerOwner() {
        var renewed = owners.renewed(List.of(BOB), READ.plusSeconds(60));

        assertThat(renewed.names()).containsExactly("bob@contoso.com");
        assertThat(renewed.asRead()).containsExactly(BOB);
        assertThat(renewed.include("ann-name")).isFalse();
        assertThat(renewed.included("ANN-name")).isTrue();
        assertThat(renewed.included("stranger")).isFalse();
        assertThat(renewed.areFrom(READ.plusSeconds(60))).isTrue();
    }

    @Test
    void whoComesBackIsAnOwnerOnce() {
        var back = owners.renewed(List.of(BOB), READ).renewed(List.of(ANN, BOB), READ);

        assertThat(back.names()).containsExactly("ann-name", "bob@contoso.com");
        assertThat(back.renewed(List.of(), READ).included("ann-name")).isTrue();
    }

    @Test
    void anOwnerIsWrittenToUnderTheAddressOfHisEntryAlsoWhenHeIsNoneAnyMore() {
        assertThat(owners.addressOf("ann-name")).isEqualTo("ann@contoso.com");
        assertThat(owners.addressOf("bob@contoso.com")).isEqualTo("bob@contoso.com");
        assertThat(owners.renewed(List.of(BOB), READ).addressOf("ann-name")).isEqualTo("ann@contoso.com");
        assertThat(owners.addressOf("stranger@other.com")).isEqualTo("stranger@other.com");
    }

    @Test
    void theNameAtAnAddressIsThatOfAnActiveOwner() {
        assertThat(owners.nameAt("ann@contoso.com")).isEqualTo("ann-name");
        assertThat(owners.nameAt("bob@contoso.com")).isEqualTo("bob@contoso.com");
        assertThatThrownBy(() -> owners.renewed(List.of(BOB), READ).nameAt("ann@contoso.com"))
                .isInstanceOf(MoveBlocked.class)
                .hasMessageContaining("another person's");
    }

    @Test
    void anEntryIsAnOwnersByItsIdWhateverItsAddressHasBecome() {
        assertThat(owners.isEntryOf("ann-name", entry("u-ann", "renamed@contoso.com")))
                .isTrue();
        assertThat(owners.isEntryOf("ann-name", entry("u-bob", "ann@contoso.com")))
                .isFalse();
        assertThat(owners.isEntryOf("stranger", entry("u-ann", "ann@contoso.com")))
                .isFalse();
        assertThat(owners.renewed(List.of(BOB), READ).isEntryOf("ann-name", entry("u-ann", "ann@contoso.com")))
                .isFalse();
    }

    @Test
    void whereNoEntryIsKnownTheAddressTells() {
        var unknown = new CaseOwners(List.of(new NamedUser(null, "ann@contoso.com", "ann-name")), READ);

        assertThat(unknown.isEntryOf("ann-name", entry("u-1", "ANN@contoso.com")))
                .isTrue();
        assertThat(unknown.isEntryOf("ann-name", entry("u-1", "bob@contoso.com")))
                .isFalse();
        assertThat(unknown.entryOf("ann-name")).isEmpty();
    }

    @Test
    void theEntryOfAnOwnerIsHisOwn() {
        assertThat(owners.entryOf("ann-name")).hasValue(ANN);
        assertThat(owners.entryOf("bob@contoso.com")).hasValue(BOB);
        assertThat(owners.entryOf("stranger")).isEmpty();
        assertThat(owners.renewed(List.of(BOB), READ).entryOf("ann-name")).isEmpty();
    }

    @Test
    void whoIsRenamedSucceedsHimself() {
        var renamed = owners.renewed(List.of(BOB, new NamedUser("u-ann", "new@contoso.com", "new-name")), READ);

        assertThat(renamed.successorOf("ann-name")).hasValue("new-name");
    }

    @Test
    void theFirstOfTheOthersSucceedsWhoHasLeft() {
        var carl = new NamedUser("u-carl", "carl@contoso.com", "carl@contoso.com");

        assertThat(owners.renewed(List.of(BOB, carl), READ).successorOf("ann-name"))
                .hasValue("bob@contoso.com");
        assertThat(owners.renewed(List.of(), READ).successorOf("ann-name")).isEmpty();
    }

    private static PublisherUser entry(String userId, String address) {
        return new PublisherUser(userId, address, address, UserType.USER, PublisherRole.OWNER, true);
    }
}
