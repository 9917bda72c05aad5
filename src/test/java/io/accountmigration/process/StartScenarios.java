package io.accountmigration.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.willThrow;

import io.accountmigration.migration.Caller;
import io.accountmigration.migration.MigrationRefused;
import io.accountmigration.migration.Refusal;
import io.accountmigration.migration.start.StartMigration;
import io.accountmigration.ports.Letterbox;
import io.accountmigration.process.engine.ExceptionCauses;
import io.accountmigration.process.migration.AccountMigrationModel;
import io.accountmigration.publisher.CloudPartnerPortalUnavailable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may start a migration, and that a refused start leaves nothing behind. */
abstract class StartScenarios extends Scenario {

    private static final Caller STRANGER = new Caller("stranger@other.com", Set.of(Caller.Role.PUBLISHER_USER));
    private static final Caller SERVICE = new Caller("service", Set.of(Caller.Role.SERVICE));

    @Autowired
    StartMigration startMigration;

    @Test
    void anOwnerStartsInTheirOwnName() {
        workflow.start(publisherId, Optional.empty(), owner());

        assertThat(theCase().actingOwner()).isEqualTo(OWNER);
        runJobs();
        assertThat(letterbox.letters()).isEmpty();
    }

    @Test
    void anOwnerForWhomAServiceStartsIsInvited() {
        workflow.start(publisherId, Optional.of("  Owner@Contoso.COM "), SERVICE);
        runJobs();

        assertThat(theCase().actingOwner()).isEqualTo(OWNER);
        assertThat(letterbox.letters()).extracting(Letterbox.Letter::to).containsExactly(OWNER);
    }

    @Test
    void thePublisherIsFoundInWhateverCaseItIsWrittenAndKeepsThePortalsSpelling() {
        workflow.start(publisherId.toUpperCase(Locale.ROOT), Optional.of(OWNER), SERVICE);

        assertThat(theCase().publisherId()).isEqualTo(publisherId);
    }

    @Test
    void aPublisherThatThePortalDoesNotKnowIsRefused() {
        assertRefused(() -> workflow.start("nobody", Optional.of(OWNER), SERVICE), Refusal.PUBLISHER_NOT_FOUND);
    }

    @Test
    void somebodyWhoIsNoOwnerIsRefused() {
        assertRefused(() -> workflow.start(publisherId, Optional.empty(), STRANGER), Refusal.NOT_OWNER);
        assertRefused(() -> workflow.start(publisherId, Optional.of("stranger@other.com"), SERVICE), Refusal.NOT_OWNER);
    }

    @Test
    void anOwnerCannotStartInTheNameOfAnother() {
        portal.add(publisherId, Optional.of(PARTNER_ID), OWNER, CO_OWNER);

        assertRefused(() -> workflow.start(publisherId, Optional.of(CO_OWNER), owner()), Refusal.NOT_OWNER);
    }

    @Test
    void aServiceMustNameAnOwner() {
        assertRefused(() -> workflow.start(publisherId, Optional.empty(), SERVICE), Refusal.REQUESTED_BY_MISSING);
    }

    @Test
    void aPublisherWithoutAnOwnerIsRefused() {
        portal.add(publisherId, Optional.of(PARTNER_ID));

        assertRefused(() -> workflow.start(publisherId, Optional.of(OWNER), SERVICE), Refusal.NO_OWNER);
    }

    @Test
    void aStartWithoutAPublisherIsRefused() {
        assertRefused(() -> workflow.start(null, Optional.of(OWNER), SERVICE), Refusal.PUBLISHER_ID_MISSING);
        assertRefused(() -> workflow.start(" ", Optional.of(OWNER), SERVICE), Refusal.PUBLISHER_ID_MISSING);
    }

    @Test
    void aPublisherThatIsMigratedAlreadyIsRefused() {
        startAndProvide(OWNER);

        assertRefused(() -> workflow.start(publisherId, Optional.of(OWNER), SERVICE), Refusal.ALREADY_MIGRATED);
    }

    @Test
    void aPublisherIsMigratedOnlyOnceAtATime() {
        start();

        var refused = catchThrowableOfType(
                MigrationRefused.class,
                () -> workflow.start(publisherId.toLowerCase(Locale.ROOT), Optional.of(OWNER), SERVICE));

        assertThat(refused.refusal()).isEqualTo(Refusal.ALREADY_RUNNING);
        assertThat(refused.publisherWithCase()).contains(publisherId);
        assertThat(instances()).isEqualTo(1);
    }

    @Test
    void aPortalThatIsDownRefusesNothingForGood() {
        willThrow(new CloudPartnerPortalUnavailable("down", null, null))
                .willCallRealMethod()
                .given(portal)
                .find(any());

        assertThatThrownBy(this::start).isInstanceOf(CloudPartnerPortalUnavailable.class);
        assertThat(instances()).isZero();

        start();
        assertThat(instance()).isWaitingAt("userTask_provideWorkEmail");
    }

    @Test
    void theSameRequestAgainFindsTheCaseItStarted() {
        var key = Optional.of("key of " + publisherId);

        var first = startMigration.start(publisherId, Optional.of(OWNER), SERVICE, key);
        var second = startMigration.start(publisherId, Optional.of(OWNER), SERVICE, key);

        assertThat(second).isEqualTo(first);
        assertThat(instances()).isEqualTo(1);
    }

    @Test
    void aKeyCannotBeReusedForAnotherRequest() {
        var key = Optional.of("key of " + publisherId);
        startMigration.start(publisherId, Optional.of(OWNER), SERVICE, key);

        assertThatThrownBy(() -> startMigration.start("another", Optional.of(OWNER), SERVICE, key))
                .isInstanceOfSatisfying(MigrationRefused.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(Refusal.IDEMPOTENCY_KEY_REUSED));
    }

    @Test
    void whatAClientSendsAlongAtTheStartIsDropped() {
        startAsAService(Map.of(
                "requestedBy", OWNER, "workEmail", "mallory@other.com", "codeNeeded", false, "membership", "usable"));

        assertThat(runtimeService.getVariables(instanceId())).containsOnly(Map.entry("workEmail", OWNER));
    }

    @Test
    void aRequestedByOfAnotherTypeOrTooLongIsRefused() {
        assertRefused(() -> startAsAService(Map.of("requestedBy", 42)), Refusal.INPUT_MALFORMED);
        assertRefused(
                () -> startAsAService(Map.of(
                        "requestedBy", Variables.objectValue(List.of(OWNER)).create())),
                Refusal.INPUT_MALFORMED);
        assertRefused(() -> startAsAService(Map.of("requestedBy", "a".repeat(321))), Refusal.INPUT_TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"serviceTask_lockPublisher", "serviceTask_activatePartnerCenterAccount", "subProcess_move"})
    void aStartInTheMiddleIsRefused(String activityId) {
        assertRefused(
                () -> runtimeService
                        .createProcessInstanceByKey(AccountMigrationModel.PROCESS_ID)
                        .businessKey(publisherId)
                        .setVariable("requestedBy", OWNER)
                        .startBeforeActivity(activityId)
                        .execute(true, true),
                Refusal.START_NOT_SUPPORTED);
    }

    @Test
    void theClaimCannotBeSkipped() {
        start();

        assertRefusedBesideTheFirst(() -> runtimeService
                .createProcessInstanceByKey(AccountMigrationModel.PROCESS_ID)
                .businessKey(publisherId)
                .setVariable("requestedBy", OWNER)
                .startBeforeActivity(AccountMigrationModel.START_EVENT)
                .execute(true, true));
    }

    private void startAsAService(Map<String, Object> variables) {
        runtimeService.startProcessInstanceByKey(AccountMigrationModel.PROCESS_ID, publisherId, variables);
    }

    private void assertRefusedBesideTheFirst(ThrowingCallable start) {
        assertThatThrownBy(start).satisfies(failure -> assertThat(ExceptionCauses.find(failure, MigrationRefused.class))
                .isPresent());
        assertThat(instances()).isEqualTo(1);
    }

    private void assertRefused(ThrowingCallable start, Refusal refusal) {
        assertThatThrownBy(start).satisfies(failure -> assertThat(ExceptionCauses.find(failure, MigrationRefused.class))
                .get()
                .extracting(MigrationRefused::refusal)
                .isEqualTo(refusal));
        assertThat(instances()).isZero();
    }
}
