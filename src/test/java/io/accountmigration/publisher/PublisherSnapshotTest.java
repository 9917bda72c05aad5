package io.accountmigration.publisher;

import static io.accountmigration.publisher.PublisherRole.CONTRIBUTOR;
import static io.accountmigration.publisher.PublisherRole.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PublisherSnapshotTest {

    @Test
    void ownersAreActivePeopleWithAnAddressEachNamedOnce() {
        var snapshot = snapshotOf(
                user("Owner@Contoso.com", UserType.USER, OWNER, true),
                user("owner@contoso.com", UserType.USER, OWNER, true),
                user("disabled@contoso.com", UserType.USER, OWNER, false),
                user("team@contoso.com", UserType.GROUP, OWNER, true),
                user("no address", UserType.USER, OWNER, true),
                user("contributor@contoso.com", UserType.USER, CONTRIBUTOR, true));

        assertThat(snapshot.owners()).containsExactly("owner@contoso.com");
    }

    @Test
    void theHigherOfTwoRolesCounts() {
        var snapshot = snapshotOf(
                user("both@contoso.com", UserType.USER, CONTRIBUTOR, true),
                user("both@contoso.com", UserType.USER, OWNER, true));

        assertThat(snapshot.roleOf("Both@contoso.com")).contains(OWNER);
    }

    @Test
    void somebodyDisabledOrUnknownHasNoRole() {
        var snapshot = snapshotOf(user("disabled@contoso.com", UserType.USER, OWNER, false));

        assertThat(snapshot.roleOf("disabled@contoso.com")).isEmpty();
        assertThat(snapshot.roleOf("stranger@other.com")).isEmpty();
    }

    private static PublisherSnapshot snapshotOf(PublisherUser... users) {
        return new PublisherSnapshot(null, List.of(users));
    }

    private static PublisherUser user(String address, UserType type, PublisherRole role, boolean active) {
        return new PublisherUser("id", address, address, type, role, active);
    }
}
