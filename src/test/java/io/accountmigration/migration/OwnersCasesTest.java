package io.accountmigration.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.willReturn;
import static org.mockito.BDDMockito.willThrow;

import io.accountmigration.migration.owners.AppointOwner;
import io.accountmigration.migration.owners.OwnerSearchWorkflow.Why;
import io.accountmigration.migration.owners.RecordActingOwner;
import io.accountmigration.migration.owners.RefreshOwners;
import io.accountmigration.migration.owners.RequireActiveOwner;
import io.accountmigration.migration.owners.TakeOverMigration;
import io.accountmigration.partner.TenantDirectoryUnavailable;
import io.accountmigration.publisher.CloudPartnerPortalUnavailable;
import io.accountmigration.publisher.EmailAddress;
import io.accountmigration.publisher.PublisherRole;
import io.accountmigration.publisher.WriteResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class OwnersCasesTest extends CaseTest {

    @Autowired
    private TakeOverMigration takeOverMigration;

    @Autowired
    private RefreshOwners refreshOwners;

    @Autowired
    private RequireActiveOwner requireActiveOwner;

    @Autowired
    private RecordActingOwner recordActingOwner;

    @Autowired
    private AppointOwner appointOwner;

    @Test
    void aTaskIsForTheOwnerWhoStartedAndTheOthersMayTakeIt() {
        addUser(CO_OWNER, PublisherRole.OWNER);

        var offer = ask(start(), MigrationStep.PROVIDE_WORK_EMAIL);

        assertThat(offer.assignee()).hasValue(OWNER);
        assertThat(offer.candidates()).containsExactly(CO_OWNER);
        assertThat(offer.publisherId()).isEqualTo(publisherId);
    }

    @Test
    void anotherOwnerTakesTheCaseOver() {
        addUser(CO_OWNER, PublisherRole.OWNER);
        var instance = start();
        ask(instance, MigrationStep.PROVIDE_WORK_EMAIL);

        takeOverMigration.takeOver(publisherId, owner(CO_OWNER));

        assertThat(theCase().actingOwner()).isEqualTo(CO_OWNER);
        assertThat(workflow.offers()).last().satisfies(offered -> {
            assertThat(offered.assignee()).hasValue(CO_OWNER);
            assertThat(offered.candidates()).containsExactly(OWNER);
        });
        assertRefused(Refusal.NOT_OWNER, () -> takeOverMigration.takeOver(publisherId, owner("stranger@contoso.com")));
    }

    @ParameterizedTest
    @CsvSource({
        "boss@outlook.com,   '',                  CONSUMER_ACCOUNT",
        "boss@other.com,     '',                  TENANT_MISMATCH",
        "boss@unmanaged.com, '',                  UNMANAGED_TENANT",
        "co-owner@contoso.com, co-owner@contoso.com, none"
    })
    void whoTakesOverIsOfferedTheOwnSignInOnlyWhereItCanBeUsed(String signIn, String offered, String problem) {
        addUser(signIn, PublisherRole.OWNER);
        ask(start(), MigrationStep.PROVIDE_WORK_EMAIL);

        takeOverMigration.takeOver(publisherId, owner(signIn));

        assertThat(theCase().actingOwner()).isEqualTo(signIn);
        assertThat(theCase().offeredAddress()).isEqualTo(offered);
        assertThat(problem()).isEqualTo(problem);
    }

    @Test
    void whereTheDirectoryDoesNotAnswerTheOwnSignInIsOffered() {
        addUser(CO_OWNER, PublisherRole.OWNER);
        ask(start(), MigrationStep.PROVIDE_WORK_EMAIL);
        willThrow(new TenantDirectoryUnavailable("it is down", null, null))
                .given(directory)
                .kindOf(any());

        takeOverMigration.takeOver(publisherId, owner(CO_OWNER));

        assertThat(theCase().offeredAddress()).isEqualTo(CO_OWNER);
    }

    @Test
    void whereAnOwnerLeavesTheNextLookGivesTheTaskToAnother() {
        addUser(CO_OWNER, PublisherRole.OWNER);
        ask(start(), MigrationStep.PROVIDE_WORK_EMAIL);
        portal.add(publisherId, Optional.of(PARTNER_ID), CO_OWNER);

        refreshOwners.onLook(publisherId, OPERATOR);
        assertThat(theCase().actingOwner()).as("the list is fresh").isEqualTo(OWNER);
        pass(Duration.ofMinutes(2));
        refreshOwners.onLook(publisherId, OPERATOR);

        assertThat(theCase().actingOwner()).isEqualTo(CO_OWNER);
        assertThat(workflow.offers()).last().satisfies(offered -> assertThat(offered.assignee())
                .hasValue(CO_OWNER));
    }

    @Test
    void whereNoOwnerIsLeftOperatorsLookForOneUntilOneIsThere() {
        ask(start(), MigrationStep.PROVIDE_WORK_EMAIL);
        portal.add(publisherId, Optional.of(PARTNER_ID));
        addUser("reader@contoso.com", PublisherRole.CONTRIBUTOR);
        pass(Duration.ofMinutes(2));

        refreshOwners.onLook(publisherId, OPERATOR);
        assertThat(ownerSearch.whyFor(publisherId)).hasValue(Why.NO_OWNER);
        assertThat(mails.sent()).contains("call to operators");

        portal.add(publisherId, Optional.of(PARTNER_ID), OWNER);
        pass(Duration.ofMinutes(2));
        refreshOwners.onLook(publisherId, OPERATOR);
        assertThat(ownerSearch.whyFor(publisherId)).isEmpty();
        assertThat(workflow.offers()).last().satisfies(offered -> assertThat(offered.assignee())
                .hasValue(OWNER));
    }

    @Test
    void anOwnerWhomAnOperatorNamesIsOneInThePortalAndHasTheTask() {
        ask(start(), MigrationStep.PROVIDE_WORK_EMAIL);
        var named = new EmailAddress("named@contoso.com");

        assertThat(appointOwner.appoint(publisherId, named, "operator", "acts for the company"))
                .isEmpty();

        assertThat(portal.usersOf(publisherId)).anyMatch(user -> user.signsInAs(named.value()) && user.isActiveOwner());
        assertThat(theCase().actingOwner()).isEqualTo(named.value());
        assertThat(mails.sent()).containsExactly("invitation to " + named.value());
        assertThat(appointOwner.appoint(publisherId, named, "operator", "once more"))
                .isEmpty();
    }

    @Test
    void aPersonNamedWhereThereIsNoCaseGetsAMail() {
        var named = new EmailAddress("early@contoso.com");

        appointOwner.appoint(publisherId, named, "operator", "acts for the company");

        assertThat(mails.sent()).containsExactly("appointment to " + named.value());
    }

    @Test
    void aPortalThatRefusesAnOwnerIsQuoted() {
        willReturn(new WriteResult.Refused("UserUnknown", "unknown address"))
                .given(portal)
                .putUser(any(), any(), any(), any());

        assertThat(appointOwner.appoint(publisherId, new EmailAddress("odd@contoso.com"), "operator", "try"))
                .hasValue("unknown address");
    }

    @Test
    void onlyAnActiveOwnerTakesAndCompletesTasks() {
        addUser(CO_OWNER, PublisherRole.OWNER);
        var instance = start();
        ask(instance, MigrationStep.PROVIDE_WORK_EMAIL);

        requireActiveOwner.toTake(instance, CO_OWNER);
        requireActiveOwner.toComplete(instance, OWNER);
        portal.add(publisherId, Optional.of(PARTNER_ID), CO_OWNER);
        pass(Duration.ofMinutes(2));
        assertRefused(Refusal.OWNER_NO_MORE, () -> requireActiveOwner.toComplete(instance, OWNER));
    }

    @Test
    void aPortalThatIsDownLeavesTheListOfTheLastDayInForce() {
        var instance = start();
        ask(instance, MigrationStep.PROVIDE_WORK_EMAIL);
        willThrow(new CloudPartnerPortalUnavailable("down", null, null))
                .given(portal)
                .usersOf(any());

        pass(Duration.ofHours(23));
        requireActiveOwner.toComplete(instance, OWNER);
        refreshOwners.onLook(publisherId, OPERATOR);
        pass(Duration.ofHours(2));
        assertThatThrownBy(() -> requireActiveOwner.toComplete(instance, OWNER))
                .isInstanceOf(CloudPartnerPortalUnavailable.class);
    }

    @Test
    void whoActsIsTheActingOwnerFromThenOn() {
        addUser(CO_OWNER, PublisherRole.OWNER);
        var instance = start();
        ask(instance, MigrationStep.PROVIDE_WORK_EMAIL);

        recordActingOwner.record(instance, CO_OWNER);

        assertThat(theCase().actingOwner()).isEqualTo(CO_OWNER);
        assertThat(theCase().owners()).isEqualTo(List.of(OWNER, CO_OWNER));
    }
}
