package io.accountmigration.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.accountmigration.migration.Caller;
import io.accountmigration.migration.MigrationRefused;
import io.accountmigration.migration.MigrationState;
import io.accountmigration.migration.Refusal;
import io.accountmigration.migration.move.VerifiedItem;
import io.accountmigration.migration.move.VerifiedItem.Kind;
import io.accountmigration.migration.move.VerifiedItem.Result;
import io.accountmigration.migration.move.ViewVerification;
import io.accountmigration.publisher.PublisherRole;
import io.accountmigration.publisher.RequestKey;
import io.accountmigration.publisher.SettingsArea;
import io.accountmigration.publisher.UserType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What owners and operators are shown of what has arrived. */
abstract class VerificationScenarios extends Scenario {

    @Autowired
    ViewVerification viewVerification;

    @Test
    void everyItemOfAMovedAccountIsListed() {
        portal.addUser(publisherId, "colleague@contoso.com", UserType.USER, PublisherRole.CONTRIBUTOR);
        portal.addUser(publisherId, "team@contoso.com", UserType.GROUP, PublisherRole.CONTRIBUTOR);
        startAndProvide(OWNER);

        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
        var items = viewVerification.of(publisherId, owner()).items();
        assertThat(items)
                .filteredOn(item -> item.kind() == Kind.USER)
                .extracting(VerifiedItem::name, VerifiedItem::result)
                .containsExactlyInAnyOrder(
                        tuple(OWNER, Result.MOVED),
                        tuple("colleague@contoso.com", Result.MOVED),
                        tuple("team@contoso.com", Result.NOT_MOVED));
        assertThat(items)
                .filteredOn(item -> item.kind() == Kind.SETTINGS)
                .isNotEmpty()
                .extracting(VerifiedItem::result)
                .containsOnly(Result.MOVED);
        assertThat(items)
                .filteredOn(item -> item.kind() == Kind.OFFERS || item.kind() == Kind.PAYMENTS)
                .hasSize(2)
                .extracting(VerifiedItem::result)
                .containsOnly(Result.NOT_MOVED);
        assertThat(items)
                .filteredOn(item -> "team@contoso.com".equals(item.name()))
                .singleElement()
                .satisfies(item -> assertThat(item.finding().code().name()).isEqualTo("USER_IS_GROUP"));
    }

    @Test
    void whatDiffersLaterIsNamedWhenItIsComparedAgain() {
        startAndProvide(OWNER);
        var first = viewVerification.of(publisherId, OPERATOR).verifiedAt();
        var accountId = theCase().accountId().orElseThrow();
        var area = SettingsArea.values()[0];
        partnerCenter.putSettings(
                accountId, area, Map.of("somethingElse", "1"), RequestKey.of(UUID.randomUUID(), "EDIT"));
        pass(Duration.ofMinutes(1));

        viewVerification.again(publisherId, OPERATOR);
        viewVerification.again(publisherId, OPERATOR);
        runJobs();

        var report = viewVerification.of(publisherId, OPERATOR);
        assertThat(report.verifiedAt()).isAfter(first);
        assertThat(report.items())
                .filteredOn(item -> item.result() == Result.DIFFERS)
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.subject()).isEqualTo(area.name());
                    assertThat(item.differences()).contains("somethingElse");
                });
    }

    @Test
    void itIsForOwnersAndOperatorsOnceTheAccountHasMoved() {
        start();

        assertThat(viewVerification.find(publisherId, owner())).isEmpty();
        for (var refused : List.<ThrowingCallable>of(
                () -> viewVerification.of(publisherId, owner()), () -> viewVerification.again(publisherId, OPERATOR))) {
            assertThatThrownBy(refused).isInstanceOfSatisfying(MigrationRefused.class, it -> assertThat(it.refusal())
                    .isEqualTo(Refusal.VERIFICATION_NOT_FOUND));
        }
        assertThatThrownBy(() -> viewVerification.again(publisherId, owner()))
                .isInstanceOfSatisfying(
                        MigrationRefused.class, it -> assertThat(it.refusal()).isEqualTo(Refusal.NOT_ALLOWED));
        var stranger = new Caller("stranger@other.com", owner().roles());
        assertThatThrownBy(() -> viewVerification.find(publisherId, stranger))
                .isInstanceOfSatisfying(
                        MigrationRefused.class, it -> assertThat(it.refusal()).isEqualTo(Refusal.NOT_OWNER));
    }
}
