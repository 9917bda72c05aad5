package io.accountmigration.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.accountmigration.migration.move.MoveOutcome;
import io.accountmigration.migration.move.VerifiedItem;
import io.accountmigration.migration.move.VerifiedItem.Result;
import io.accountmigration.migration.move.VerifyAccount;
import io.accountmigration.migration.move.ViewVerification;
import io.accountmigration.migration.preparation.CheckConfirmationCode;
import io.accountmigration.migration.preparation.SendConfirmationCode;
import io.accountmigration.publisher.EmailAddress;
import io.accountmigration.publisher.PublisherRole;
import io.accountmigration.publisher.PublisherUser;
import io.accountmigration.publisher.RecognisePerson;
import io.accountmigration.publisher.UserType;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Several entries of the old portal with one address are one person, who has the highest of their roles. */
class TwinEntriesCasesTest extends CaseTest {

    private static final String OFFICE = "office@contoso.com";

    @Autowired
    private RecognisePerson recognisePerson;

    @Autowired
    private PublisherBanner banner;

    @Autowired
    private ViewVerification viewVerification;

    @Autowired
    private VerifyAccount verifyAccount;

    @Autowired
    private SendConfirmationCode sendConfirmationCode;

    @Autowired
    private CheckConfirmationCode checkConfirmationCode;

    @ParameterizedTest
    @CsvSource({
        "CONTRIBUTOR, OWNER, u-1, u-2, MANAGER",
        "OWNER, CONTRIBUTOR, u-2, u-1, MANAGER",
        "OWNER, OWNER, u-2, u-1, MANAGER",
        "CONTRIBUTOR, CONTRIBUTOR, u-2, u-1, DEVELOPER"
    })
    void oneEntryMovesWithTheHighestRoleAndTheOtherIsNamed(
            PublisherRole first, PublisherRole second, String twin, String moved, String role) {
        put("u-1", "Bob@Contoso.com", first, true);
        put("u-2", "bob@contoso.com", second, true);

        verify(transferred());

        assertThat(partnerCenter.principalsOf(publisherId))
                .containsExactlyInAnyOrder("MANAGER " + OWNER, role + " bob@contoso.com");
        assertThat(theCase().listedInPortal())
                .extracting(
                        UserLeftBehind::userId, left -> left.finding().code().name())
                .containsExactly(tuple(twin, "USER_IS_TWIN"));
        assertThat(viewVerification.of(publisherId, OPERATOR).items())
                .filteredOn(
                        item -> item.subject().equals("u-1") || item.subject().equals("u-2"))
                .extracting(VerifiedItem::subject, VerifiedItem::result, TwinEntriesCasesTest::codeOf)
                .containsExactlyInAnyOrder(
                        tuple(twin, Result.NOT_MOVED, "USER_IS_TWIN"), tuple(moved, Result.MOVED, "none"));
    }

    @Test
    void aDisabledEntryAndAGroupOfTheSameAddressAreNoTwins() {
        put("u-1", "bob@contoso.com", PublisherRole.OWNER, false);
        put("u-2", "Bob@contoso.com", PublisherRole.CONTRIBUTOR, true);
        portal.putUser(
                publisherId,
                new PublisherUser("u-3", "bob@contoso.com", "g", UserType.GROUP, PublisherRole.OWNER, true),
                version(),
                null);

        verify(transferred());

        assertThat(partnerCenter.principalsOf(publisherId)).contains("DEVELOPER bob@contoso.com");
        assertThat(theCase().listedInPortal())
                .extracting(left -> left.finding().code().name())
                .containsExactlyInAnyOrder("USER_DISABLED", "USER_IS_GROUP");
    }

    @ParameterizedTest
    @EnumSource(PublisherRole.class)
    void eachEntryWithAReplacedSignInIsListedAsReplaced(PublisherRole twin) {
        put("u-twin", OWNER.toUpperCase(), twin, true);
        var instance = movedAs(OFFICE);

        verify(instance);

        assertThat(partnerCenter.principalsOf(publisherId)).containsExactly("MANAGER " + OFFICE);
        assertThat(theCase().usersLeftBehind()).isEmpty();
        assertThat(theCase().listedInPortal())
                .extracting(
                        UserLeftBehind::userId, left -> left.finding().code().name())
                .containsExactlyInAnyOrder(
                        tuple("u-" + OWNER, "SIGN_IN_REPLACED"), tuple("u-twin", "SIGN_IN_REPLACED"));
        assertThat(viewVerification.of(publisherId, OPERATOR).items())
                .filteredOn(item -> item.kind() == VerifiedItem.Kind.USER)
                .extracting(VerifiedItem::result, TwinEntriesCasesTest::codeOf)
                .containsOnly(tuple(Result.MOVED, "SIGN_IN_REPLACED"));
        assertThat(makePublisherReadOnly.switchOver(instance)).isTrue();
        activatePartnerCenterAccount.activateFor(instance);
        endMigration.end(instance, MigrationState.MIGRATED);
        verifyAccount.verify(publisherId);
        assertThat(viewVerification.of(publisherId, OPERATOR).items())
                .filteredOn(item -> item.kind() == VerifiedItem.Kind.USER)
                .extracting(VerifiedItem::result, TwinEntriesCasesTest::codeOf)
                .containsOnly(tuple(Result.MOVED, "SIGN_IN_REPLACED"));
    }

    @ParameterizedTest
    @CsvSource({"OWNER, CONTRIBUTOR", "CONTRIBUTOR, OWNER", "OWNER, OWNER"})
    void anOwnerWithATwinStartsWhetherKnownOrNot(PublisherRole first, PublisherRole second) {
        for (var known : new boolean[] {false, true}) {
            pass(Duration.ofMinutes(1));
            portal.removeAllUsers(publisherId);
            put("u-1", OWNER.toUpperCase(), first, true);
            put("u-2", OWNER, second, true);
            if (known) {
                recognisePerson.remember(EmailAddress.parse(OWNER).orElseThrow());
            }

            assertThat(banner.bannerFor(publisherId, owner(OWNER)).audience()).isEqualTo(PublisherRole.OWNER);
            startMigration.start(publisherId, Optional.empty(), owner(OWNER), Optional.empty());
            assertThat(theCase().actingOwner()).isEqualTo(OWNER);
            assertThat(banner.bannerFor(publisherId, owner(OWNER)).audience()).isEqualTo(PublisherRole.OWNER);
            endMigration.end(theCase().processInstanceId(), MigrationState.CANCELLED);
            pass(Duration.ofMinutes(1));
            startMigration.start(publisherId, Optional.of(OWNER), Caller.PROGRAM, Optional.empty());
            assertThat(theCase().owners()).containsExactly(OWNER);
            endMigration.end(theCase().processInstanceId(), MigrationState.CANCELLED);
        }
    }

    private String movedAs(String workEmail) {
        var instance = start();
        assertThat(provide(instance, workEmail).codeNeeded()).isTrue();
        sendConfirmationCode.send(instance);
        assertThat(checkConfirmationCode.check(instance, mails.lastCode(), null))
                .isEqualTo(ConfirmationOutcome.CONFIRMED);
        assertThat(lockPublisher.lock(instance)).isEqualTo(MoveOutcome.DONE);
        assertThat(openPartnerCenterAccount.openFor(instance)).isEqualTo(MoveOutcome.DONE);
        transfer(instance);
        return instance;
    }

    private void verify(String instance) {
        assertThat(verifyMove.verify(instance)).isEqualTo(MoveOutcome.DONE);
        assertThat(theCase().move().isVerified()).isTrue();
    }

    private void put(String userId, String address, PublisherRole role, boolean active) {
        portal.putUser(
                publisherId, new PublisherUser(userId, address, userId, UserType.USER, role, active), version(), null);
    }

    private String version() {
        return portal.publisher(publisherId).version();
    }

    private static String codeOf(VerifiedItem item) {
        return item.finding() == null ? "none" : item.finding().code().name();
    }
}
