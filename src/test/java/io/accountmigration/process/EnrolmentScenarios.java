package io.accountmigration.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.mockito.ArgumentMatchers.any;

import io.accountmigration.eligibility.AssessEligibility;
import io.accountmigration.eligibility.FindingCode;
import io.accountmigration.eligibility.TenantNameDisclosure.Audience;
import io.accountmigration.migration.MigrationRefused;
import io.accountmigration.migration.MigrationState;
import io.accountmigration.migration.MigrationStep;
import io.accountmigration.migration.Refusal;
import io.accountmigration.migration.preparation.ChangePartnerId;
import io.accountmigration.partner.PartnerNetworkUnavailable;
import io.accountmigration.partner.Vetting;
import io.accountmigration.publisher.PublisherReader;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of an account whose partner membership cannot be used as it is. */
abstract class EnrolmentScenarios extends Scenario {

    private static final String REJECTED = "2000";
    private static final String PENDING = "3000";

    @Autowired
    ChangePartnerId changePartnerId;

    @Autowired
    AssessEligibility assessEligibility;

    @Autowired
    PublisherReader publishers;

    @Test
    void anAccountWithoutAPartnerIdAsksForOneAndContinuesWithIt() {
        portal.add(publisherId, Optional.empty(), OWNER);

        startAndProvide(OWNER);

        assertThat(instance()).isWaitingAt("userTask_enrolInPartnerNetwork");
        assertThat(problem()).isEqualTo("PARTNER_ID_MISSING");

        enrolWith(PARTNER_ID);

        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
    }

    @ParameterizedTest
    @CsvSource({
        "'   ', PARTNER_ID_MISSING",
        "-1,    PARTNER_ID_MALFORMED",
        "abc,   PARTNER_ID_MALFORMED",
        "9999,  PARTNER_ID_NOT_FOUND",
        "2000,  PARTNER_ID_REJECTED"
    })
    void aPartnerIdThatWillNotDoComesBackWithTheReason(String partnerId, String reason) {
        partnerNetwork.add(REJECTED, Vetting.REJECTED, CONTOSO);
        portal.add(publisherId, Optional.empty(), OWNER);
        startAndProvide(OWNER);

        enrolWith(partnerId);

        assertThat(instance()).isWaitingAt("userTask_enrolInPartnerNetwork");
        assertThat(variable("problemCode")).isEqualTo(reason);

        enrolWith(PARTNER_ID);

        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
    }

    @Test
    void aPartnerIdOfAnotherTenantLeadsBackToTheAddress() {
        partnerNetwork.add("4000", Vetting.AUTHORIZED, OTHER);
        portal.add(publisherId, Optional.empty(), OWNER);
        startAndProvide(OWNER);

        enrolWith("4000");

        assertThat(instance()).isWaitingAt("userTask_provideWorkEmail");
        assertThat(theCase().problem().orElseThrow().arguments()).containsExactly("Another Company");
    }

    @Test
    void anOwnerWhoEntersManyPartnerIdsSeesNoMoreNamesForADay() {
        partnerNetwork.add("4000", Vetting.AUTHORIZED, OTHER);
        portal.add(publisherId, Optional.empty(), OWNER);

        for (int shown = 0; shown < 5; shown++) {
            assertThat(namesShownByAnEnrolment()).containsExactly("Another Company");
        }
        assertThat(namesShownByAnEnrolment()).isEmpty();

        pass(Duration.ofDays(1));
        assertThat(namesShownByAnEnrolment()).containsExactly("Another Company");
    }

    @Test
    void namesCountTogetherWhereverAnOwnerSeesThem() {
        partnerNetwork.add("4000", Vetting.AUTHORIZED, OTHER);
        portal.add(publisherId, Optional.of("4000"), OWNER, CO_OWNER);
        for (int shown = 0; shown < 4; shown++) {
            assertThat(namesShownByADryRun(Audience.owners(List.of(OWNER)))).containsExactly("Another Company");
        }
        start();
        assertThat(theCase().problem().orElseThrow().arguments()).containsExactly("Another Company");

        assertThat(namesShownByADryRun(Audience.owners(List.of("OWNER@contoso.com"))))
                .isEmpty();
        provide(OWNER);
        assertThat(theCase().problem().orElseThrow().arguments()).isEmpty();

        // The co-owner could read the one name that the case was sent back with.
        for (int shown = 0; shown < 4; shown++) {
            assertThat(namesShownByADryRun(Audience.owners(List.of(CO_OWNER)))).containsExactly("Another Company");
        }
        assertThat(namesShownByADryRun(Audience.owners(List.of(CO_OWNER)))).isEmpty();
        assertThat(namesShownByADryRun(Audience.STAFF)).containsExactly("Another Company");
    }

    private List<String> namesShownByAnEnrolment() {
        startAndProvide(OWNER);
        enrolWith("4000");
        assertThat(problem()).isEqualTo("TENANT_MISMATCH");
        var names = theCase().problem().orElseThrow().arguments();
        cancel();
        advance(Duration.ofSeconds(1));
        return names;
    }

    private List<String> namesShownByADryRun(Audience audience) {
        return assessEligibility.assess(publishers.read(publisherId).orElseThrow(), audience).findings().stream()
                .filter(finding -> finding.code() == FindingCode.TENANT_MISMATCH)
                .findFirst()
                .orElseThrow()
                .arguments();
    }

    @Test
    void aPendingEnrolmentContinuesByItselfOnceItIsAccepted() {
        awaitEnrolment();

        pass(Duration.ofHours(6));
        assertThat(theCase().step()).isEqualTo(MigrationStep.AWAIT_ENROLMENT);

        partnerNetwork.add(PENDING, Vetting.AUTHORIZED, CONTOSO);
        pass(Duration.ofHours(6));

        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
    }

    @Test
    void aPendingEnrolmentThatIsRejectedAsksForAnotherPartnerId() {
        awaitEnrolment();

        partnerNetwork.add(PENDING, Vetting.REJECTED, CONTOSO);
        pass(Duration.ofHours(6));

        assertThat(instance()).isWaitingAt("userTask_enrolInPartnerNetwork");
        assertThat(problem()).isEqualTo("PARTNER_ID_REJECTED");
    }

    @Test
    void anOwnerNeedNotWaitForAPendingEnrolmentButMayGiveAnotherPartnerId() {
        awaitEnrolment();

        changePartnerId.askAgain(publisherId, owner());
        assertThat(instance()).isWaitingAt("userTask_enrolInPartnerNetwork");
        enrolWith(PARTNER_ID);

        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
    }

    @Test
    void anotherPartnerIdIsAskedForOnlyWhereAnEnrolmentIsPending() {
        start();

        assertThatThrownBy(() -> changePartnerId.askAgain(publisherId, owner()))
                .isInstanceOfSatisfying(MigrationRefused.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(Refusal.NOT_AWAITING_ENROLMENT));
    }

    @Test
    void aPartnerNetworkThatIsDownIsNotAWrongPartnerId() {
        untilAnOperatorRetries(new PartnerNetworkUnavailable("down", null, null))
                .given(partnerNetwork)
                .find(any());

        start();
        waitOutTheRetries();

        assertThat(incident().getActivityId()).isEqualTo("serviceTask_checkPartnerMembership");
        assertThat(workflow.stuck(Set.of(instanceId()))).containsExactly(instanceId());

        retryAsAnOperator();

        assertThat(instance()).isWaitingAt("userTask_provideWorkEmail");
    }

    private void awaitEnrolment() {
        partnerNetwork.add(PENDING, Vetting.PENDING, CONTOSO);
        portal.add(publisherId, Optional.of(PENDING), OWNER);

        startAndProvide(OWNER);

        assertThat(instance()).isWaitingAt("gateway_enrolmentPending");
        assertThat(theCase().state()).isEqualTo(MigrationState.VALIDATING);
        assertThat(problem()).isEqualTo("PARTNER_ID_PENDING");
    }

    /** The partner ID is another company's, so no address of the owner's would do. */
    @Test
    void aPartnerIdThatIsRegisteredForAnotherCompanyIsReplaced() {
        partnerNetwork.add("2000", Vetting.AUTHORIZED, OTHER);
        portal.add(publisherId, Optional.of("2000"), OWNER);
        startAndProvide(OWNER);
        assertThat(problem()).isEqualTo("TENANT_MISMATCH");

        changePartnerId.askAgain(publisherId, owner());
        runJobs();

        assertThat(task().getTaskDefinitionKey()).isEqualTo("userTask_enrolInPartnerNetwork");
        assertThat(task().getAssignee()).isEqualTo(OWNER);
        assertThat(problem()).isEqualTo("none");
        enrolWith(PARTNER_ID);
        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
    }

    @Test
    void anotherPartnerIdThatIsOfAnotherCompanyTooLeadsBackToTheAddress() {
        partnerNetwork.add("2000", Vetting.AUTHORIZED, OTHER);
        partnerNetwork.add("2001", Vetting.AUTHORIZED, OTHER);
        portal.add(publisherId, Optional.of("2000"), OWNER);
        startAndProvide(OWNER);
        changePartnerId.askAgain(publisherId, owner());

        enrolWith("2001");

        assertThat(problem()).isEqualTo("TENANT_MISMATCH");
        assertThat(task().getTaskDefinitionKey()).isEqualTo("userTask_provideWorkEmail");
        changePartnerId.askAgain(publisherId, owner());
        assertThat(task().getTaskDefinitionKey()).isEqualTo("userTask_enrolInPartnerNetwork");
    }
}
