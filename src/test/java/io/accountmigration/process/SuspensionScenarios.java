package io.accountmigration.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.accountmigration.migration.Caller;
import io.accountmigration.migration.CaseView;
import io.accountmigration.migration.MigrationRefused;
import io.accountmigration.migration.MigrationState;
import io.accountmigration.migration.MigrationStep;
import io.accountmigration.migration.ViewMigrations;
import io.accountmigration.migration.operations.EngineOperations;
import io.accountmigration.migration.owners.TakeOverMigration;
import io.accountmigration.migration.preparation.ChangePartnerId;
import io.accountmigration.partner.Vetting;
import io.accountmigration.process.engine.ExceptionCauses;
import io.accountmigration.process.migration.AccountMigrationModel;
import io.accountmigration.process.ownersearch.OwnerSearchModel;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A case that an operator has suspended: nobody else can act, nothing is lost, and once activated it continues. */
abstract class SuspensionScenarios extends Scenario {

    private static final Caller THE_CO_OWNER = new Caller(CO_OWNER, Set.of(Caller.Role.PUBLISHER_USER));
    private static final String PENDING = "5000";

    /** Where a case can be when it is suspended. */
    enum Place {
        AT_THE_ADDRESS,
        AT_THE_CODE,
        AT_A_PENDING_ENROLMENT,
        BEFORE_THE_LOCK,
        BEFORE_THE_USERS,
        BEFORE_THE_SWITCH
    }

    /** What somebody may ask for. */
    enum Call {
        CANCEL,
        TAKE_OVER,
        OTHER_PARTNER_ID,
        COMPLETE,
        CLAIM
    }

    @Autowired
    private TakeOverMigration takeOverMigration;

    @Autowired
    private ChangePartnerId changePartnerId;

    @Autowired
    private ViewMigrations viewMigrations;

    @Autowired
    private EngineOperations engineOperations;

    @ParameterizedTest
    @CsvSource({
        "AT_THE_ADDRESS,         CANCEL,           SUSPENDED",
        "AT_THE_ADDRESS,         TAKE_OVER,        SUSPENDED",
        "AT_THE_ADDRESS,         COMPLETE,         SUSPENDED",
        "AT_THE_ADDRESS,         CLAIM,            SUSPENDED",
        "AT_THE_CODE,            CANCEL,           SUSPENDED",
        "AT_THE_CODE,            TAKE_OVER,        SUSPENDED",
        "AT_THE_CODE,            COMPLETE,         SUSPENDED",
        "AT_A_PENDING_ENROLMENT, CANCEL,           SUSPENDED",
        "AT_A_PENDING_ENROLMENT, OTHER_PARTNER_ID, SUSPENDED",
        "BEFORE_THE_LOCK,        CANCEL,           SUSPENDED",
        "BEFORE_THE_USERS,       CANCEL,           SUSPENDED",
        "BEFORE_THE_SWITCH,      CANCEL,           TOO_LATE"
    })
    void whatIsAskedOfASuspendedCaseIsRefusedWithoutATrace(Place place, Call call, String code) {
        bringTo(place);
        if (call == Call.CLAIM) {
            taskService.setAssignee(task().getId(), null);
        }
        var trail = viewMigrations.trail(publisherId).size();
        runtimeService.suspendProcessInstanceById(instanceId());

        var refused = catchThrowable(() -> ask(call));

        assertThat(ExceptionCauses.findRefused(refused))
                .map(MigrationRefused::refusal)
                .map(Enum::name)
                .contains(code);
        assertThat(viewMigrations.trail(publisherId)).hasSize(trail);
        assertThat(runtimeService
                        .createIncidentQuery()
                        .processInstanceId(instanceId())
                        .count())
                .isZero();
        activateAndContinue(place);
        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
    }

    @ParameterizedTest
    @EnumSource
    void aSuspendedCaseWaitsForOperatorsAndIsListed(Place place) {
        bringTo(place);
        var before = view();
        runtimeService.suspendProcessInstanceById(instanceId());

        var view = view();
        assertThat(view.actors()).containsExactly(CaseView.OPERATORS);
        assertThat(view.problem().map(finding -> finding.code().name())).contains("SUSPENDED");
        assertThat(view.task()).isEmpty();
        assertThat(view.cancellable()).isFalse();
        assertThat(engineOperations.suspended(1000)).anySatisfy(line -> {
            assertThat(line.processInstanceId()).isEqualTo(instanceId());
            assertThat(line.process()).isEqualTo("Account migration");
            assertThat(line.publisherId()).contains(publisherId);
        });
        assertThat(engineOperations.load(clock.instant()).suspended())
                .isEqualTo(engineOperations.suspended(1000).size());

        runtimeService.activateProcessInstanceById(instanceId());
        assertThat(view()).isEqualTo(before);
        assertThat(engineOperations.suspended(1000))
                .extracting(EngineOperations.SuspendedInstance::processInstanceId)
                .doesNotContain(instanceId());
    }

    @Test
    void aStepThatIsSuspendedAloneWaitsForOperatorsToo() {
        bringTo(Place.BEFORE_THE_LOCK);
        managementService.suspendJobById(job().getId());

        assertThat(view().actors()).containsExactly(CaseView.OPERATORS);
        assertThat(ExceptionCauses.findRefused(catchThrowable(() -> ask(Call.CANCEL)))
                        .map(refused -> refused.refusal().name()))
                .contains("SUSPENDED");

        managementService.activateJobByProcessInstanceId(instanceId());
        runJobs();
        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
    }

    @Test
    void aMoveThatWasGivenUpBeforeItWasSuspendedIsUndoneOnceItIsActivated() {
        bringTo(Place.BEFORE_THE_USERS);
        ask(Call.CANCEL);
        runtimeService.suspendProcessInstanceById(instanceId());
        runJobs();
        assertThat(view().actors()).containsExactly(CaseView.OPERATORS);

        runtimeService.activateProcessInstanceById(instanceId());
        runJobs();
        letLateEffectsSettle();

        assertThat(theCase().state()).isEqualTo(MigrationState.REVERTED);
    }

    @Test
    void aSearchForAnOwnerThatIsSuspendedKeepsNoOwnerFromActing() {
        start();
        for (var day = 1; day <= 14; day++) {
            pass(Duration.ofDays(1));
        }
        var search = runtimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(publisherId, OwnerSearchModel.PROCESS_ID)
                .singleResult();
        runtimeService.suspendProcessInstanceById(search.getId());

        provide(OWNER);

        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
    }

    @Test
    void nothingStartsWhileTheProcessIsSuspended() {
        repositoryService().suspendProcessDefinitionByKey(AccountMigrationModel.PROCESS_ID);
        try {
            var refused = catchThrowable(() -> workflow.start(publisherId, Optional.of(OWNER), owner()));

            assertThat(refused).isInstanceOfSatisfying(MigrationRefused.class, it -> assertThat(
                            it.refusal().name())
                    .isEqualTo("SUSPENDED"));
            assertThat(migrations.latest(publisherId)).isEmpty();
        } finally {
            repositoryService().activateProcessDefinitionByKey(AccountMigrationModel.PROCESS_ID);
        }
    }

    private RepositoryService repositoryService() {
        return engine.getRepositoryService();
    }

    private CaseView view() {
        return viewMigrations.latest(publisherId, OPERATOR);
    }

    private void bringTo(Place place) {
        partnerNetwork.add(PENDING, Vetting.PENDING, CONTOSO);
        var partnerId = place == Place.AT_A_PENDING_ENROLMENT ? PENDING : PARTNER_ID;
        portal.add(publisherId, Optional.of(partnerId), OWNER, CO_OWNER);
        start();
        switch (place) {
            case AT_THE_ADDRESS -> {}
            case AT_THE_CODE -> provide("colleague@contoso.com");
            case AT_A_PENDING_ENROLMENT -> provide(OWNER);
            case BEFORE_THE_LOCK -> provideAndMoveTo(MigrationStep.LOCK_PUBLISHER);
            case BEFORE_THE_USERS -> provideAndMoveTo(MigrationStep.TRANSFER_USERS);
            case BEFORE_THE_SWITCH -> provideAndMoveTo(MigrationStep.MAKE_PUBLISHER_READ_ONLY);
        }
    }

    private void provideAndMoveTo(MigrationStep step) {
        as(OWNER, () -> taskService.complete(task().getId(), Map.of("workEmail", OWNER)));
        while (theCase().step() != step) {
            managementService.executeJob(job().getId());
        }
    }

    private void ask(Call call) {
        switch (call) {
            case CANCEL -> cancelMigration.cancel(publisherId, owner());
            case TAKE_OVER -> takeOverMigration.takeOver(publisherId, THE_CO_OWNER);
            case OTHER_PARTNER_ID -> changePartnerId.askAgain(publisherId, owner());
            case COMPLETE -> as(OWNER, () -> taskService.complete(task().getId(), Map.of("workEmail", OWNER)));
            case CLAIM -> as(CO_OWNER, () -> taskService.claim(task().getId(), CO_OWNER));
        }
    }

    private void activateAndContinue(Place place) {
        runtimeService.activateProcessInstanceById(instanceId());
        switch (place) {
            case AT_THE_ADDRESS -> {
                taskService.setAssignee(task().getId(), OWNER);
                provide(OWNER);
            }
            case AT_THE_CODE -> confirmWith(mailedCode());
            case AT_A_PENDING_ENROLMENT -> {
                partnerNetwork.add(PENDING, Vetting.AUTHORIZED, CONTOSO);
                pass(Duration.ofHours(7));
            }
            case BEFORE_THE_LOCK, BEFORE_THE_USERS, BEFORE_THE_SWITCH -> runJobs();
        }
    }
}
