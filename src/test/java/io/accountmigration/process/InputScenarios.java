package io.accountmigration.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import io.accountmigration.migration.Caller;
import io.accountmigration.migration.MigrationRefused;
import io.accountmigration.migration.MigrationState;
import io.accountmigration.migration.Refusal;
import io.accountmigration.migration.owners.OwnerSearchWorkflow;
import io.accountmigration.migration.owners.TakeOverMigration;
import io.accountmigration.process.engine.ExceptionCauses;
import io.accountmigration.process.engine.Groups;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a task takes, and from whom. */
abstract class InputScenarios extends Scenario {

    private static final Caller THE_CO_OWNER = new Caller(CO_OWNER, Set.of(Caller.Role.PUBLISHER_USER));

    @Autowired
    TakeOverMigration takeOverMigration;

    @Autowired
    OwnerSearchWorkflow ownerSearchWorkflow;

    @Test
    void anInputOfAnotherTypeIsRefusedAndTheTaskStays() {
        start();

        assertRefused(Map.of("workEmail", 42), Refusal.INPUT_MALFORMED);
        assertRefused(Map.of("workEmail", Variables.objectValue(List.of(OWNER)).create()), Refusal.INPUT_MALFORMED);
        assertThat(instance()).isWaitingAt("userTask_provideWorkEmail");
        assertThat(variable("workEmail")).isEqualTo(OWNER);
    }

    @Test
    void anInputThatIsTooLongIsRefusedAndTheTaskStays() {
        start();

        assertRefused(Map.of("workEmail", "a".repeat(321)), Refusal.INPUT_TOO_LONG);
        assertRefused(Map.of("workEmail", "a".repeat(100_000)), Refusal.INPUT_TOO_LONG);
        assertThat(instance()).isWaitingAt("userTask_provideWorkEmail");
    }

    @Test
    void whatAFormShowsCannotBeOverwrittenWithSomethingThatCannotBeStored() {
        start();

        assertRefused(Map.of("problemText", "a".repeat(100_000)), Refusal.INPUT_TOO_LONG);
        assertRefused(Map.of("problemCode", 42), Refusal.INPUT_MALFORMED);
    }

    @Test
    void anInputThatIsLeftOutOrEmptyIsWrongButNoFailure() {
        portal.add(publisherId, Optional.empty(), OWNER);
        start();

        as(OWNER, () -> taskService.complete(task().getId(), Variables.putValue("workEmail", null)));
        assertThat(problem()).isEqualTo("EMAIL_INVALID");

        provide(OWNER);
        as(OWNER, () -> taskService.complete(task().getId()));
        assertThat(problem()).isEqualTo("PARTNER_ID_MISSING");
    }

    @Test
    void inputsThatTheTaskDoesNotAskForAreDropped() {
        start();

        as(
                OWNER,
                () -> taskService.complete(
                        task().getId(),
                        Map.of(
                                "workEmail",
                                "no address",
                                "codeNeeded",
                                false,
                                "membership",
                                "usable",
                                "unheardOf",
                                "x")));

        assertThat(runtimeService.getVariables(instanceId()))
                .containsOnlyKeys("workEmail", "problemCode", "problemText");
    }

    @ParameterizedTest
    @CsvSource({
        "userTask_provideWorkEmail,      workEmail,        workEmailWellFormed",
        "userTask_enrolInPartnerNetwork, partnerId,        partnerIdWellFormed",
        "userTask_confirmWorkEmail,      confirmationCode, confirmation",
    })
    void noVariableOfAModelIsTakenByATaskThatDoesNotAskForIt(String key, String input, String flag) {
        waitAt(key);
        var allowed = new HashSet<>(runtimeService.getVariables(instanceId()).keySet());
        var taskId = task().getId();

        // The engine sets no flag in the transaction in which it was dropped: the whole call is refused.
        assertThatThrownBy(() -> as(OWNER, () -> taskService.complete(taskId, Map.of(flag, "intruder"))))
                .isInstanceOf(ProcessEngineException.class);
        assertThat(task().getId()).isEqualTo(taskId);
        as(OWNER, () -> taskService.complete(task().getId(), everyVariableBut(input, flag, "nextStep", "workEmail")));

        allowed.addAll(Set.of("problemCode", "problemText"));
        assertThat(runtimeService.getVariables(instanceId()).keySet()).isSubsetOf(allowed);
    }

    private void waitAt(String key) {
        switch (key) {
            case "userTask_enrolInPartnerNetwork" -> {
                portal.add(publisherId, Optional.empty(), OWNER);
                startAndProvide(OWNER);
            }
            case "userTask_confirmWorkEmail" -> startAndProvide("colleague@contoso.com");
            default -> start();
        }
        assertThat(instance()).isWaitingAt(key);
    }

    @Test
    void whoNamesAnOwnerChangesNothingElse() {
        ownerSearchWorkflow.open(publisherId, OwnerSearchWorkflow.Why.NO_OWNER);
        var search = taskService
                .createTaskQuery()
                .processInstanceBusinessKey(publisherId)
                .singleResult();
        var inputs = everyVariableBut("why");
        inputs.putAll(Map.of("owner", OWNER, "reason", "named by the company"));

        asOperator(() -> taskService.complete(search.getId(), inputs));

        assertThat(runtimeService.getVariables(search.getProcessInstanceId()))
                .isEqualTo(Map.of(
                        "why",
                        "NO_OWNER",
                        "publisherId",
                        publisherId,
                        "owner",
                        OWNER,
                        "reason",
                        "named by the company",
                        "namedBy",
                        "operator"));
    }

    @Test
    void whyAnOwnerIsWantedIsNotOverwrittenWithNonsense() {
        ownerSearchWorkflow.open(publisherId, OwnerSearchWorkflow.Why.NO_OWNER);
        var search = taskService
                .createTaskQuery()
                .processInstanceBusinessKey(publisherId)
                .singleResult();

        assertThatThrownBy(() -> asOperator(() -> taskService.complete(
                        search.getId(), Map.of("owner", OWNER, "reason", "named by the company", "why", "x"))))
                .satisfies(failure -> assertThat(refusalIn(failure)).contains(Refusal.INPUT_MALFORMED));

        assertThat(runtimeService.getVariable(search.getProcessInstanceId(), "why"))
                .isEqualTo("NO_OWNER");
    }

    private void asOperator(Runnable action) {
        identityService.setAuthentication("operator", List.of(Groups.OPERATORS));
        try {
            action.run();
        } finally {
            identityService.clearAuthentication();
        }
    }

    @Test
    void aTaskIsCompletedByItsAssigneeOnly() {
        portal.add(publisherId, Optional.of(PARTNER_ID), OWNER, CO_OWNER);
        start();
        var taskId = task().getId();

        assertThatThrownBy(() -> as(CO_OWNER, () -> taskService.complete(taskId, Map.of("workEmail", CO_OWNER))))
                .satisfies(failure -> assertThat(refusalIn(failure)).contains(Refusal.TASK_OF_SOMEBODY_ELSE));
        assertThatThrownBy(() -> as("stranger@other.com", () -> taskService.complete(taskId)))
                .isInstanceOf(AuthorizationException.class);

        assertThat(task()).isAssignedTo(OWNER);
    }

    @Test
    void ownersSeeTheTasksOfTheirOwnPublishersOnly() {
        start();

        as(OWNER, () -> assertThat(taskService.createTaskQuery().list()).hasSize(1));
        as("stranger@other.com", () -> assertThat(taskService.createTaskQuery().list())
                .isEmpty());
    }

    @Test
    void aTaskThatIsTakenOverIsStillReadByItsFormerAssigneeAndNotCompleted() {
        portal.add(publisherId, Optional.of(PARTNER_ID), OWNER, CO_OWNER);
        start();
        var taskId = task().getId();

        takeOverMigration.takeOver(publisherId, THE_CO_OWNER);

        assertThat(task()).isAssignedTo(CO_OWNER);
        assertThat(theCase().actingOwner()).isEqualTo(CO_OWNER);
        as(OWNER, () -> assertThat(taskService.createTaskQuery().list())
                .extracting(Task::getAssignee)
                .containsExactly(CO_OWNER));
        assertThatThrownBy(() -> as(OWNER, () -> taskService.complete(taskId)))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining(Refusal.TASK_OF_SOMEBODY_ELSE.name());

        provide(CO_OWNER);

        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
    }

    @Test
    void aCoOwnerWhoClaimsAndCompletesATaskIsTheActingOwnerFromThenOn() {
        portal.add(publisherId, Optional.of(PARTNER_ID), OWNER, CO_OWNER);
        start();
        var taskId = task().getId();
        taskService.setAssignee(taskId, null);

        as(CO_OWNER, () -> taskService.claim(taskId, CO_OWNER));
        provide("colleague@contoso.com");

        assertThat(theCase().actingOwner()).isEqualTo(CO_OWNER);
        assertThat(task()).isAssignedTo(CO_OWNER);
    }

    @Test
    void onlyAnOwnerTakesATaskOver() {
        start();

        assertThatThrownBy(() -> takeOverMigration.takeOver(publisherId, THE_CO_OWNER))
                .isInstanceOfSatisfying(MigrationRefused.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(Refusal.NOT_OWNER));
    }

    private void assertRefused(Map<String, Object> inputs, Refusal refusal) {
        var taskId = task().getId();
        assertThatThrownBy(() -> as(OWNER, () -> taskService.complete(taskId, inputs)))
                .satisfies(failure -> assertThat(refusalIn(failure)).contains(refusal));
    }

    private static Optional<Refusal> refusalIn(Throwable failure) {
        return ExceptionCauses.find(failure, MigrationRefused.class).map(MigrationRefused::refusal);
    }
}
